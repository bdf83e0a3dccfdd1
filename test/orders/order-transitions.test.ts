import type { GraphQLField } from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import type { Role } from '../../src/identity/caller.ts';
import {
  actions, deliveryTypes, fulfilments, orderKinds, transitions,
  type Action, type DeliveryType, type Fulfilment, type Mover, type OrderKind, type Requirement,
} from '../../src/orders/order.lifecycle.ts';
import { isDeskAction } from '../../src/orders/desk/order-desk.lifecycle.ts';
import { fromGlobalId, personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { stepMutations } from '../../src/orders/steps/step-mutations.ts';
import { systemClock } from '../../src/platform/time.ts';
import { test, type Answer, type App, type Person } from '../support/app.ts';
import { everything, orderWith, writeOrders, type Facts } from '../support/order-states.ts';
import { openShop } from '../support/seeds.ts';

type Manual = Exclude<Action, 'EXPIRE' | 'REFUND'>;

/** The mutation that people use for each step, and what it needs besides the order. */
const mutations: Readonly<Record<Manual, { field: string; extra?: string }>> = {
  START_PAYMENT: { field: 'orderStartPayment', extra: 'tender: SANDBOX' },
  PAY: { field: 'orderPayCash' },
  CONFIRM: { field: 'orderConfirm' },
  ACCEPT: { field: 'orderAccept' },
  REJECT: { field: 'orderReject', extra: 'reason: "out of stock"' },
  ASSIGN_STORE: { field: 'orderAssignStore', extra: 'storeId: $storeId' },
  START_DELIVERY: { field: 'orderStartDelivery' },
  SHIP: { field: 'orderShip', extra: 'courierCompany: "Royal Mail", waybillNumber: "RM 1"' },
  COMPLETE: { field: 'orderComplete' },
  CONFIRM_RECEIPT: { field: 'orderConfirmReceipt' },
  CANCEL: { field: 'orderCancel' },
  REQUEST_CANCEL: { field: 'orderCancel' },
  PAY_SUPPLEMENT: { field: 'orderPayCash' },
};
/** Steps that share their mutation with another are taken by it where the other has no place. */
const shared: ReadonlySet<Action> = new Set(['REQUEST_CANCEL', 'PAY_SUPPLEMENT']);
const manual = (Object.keys(mutations) as Manual[]).filter((action) => !shared.has(action));

interface Tried extends Facts {
  readonly row: OrderRow;
}
interface Asker {
  readonly who: string;
  readonly role: Role;
  readonly person: Person;
  sees(order: Tried): boolean;
}

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];

const canCall = (role: Role, action: Manual): boolean => {
  const field = schema.getMutationType()!.getFields()[mutations[action].field] as GraphQLField<unknown, unknown>;
  return (field.extensions['access'] as readonly Role[]).includes(role);
};

/** The refusal that each requirement of the table leads to where it is not met. */
const unmet: Readonly<Record<Requirement, (facts: Facts, action: Action) => string | null>> = {
  // Nothing was exchanged here, so that nothing is to be paid on top.
  PAID_IN_FULL: ({ paidInFull }, action) => (action === 'PAY_SUPPLEMENT' ? 'TRANSITION_NOT_ALLOWED' : paidInFull || action === 'PAY' ? null : 'NOT_PAID_IN_FULL'),
  HAS_STORE: ({ hasStore }) => (hasStore ? null : 'TRANSITION_NOT_ALLOWED'),
  NO_STORE: ({ hasStore }) => (hasStore ? 'STORE_ALREADY_ASSIGNED' : null),
  DEADLINE_AHEAD: ({ deadlinePassed, kind }) => (deadlinePassed && kind !== 'IN_STORE' ? 'DEADLINE_PASSED' : null),
  // No order here has a payment in doubt; its own test brings one.
  NO_PAYMENT_IN_DOUBT: () => null,
  DEADLINE_PASSED: ({ deadlinePassed }) => (deadlinePassed ? null : 'DEADLINE_NOT_PASSED'),
  SUPPLEMENT_DUE: () => 'TRANSITION_NOT_ALLOWED',
  NOTHING_LEFT: () => 'NOT_ALL_RETURNED',
};

/** What the table says about this step: `ALLOWED`, or the code with which it must be refused. */
function expectedOf(order: Tried, action: Manual, { role, sees }: Asker): string {
  if (!canCall(role, action)) return 'FORBIDDEN';
  if (!sees(order)) return 'NOT_FOUND';
  const rowOf = (step: Action) => transitions.find(({ kind, deliveries, from, action: named }) =>
    kind === order.kind && deliveries.includes(order.deliveryType) && from === order.fulfilment && named === step);
  const row = rowOf(action);
  if (!row) return 'TRANSITION_NOT_ALLOWED';
  if (!row.by.includes(role as Mover)) return 'NOT_YOUR_STEP';
  return row.requires?.map((requirement) => unmet[requirement](order, action)).find((code) => code !== null) ?? 'ALLOWED';
}

