import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { dbOf, occurrences, orderKey } from '../support/races.ts';
import { openShop, payOnline, type Shop } from '../support/seeds.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { historiesAreWhole, ledgersOf } from '../support/service-ledgers.ts';
import { attempt, codesOf, deliver, seen, sellAtTill, sellExpress, take, until, type Payload } from './service-desk.ts';

/** Numbers from 0 to 1 that are the same in every run, so that a failure can be looked at again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const choose = <T>(from: readonly T[], roll: () => number): T => from[Math.floor(roll() * from.length)]!;

const options = /* GraphQL */ `
  query RacingOptions($id: ID!) {
    order(id: $id) {
      amountDue { amount } items { seq quantity } availableCustomerServices { type enabled }
      customerServices { id status availableActions { action enabled } returns { seq quantity } refundFee { amount } }
    }
  }`;

const mutationOf: Readonly<Record<string, string>> = {
  TAKE_UP: 'TakeUp', APPROVE: 'Approve', REFUSE: 'Refuse', CANCEL: 'Cancel', SEND_BACK: 'SendBack', RECEIVE: 'Receive', CHANGE_AMOUNT: 'ChangeAmount', REFUND: 'Refund', RETRY_REFUND: 'RetryRefund', PAY_OUT_OTHERWISE: 'PayOutOtherwise',
  SHIP_REPLACEMENT: 'ShipReplacement', REFUND_INSTEAD: 'RefundInstead', COMPLETE_EXCHANGE: 'CompleteExchange', REPLY: 'Reply',
};

/** What some steps need besides the document. */
const detailsOf = (action: string, roll: () => number): Record<string, unknown> => {
  switch (action) {
    case 'APPROVE': return { returnAddress: { street: 'Dock 4' }, refundNow: roll() < 0.5 };
    case 'REFUSE': return { reason: 'No.' };
    case 'SEND_BACK': return { courierCompany: 'ABC', waybillNumber: String(Math.floor(roll() * 1000)) };
    case 'RECEIVE': return { lines: roll() < 0.5 ? [{ seq: 1, quantity: 1 }] : [], refundNow: roll() < 0.5 };
    case 'CHANGE_AMOUNT': return { amount: (roll() * 12).toFixed(2) };
    case 'REPLY': return { content: 'Well?' };
    default: return {};
  }
};

/** One command of somebody's who looks at the order and does something that it offers. */
async function act(person: Person, { sku, reducedSku }: Shop, orderId: string, roll: () => number): Promise<string> {
  const { order } = await person.ask(options, { id: orderId });
  const clerk = !person.subject.startsWith('shopper');
  if (order.amountDue.amount !== '0.00' && roll() < 0.4) return clerk ? payCash(person, orderId) : payOnline(person, orderId).then(() => 'paid', () => 'not paid');
  const steps = order.customerServices.flatMap(({ id, availableActions }: { id: string; availableActions: { action: string; enabled: boolean }[] }) =>
    availableActions.filter(({ enabled, action }) => enabled && (action !== 'REPLY' || roll() < 0.1)).map(({ action }) => ({ id, action })));
  if (steps.length > 0 && roll() < 0.75) {
    const { id, action } = choose<{ id: string; action: string }>(steps, roll);
    return outcomeOf(action, await attempt(person, mutationOf[action]!, { customerServiceId: id, ...detailsOf(action, roll) }));
  }
  const type = choose(['REFUND', 'RETURN', 'EXCHANGE'], roll);
  const returns = roll() < 0.3 ? null : [{ seq: choose<{ seq: number }>(order.items, roll).seq, quantity: 1 + Math.floor(roll() * 2) }];
  const replacements = type === 'EXCHANGE' && roll() < 0.7 ? [{ sku: roll() < 0.5 ? sku : reducedSku, quantity: 1 + Math.floor(roll() * 3) }] : null;
  const counter = clerk ? { goodsHandedIn: roll() < 0.5, refundNow: roll() < 0.5 } : {};
  return outcomeOf(type, await attempt(person, clerk ? 'Create' : 'Request', { orderId, type, reason: 'A walk', returns, replacements, ...counter }));
}

const payCash = async (person: Person, orderId: string): Promise<string> => {
  const { orderPayCash } = await person.ask('mutation RacingCash($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } }', { id: orderId });
  return `cash ${orderPayCash.userErrors.map(({ code }: { code: string }) => code).join()}`;
};

const outcomeOf = (what: string, payload: Payload): string => `${what} ${codesOf(payload).join() || 'done'}`;