function factsOf(kind: OrderKind, deliveryType: DeliveryType, fulfilment: Fulfilment): Facts[] {
  const moneyFirst = !(['PAY_PENDING', 'PAY_TIMEOUT', 'CANCELED'] as Fulfilment[]).includes(fulfilment);
  const usual: Facts = { kind, deliveryType, fulfilment, hasStore: true, paidInFull: moneyFirst, deadlinePassed: false };
  const paidLess = moneyFirst ? [{ ...usual, paidInFull: false }, { ...usual, paidInFull: false, hasStore: false }] : [];
  return [usual, { ...usual, hasStore: false }, { ...usual, deadlinePassed: true }, ...paidLess];
}

const everyFacts: Facts[] = keysOf(orderKinds).flatMap((kind) => keysOf(deliveryTypes).flatMap((delivery) => keysOf(fulfilments).flatMap((state) => factsOf(kind, delivery, state))));

/** One order for each kind, delivery type, state and combination of facts, and everybody who might try to move it. */
async function stage(app: App): Promise<{ orders: Tried[]; askers: Asker[]; otherStoreId: string }> {
  const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
  const service = await app.person('SERVICE', 'till-system');
  // An agent works a store's orders as a clerk does, and may sell for a company as well.
  const agent = { storeId: shop.storeId, subject: shop.clerk.subject, name: 'An agent', role: 'AGENT' };
  await shop.platform.ask('mutation Agent($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }', { input: agent });
  const place = { store: { id: fromGlobalId('store', shop.storeId)!, code: shop.storeCode, name: shop.storeCode }, customerId: personIdOf(shop.shopper.subject) };
  const orders = everyFacts.map((facts): Tried => ({ ...facts, row: orderWith(facts, place, systemClock()) }));
  await writeOrders(app, orders.map(({ row }) => row));
  const always = () => true;
  const never = () => false;
  const askers: Asker[] = [
    { who: 'the owner', role: 'SHOPPER', person: shop.shopper, sees: always },
    { who: 'another shopper', role: 'SHOPPER', person: other.shopper, sees: never },
    { who: 'a clerk of the store', role: 'STAFF', person: shop.clerk, sees: ({ hasStore }) => hasStore },
    { who: 'a clerk of another store', role: 'STAFF', person: other.clerk, sees: never },
    { who: 'the platform', role: 'PLATFORM', person: shop.platform, sees: always },
    { who: 'an integrated system', role: 'SERVICE', person: service, sees: always },
  ];
  return { orders, askers, otherStoreId: other.storeId };
}

/** Runs the work for every item, eight at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (const item of rest) await work(item);
  }));
}

const answered = `userErrors { typename: __typename code ... on TransitionRefused { status version } } order { id status version }`;

const fieldFor = (action: Manual, rehearse: boolean): string => {
  const { field, extra = '' } = mutations[action];
  return `${action}: ${field}(input: { orderId: $id, dryRun: ${rehearse}, ${extra} }) { ${answered} }`;
};

interface Payload {
  userErrors: { typename: string; code: string; status?: string; version?: number }[];
  order: { id: string; status: string; version: number } | null;
}

/** Tries the steps one after the other: those that the table allows as a rehearsal, all others in earnest. */
/** What the step's mutation comes to: where a shopper can only ask for a cancellation, it asks for it. */
function answerOf(order: Tried, action: Manual, asker: Asker): string {
  const code = expectedOf(order, action, asker);
  return action === 'CANCEL' && asker.role === 'SHOPPER' && code === 'TRANSITION_NOT_ALLOWED' ? expectedOf(order, 'REQUEST_CANCEL', asker) : code;
}

async function tryOut({ row }: Tried, { person }: Asker, expected: ReadonlyMap<Manual, string>, storeId: string): Promise<Answer> {
  const fields = [...expected].map(([action, code]) => fieldFor(action, code === 'ALLOWED'));
  const declared = expected.has('ASSIGN_STORE') ? '$id: ID!, $storeId: ID!' : '$id: ID!';
  return person.request(`mutation Try(${declared}) { ${fields.join('\n')} }`, { id: toGlobalId('order', row.id), storeId });
}

/** What came of it, in the words of `expectedOf`. */
function outcomeOf({ row }: Tried, payload: Payload): string {
  const { userErrors: [error], order } = payload;
  if (!error) return order && order.version > row.version ? 'ALLOWED' : 'NOTHING_HAPPENED';
  if (error.code === 'NOT_FOUND') return order === null ? 'NOT_FOUND' : 'NOT_FOUND_BUT_SHOWN';
  const asItIs = { id: toGlobalId('order', row.id), status: row.status, version: row.version };
  expect({ typename: error.typename, status: error.status, version: error.version, order })
    .toEqual({ typename: 'TransitionRefused', status: row.status, version: row.version, order: asItIs });
  return error.code;
}

const named = ({ kind, deliveryType, fulfilment, hasStore, paidInFull, deadlinePassed }: Facts, who: string): string =>
  `${kind} ${deliveryType} ${fulfilment}${hasStore ? '' : ' without store'}${paidInFull ? ' paid' : ''}${deadlinePassed ? ' late' : ''} by ${who}`;

describe('the table of transitions', () => {
  test('is the whole truth: every step is allowed or refused as it says, for every kind, state and caller', { timeout: 120_000 }, async ({ app }) => {
    const { orders, askers, otherStoreId } = await stage(app);
    const before = await everything(app);
    const tally = new Map<string, number>();
    await inParallel(orders.flatMap((order) => askers.map((asker) => ({ order, asker }))), async ({ order, asker }) => {
      const expected = new Map(manual.map((action) => [action, answerOf(order, action, asker)] as const).filter(([, code]) => code !== 'FORBIDDEN'));
      const { data, errors } = await tryOut(order, asker, expected, otherStoreId);
      expect(errors, named(order, asker.who)).toBeUndefined();
      const came = new Map([...expected.keys()].map((action) => [action, outcomeOf(order, data[action] as Payload)]));
      expect(came, named(order, asker.who)).toEqual(expected);
      for (const code of came.values()) tally.set(code, (tally.get(code) ?? 0) + 1);
    });
    expect(await everything(app)).toBe(before);
    // Each answer occurs, so that a walk that met no allowed step, say, would be noticed.
    const answers = ['ALLOWED', 'DEADLINE_PASSED', 'NOT_FOUND', 'NOT_PAID_IN_FULL', 'NOT_YOUR_STEP', 'STORE_ALREADY_ASSIGNED', 'TRANSITION_NOT_ALLOWED'];
    expect([...tally.keys()].toSorted()).toEqual(answers);
  });

  test('draws the buttons: a step is offered, enabled, or refused with a reason, exactly as trying it would tell', { timeout: 120_000 }, async ({ app }) => {
    const { orders, askers } = await stage(app);
    await inParallel(orders.flatMap((order) => askers.map((asker) => ({ order, asker }))), async ({ order, asker }) => {
      const query = `query Buttons($id: ID!) { order(id: $id) { availableActions { action enabled reason { code } } } }`;
      const { order: shown } = await asker.person.ask(query, { id: toGlobalId('order', order.row.id) });
      if (!asker.sees(order)) return expect(shown, named(order, asker.who)).toBeNull();
      const offered = (shown.availableActions as { action: Manual; enabled: boolean; reason: { code: string } | null }[]).filter(({ action }) => !isDeskAction(action))
        .map(({ action, enabled, reason }) => [action, enabled ? 'ALLOWED' : reason!.code] as const);
      const ever = new Set(transitions
        .filter(({ kind, deliveries, by }) => kind === order.kind && deliveries.includes(order.deliveryType) && by.includes(asker.role as Mover))
        .map(({ action }) => action as Manual));
      expect(new Map(offered), named(order, asker.who)).toEqual(new Map([...ever].map((action) => [action, expectedOf(order, action, asker)])));
    });
  });

  test('closes every step to roles that it never names, in whatever state the order is', { timeout: 120_000 }, async ({ app }) => {
    const { orders, askers, otherStoreId } = await stage(app);
    const before = await everything(app);
    const usual = orders.filter(({ hasStore, deadlinePassed }) => hasStore && !deadlinePassed);
    const attempts = usual.flatMap((order) => askers.flatMap((asker) => manual.filter((action) => !canCall(asker.role, action)).map((action) => ({ order, asker, action }))));
    await inParallel(attempts, async ({ order, asker, action }) => {
      const { data, errors } = await tryOut(order, asker, new Map([[action, 'FORBIDDEN']]), otherStoreId);
      expect([data, errors?.map(({ extensions }) => extensions.code)], `${action} of ${named(order, asker.who)}`).toEqual([null, ['FORBIDDEN']]);
    });
    expect(await everything(app)).toBe(before);
  });

  test('names only roles that may call the step’s mutation, and time has no mutation', () => {
    for (const { action, by } of transitions) {
      if (action === 'EXPIRE' || action === 'REFUND') expect(by).toEqual(['SYSTEM']);
      else for (const mover of by) if (mover !== 'SYSTEM') expect([action, mover, canCall(mover, action)]).toEqual([action, mover, true]);
    }
    const besides = [
      'orderDelete', 'orderHold', 'orderImport', 'orderPayCard', 'orderPayRefundOtherwise', 'orderPayWithWallet', 'orderPurge', 'orderRefundCard', 'orderRelease', 'orderRemind', 'orderReportCardRefusal', 'orderRestore', 'orderReturn', 'orderReturnAndResale', 'orderReview',
      'orderSettle', 'orderShare',
    ];
    const fields = Object.keys(schema.getMutationType()!.getFields()).filter((name) => /^order(?!Place|s)/.test(name) && !besides.includes(name));
    expect(fields.toSorted()).toEqual(manual.map((action) => mutations[action].field).toSorted());
    expect(Object.values(stepMutations).flat().filter((name) => !fields.includes(name) && !besides.includes(name))).toEqual([]);
    for (const action of [...manual, ...shared]) expect([action, stepMutations[action as Manual]]).toEqual([action, expect.arrayContaining([mutations[action as Manual].field])]);
    expect([...manual, ...shared, 'EXPIRE', 'REFUND'].toSorted()).toEqual(Object.keys(actions).toSorted());
  });
});