describe('two who work on one order at the same time', () => {
  test('leave its money, pieces, facts and histories right after every round, whatever they do', { timeout: 180_000 }, async ({ app }) => {
    const shop = await openShop(app);
    const lines = async () => [{ sku: shop.sku, quantity: 3 }, { sku: shop.reducedSku, quantity: 2 }];
    const met = new Map<string, number>();
    const walk = async (seed: number): Promise<void> => {
      const roll = dice(seed);
      const { orderId } = seed % 3 === 0 ? await sellExpress(app, lines, shop) : seed % 3 === 1 ? await deliver(app, lines, shop) : await sellAtTill(app, lines, ['12.00', '23.00'], shop);
      // An in-store order is nobody's but the till's: there, two clerks race.
      const other = seed % 3 === 2 ? shop.manager : shop.shopper;
      for (let round = 0; round < 8; round += 1) {
        const outcomes = await Promise.all([act(shop.clerk, shop, orderId, roll), act(other, shop, orderId, roll)]);
        for (const outcome of outcomes) met.set(outcome, (met.get(outcome) ?? 0) + 1);
        const ledgers = await ledgersOf(app, orderId);
        expect(brokenLaws(ledgers), `seed ${seed}, round ${round}, after ${outcomes.join(' and ')}`).toEqual([]);
      }
      expect(await historiesAreWhole(app, orderId), `seed ${seed}`).toBe(true);
    };
    const seeds = Array.from({ length: 36 }, (_, index) => index + 1).values();
    await Promise.all(Array.from({ length: 4 }, async () => {
      for (const seed of seeds) await walk(seed);
    }));
    // It went somewhere, and there were losers. Who wins is chance: what comes late in a document's life may not come at all.
    for (const outcome of ['RETURN done', 'EXCHANGE done', 'REFUND done', 'APPROVE done']) expect(met.get(outcome) ?? 0, outcome).toBeGreaterThan(0);
    expect([...met.keys()].filter((outcome) => outcome.endsWith('TRANSITION_NOT_ALLOWED') || outcome.endsWith('QUANTITY_TOO_LARGE')).length).toBeGreaterThan(0);
  });

  test('give back the last piece once', async ({ app }) => {
    for (let round = 0; round < 6; round += 1) {
      const { shop, orderId } = await deliver(app, async ({ sku }) => [{ sku, quantity: 1 }]);
      const payloads = await Promise.all([
        attempt(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Mine' }), attempt(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Theirs', goodsHandedIn: true, refundNow: true }),
        attempt(shop.clerk, 'Create', { orderId, type: 'REFUND', reason: 'Again', refundNow: true }),
      ]);
      expect(payloads.filter((payload) => codesOf(payload).length === 0)).toHaveLength(1);
      for (const payload of payloads) if (codesOf(payload).length > 0) expect(['QUANTITY_TOO_LARGE', 'TRANSITION_NOT_ALLOWED']).toContain(codesOf(payload)[0]);
      expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
    }
  });

  test('pay a document out once, though both press the button, and the shopper calls it off meanwhile', async ({ app }) => {
    const { shop, orderId } = await deliver(app, async ({ sku }) => [{ sku, quantity: 2 }]);
    for (const seq of [1, 1]) {
      const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'Never came', returns: [{ seq, quantity: 1 }] });
      await Promise.all([
        ...[shop.clerk, shop.manager, shop.platform].map((person) => attempt(person, 'Approve', { customerServiceId: id, refundNow: true })),
        ...[shop.clerk, shop.manager, shop.platform].map((person) => attempt(person, 'Refund', { customerServiceId: id })), attempt(shop.shopper, 'Cancel', { customerServiceId: id }),
      ]);
      const { status } = await seen(shop.clerk, id);
      if (status === 'CANCELED') continue;
      if (status === 'CREATED') throw new Error('Nobody has won.');
      await take(shop.clerk, 'Refund', { customerServiceId: id }).catch(() => undefined);
      await until(shop.clerk, id, 'REFUNDED');
      const types = (await seen(shop.clerk, id)).log.map(({ type }: { type: string }) => type);
      expect([occurrences(types, 'APPROVE'), occurrences(types, 'REFUND'), occurrences(types, 'FINISH_REFUND')]).toEqual([1, 1, 1]);
      expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
    }
    const { refunds } = await ledgersOf(app, orderId);
    expect(await gatewaySays(app, orderId)).toEqual(refunds.map(({ number, amount }) => ({ number, amount })));
  });
});

/** The refunds that the test gateway itself has carried out, oldest first. */
const gatewaySays = async (app: App, orderId: string): Promise<unknown[]> => [...(await dbOf(app)`
  select s.number, s.amount from sandbox_refunds s join refunds r on r.number = s.number where r.order_id = ${orderKey(orderId)} order by r.id`)];
