import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenBenefitLaws } from '../../test/support/benefit-laws.ts';
import { benefitsAtStart } from '../../test/support/benefits-model.ts';
import { canEnd, noon, possibleSteps, someOrder, somebody } from '../../test/support/order-walks.ts';
import { brokenLaws } from '../../test/support/service-laws.ts';
import { answer, due, holdOrRelease, moveOrder, moveService, openService, pay, payTwice, serviceSettings, spendPoints, type Model, type Opening } from '../../test/support/service-model.ts';
import { initialChanges, rewound } from '../orders/history/order-history.rules.ts';
import { shared } from './entitlement.rules.ts';
import { isOver, statusOf, type Action } from '../orders/order.lifecycle.ts';
import { paymentStateOf } from '../orders/order.rules.ts';
import type { OrderItemRow, OrderRow } from '../orders/order.tables.ts';
import type { Tender } from '../payments/payment-states.ts';
import { hasGoneBack } from '../payments/payment.rules.ts';
import { newId } from '../platform/ids.ts';
import { secondsAfter } from '../platform/time.ts';
import { isClosed, serviceActions, type ServiceAction, type ServiceType } from './customer-service.lifecycle.ts';
import { judgeService, openingRefusal, serviceActionsOf, serviceAvailabilityOf } from './customer-service.rules.ts';
import { returnableLines, returned } from './order-case.rules.ts';
import { serviceEventTypes } from './service-events.ts';
import { rewoundService } from './service-plan.rules.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const movers = ['SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE'] as const;
const types: readonly ServiceType[] = ['REFUND', 'RETURN', 'EXCHANGE'];
const actions = (Object.keys(serviceActions) as ServiceAction[]).filter((action) => action !== 'FINISH_REFUND');

/** Evenly from 0 to 1: what is biased towards its ends would always do the same. */
const unit = fc.noBias(fc.nat({ max: 999_999 })).map((number) => number / 1_000_000);

interface LineShape { readonly quantity: number; readonly saleTotal: number; readonly pointsPart: number }
const shapes = fc.array(fc.record<LineShape>({ quantity: fc.integer({ min: 1, max: 5 }), saleTotal: fc.nat({ max: 3000 }), pointsPart: unit }), { minLength: 1, maxLength: 4 });

const itemOf = (orderId: string, points: readonly number[], shares: readonly number[]) => ({ quantity, saleTotal }: LineShape, index: number): OrderItemRow => ({
  orderId, seq: index + 1, skuId: newId(), skuCode: `S${index}`, productId: newId(), productCode: `P${index}`, name: `Goods ${index}`, specification: null, barcode: null, cover: null, weightGrams: null,
  quantity, currency: 'GBP', listPrice: Math.round(saleTotal / quantity), salePrice: Math.round(saleTotal / quantity), listTotal: saleTotal, discountTotal: 0, saleTotal, priceReason: null,
  parentSeq: null, pointsUsed: points[index]!, pointsShare: shares[index]!, freightShare: 0, pricing: null, sold: null, status: 'CREATED', commentId: null, reviewedAt: null, returningQuantity: 0, returnedQuantity: 0,
});

const ways = [
  ['ONLINE', 'EXPRESS', 'CONFIRM_PENDING'], ['ONLINE', 'EXPRESS', 'DELIVER_PENDING'], ['ONLINE', 'EXPRESS', 'DELIVERED'], ['ONLINE', 'EXPRESS', 'CONFIRMED'], ['ONLINE', 'FLASH', 'DELIVER_PENDING'], ['ONLINE', 'FLASH', 'CONFIRMED'],
  ['ONLINE', 'SELF_PICK', 'PICK_PENDING'], ['ONLINE', 'SELF_PICK', 'CONFIRMED'], ['IN_STORE', 'SELF_PICK', 'CONFIRM_PENDING'], ['IN_STORE', 'SELF_PICK', 'CONFIRMED'],
] as const;

/** What helped to pay: points by their worth in pence, what the order earns, and what the customer keeps. */
const benefitShapes = fc.record({
  points: fc.constantFrom(0, 1, 1, 3), perPenny: fc.constantFrom(0.01, 1, 3.5), earns: fc.constantFrom(0, 0.01, 1, 2.7), coupon: fc.boolean(), pointsLeft: fc.nat({ max: 300 }), wallet: fc.nat({ max: 2000 }),
});

/** A paid order with lines, paid by points and up to three tenders. */
const starts: fc.Arbitrary<Model> = fc.record({
  way: fc.constantFrom(...ways), lines: shapes, split: fc.tuple(unit, unit), tenders: fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom<Tender>('CASH', 'SANDBOX', 'WALLET'))), helped: benefitShapes,
}).map(({ way: [kind, deliveryType, fulfilment], lines, split, tenders, helped }) => {
  const shares = lines.map(({ saleTotal, pointsPart }) => (helped.points === 0 ? 0 : Math.floor(saleTotal * Math.min(1, pointsPart * 1.1))));
  const pointsUsed = Math.ceil(sum(shares) * helped.perPenny);
  const saleTotal = sum(lines.map((line) => line.saleTotal));
  const total = saleTotal - sum(shares);
  const first = Math.floor(total * split[0]);
  const amounts = [first, Math.floor((total - first) * split[1])];
  const parts = [...amounts, total - sum(amounts)].map((amount, index) => ({ amount, tender: tenders[index]! })).filter(({ amount }) => amount > 0);
  const paid = someOrder({
    kind, deliveryType, fulfilment, total, listTotal: saleTotal, pieces: sum(lines.map(({ quantity }) => quantity)), paidTotal: total,
    pointsUsed, pointsTotal: sum(shares), pointsToEarn: Math.floor(total * helped.earns), couponCode: helped.coupon ? 'WALK' : null, storeId: newId(), storeCode: 'S-1', storeName: 'Shop',
    timerAt: fulfilment === 'DELIVERED' ? secondsAfter(noon, 864_000) : null, finishedAt: fulfilment === 'CONFIRMED' ? noon : null,
  });
  const payment = paymentStateOf(paid, false);
  const order: OrderRow = { ...paid, payment, status: statusOf(fulfilment, payment, 'NONE') };
  const payments = parts.map(({ amount, tender }) => ({
    orderId: order.id, id: newId(), number: newId(), tender, state: 'SUCCEEDED' as const, currency: 'GBP', amount, tendered: null, change: null, refunded: 0, providerTransactionId: null,
    clientParameters: null, createdAt: noon, settledAt: noon, nextQueryAt: null, queries: 0,
  }));
  const left = { points: helped.pointsLeft, wallet: helped.wallet };
  return {
    ofOrder: { order, lines: lines.map(itemOf(order.id, shared(pointsUsed, shares), shares)), documents: [] }, payments, refunds: [], now: noon, events: [], snapshots: new Map(),
    benefits: benefitsAtStart(order, payments, left, noon),
  };
});

/** One command, by whoever; `a`, `b` and `c` choose among what there is. */
interface Command {
  readonly kind: 'open' | 'step' | 'move' | 'answer' | 'pay' | 'hold' | 'overpay' | 'spend' | 'wait';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
const commands = fc.array(fc.record<Command>({
  kind: fc.oneof({ weight: 3, arbitrary: fc.constant('open' as const) }, { weight: 8, arbitrary: fc.constant('step' as const) }, { weight: 4, arbitrary: fc.constant('answer' as const) },
    { weight: 2, arbitrary: fc.constantFrom('pay' as const, 'move' as const, 'hold' as const) },
    { weight: 1, arbitrary: fc.constantFrom('overpay' as const, 'spend' as const, 'wait' as const) }),
  a: unit, b: unit, c: unit,
}), { maxLength: 40, size: 'max' });

const choose = <T>(from: readonly T[], by: number): T => from[Math.floor(by * from.length)]!;

function openingOf({ ofOrder }: Model, { a, b, c }: Command): Opening {
  const lines = returnableLines(ofOrder);
  const some = lines.filter((_, index) => (Math.floor(a * 64) >> index) % 2 === 0);
  const returns = b < 0.3 ? [] : some.map(({ seq, worth }) => ({ seq, quantity: 1 + Math.floor(c * worth.quantity), ...(a > 0.8 && { refundFee: (b * 3).toFixed(2) }) }));
  const replacements = b > 0.4 ? Array.from({ length: 1 + Math.floor(a * 2) }, (_, index) => Math.floor(2500 * ((c * 7 + index) % 1))) : [];
  return { type: choose(types, a), mover: choose(movers, c), returns, replacements, handedIn: b > 0.5, refundNow: c > 0.7 };
}

/** Steps that somebody may take now on some document. */
const possible = ({ ofOrder: { order, documents } }: Model) => documents.flatMap(({ row }) => movers.flatMap((mover) =>
  actions.filter((action) => judgeService(row, order, action, somebody(mover)).kind === 'allowed').map((action) => ({ id: row.id, action, mover }))));

/** Steps of the order itself that a walk takes: on to its end, or off. */
const orderSteps: ReadonlySet<Action> = new Set(['CONFIRM', 'ACCEPT', 'START_DELIVERY', 'SHIP', 'COMPLETE', 'CONFIRM_RECEIPT', 'CANCEL']);

function happen(model: Model, command: Command): Model {
  const { kind, a, b, c } = command;
  if (kind === 'open') return openService(model, openingOf(model, command));
  if (kind === 'wait') return { ...model, now: secondsAfter(model.now, Math.floor(a * serviceSettings.returnWithinSeconds)) };
  if (kind === 'pay') return pay(model, b < 0.5 ? due(model) : Math.floor(due(model) * c), choose(['CASH', 'SANDBOX', 'WALLET'] as const, a));
  if (kind === 'spend') return spendPoints(model, a);
  if (kind === 'move') {
    const moves = possibleSteps(model.ofOrder.order, model.now).filter(({ action }) => orderSteps.has(action));
    return moves.length === 0 ? model : moveOrder(model, choose(moves, a));
  }
  if (kind === 'hold') return holdOrRelease(model);
  if (kind === 'overpay') return pay(model, 1 + Math.floor(a * 900), 'SANDBOX');
  if (kind === 'answer') {
    const twice = model.refunds.find(({ state, serviceId, paidTwiceAt }) => state === 'PAID_OTHERWISE' && serviceId !== null && paidTwiceAt === null);
    if (twice && c > 0.7) return payTwice(model, twice.id);
    const asked = model.refunds.filter(({ state }) => !hasGoneBack(state));
    return asked.length === 0 ? model : answer(model, choose(asked, a).id, b < 0.5 ? 'succeeded' : choose(['pending', 'unknown', 'failed', 'declined'] as const, c));
  }
  const steps = possible(model).filter(({ action }) => action !== 'REPLY' || c < 0.2);
  if (steps.length === 0) return model;
  const { id, action, mover } = choose(steps, a);
  return moveService(model, id, action, mover, b);
}

const walked = (start: Model, made: readonly Command[], look: (model: Model) => void): Model => made.reduce((model, command) => {
  const after = happen(model, command);
  look(after);
  return after;
}, start);

/** Brings every refund and every payment that is due to its end, as gateways and customers can. */
const settled = (model: Model): Model => model.refunds.reduce((paid, { id }) => answer(paid, id, 'succeeded'), pay(released(model), due(model), 'CASH'));
const released = (model: Model): Model => (model.ofOrder.order.heldAt === null ? model : holdOrRelease(model));

/** Whether somebody can bring every document to its end from here, searched step by step. */
function canClose(model: Model): boolean {
  const ahead = [model];
  const known = new Set<string>();
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const left = next.ofOrder.documents.filter(({ row }) => !isClosed(row.status));
    if (left.length === 0) return true;
    const key = left.map(({ row }) => `${row.id} ${row.status} ${row.payoutState} ${row.replacementShippedAt} ${due(next)}`).join();
    if (known.has(key) || known.size > 300) continue;
    known.add(key);
    const here = next;
    ahead.push(...possible(here).filter(({ action }) => !['REPLY', 'CHANGE_AMOUNT', 'SEND_BACK', 'REFUSE', 'CANCEL'].includes(action)).map(({ id, action, mover }) => moveService(here, id, action, mover, 0.99)), settled(here));
  }
  return false;
}

/** Every state, event and turn that walks must come through. */
const everythingThere: readonly string[] = [
  ...['CREATED', 'HANDLING', 'REFUND_PENDING', 'REFUNDED', 'CANCELED'].flatMap((status) => types.map((type) => `${type} ${status}`)),
  'RETURN RETURN_PENDING', 'EXCHANGE RETURN_PENDING', 'EXCHANGE DELIVERING', 'EXCHANGE EXCHANGED', 'NONE', 'RUNNING', 'REFUSED', 'DONE',
  ...Object.keys(serviceEventTypes), 'SERVICE_OPENED', 'SERVICE_MOVED', 'SERVICE_CLOSED', 'PAY_SUPPLEMENT', 'PAYMENT_RECEIVED', 'REFUND_FAILED',
  'CANCELED_RETURN_PENDING', 'CANCELED_REFUND_PENDING', 'CLOSED_REFUNDED', 'CLOSED_CONFIRMED', 'DELIVERED_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_PICK_PENDING',
  'SPEND_RETURNED', 'EARN', 'EARN_REVERSED', 'WALLET_PAYMENT', 'WALLET_REFUND', 'a coupon that came back', 'CANCEL', 'COMPLETE', 'CONFIRM_RECEIPT',
  'HOLD', 'RELEASE', 'a surplus that went back', 'goods given in exchange that came back',
];

describe('an order and its documents, whatever is done to them in whatever order', () => {
  test('stay lawful at every step: money, pieces, facts and status', () => {
    const met = new Set<string>();
    fc.assert(fc.property(starts, commands, (start, made) => {
      const look = (model: Model): void => {
        const broken = [...brokenLaws(model), ...brokenBenefitLaws(model, model.benefits)];
        if (broken.length > 0) throw new Error(broken.join('\n'));
      };
      look(start);
      const { ofOrder: { order, documents }, events, refunds, benefits } = walked(start, made, look);
      for (const { row } of documents) met.add(`${row.type} ${row.status}`).add(row.payoutState);
      for (const { type } of events) met.add(type);
      if (refunds.some(({ serviceId }) => serviceId === null)) met.add('a surplus that went back');
      if (documents.some((document) => returned(document).some(({ lineSeq }) => lineSeq! > start.ofOrder.lines.length))) met.add('goods given in exchange that came back');
      for (const { reason } of benefits.postings) met.add(reason);
      if (benefits.couponReturns > 0) met.add('a coupon that came back');
      met.add(order.status);
    }), { numRuns: 2000 });
    // So that a walk that went nowhere would be noticed.
    expect([...everythingThere].filter((one) => !met.has(one))).toEqual([]);
  }, 120_000);

  test('can be brought to their end from everywhere, without anybody giving in', () => {
    fc.assert(fc.property(starts, commands, (start, made) => {
      const end = walked(start, made, () => undefined);
      expect(canClose(end)).toBe(true);
      const closed = settled(end).ofOrder.order;
      if (!isOver(closed.fulfilment) && closed.afterSales === 'NONE') expect(canEnd(closed, end.now)).toBe(true);
    }), { numRuns: 400 });
  }, 120_000);

  test('can be shown as they were at every version', () => {
    fc.assert(fc.property(starts, commands, (start, made) => {
      const end = walked(start, made, () => undefined);
      const events = JSON.parse(JSON.stringify(end.events)) as typeof end.events;
      for (const [id, snapshots] of end.snapshots) {
        const last = end.ofOrder.documents.find(({ row }) => row.id === id)!;
        const history = events.filter(({ subjectId }) => subjectId === id);
        expect(history.map(({ version }) => version)).toEqual(Array.from({ length: last.row.version }, (_, index) => index + 1));
        for (const snapshot of snapshots) expect(rewoundService(last, history, snapshot.row.version)).toEqual(snapshot);
      }
      const { order } = end.ofOrder;
      const told = [{ version: 1, changes: initialChanges(start.ofOrder.order) as Record<string, unknown> }, ...events.filter(({ subjectId }) => subjectId === order.id).map(({ version, changes }) => ({ version, changes: changes as Record<string, unknown> }))];
      expect(rewound(order, told, order.version)).toEqual(order);
    }), { numRuns: 400 });
  }, 120_000);

  test('offer to every caller just the steps that they could ever take, enabled where they can be taken now', () => {
    fc.assert(fc.property(starts, commands, (start, made) => {
      const { ofOrder: { order, documents } } = walked(start, made, () => undefined);
      for (const mover of movers) for (const { row } of documents) {
        const offered = serviceAvailabilityOf(row, order, somebody(mover));
        expect(offered.map(({ action }) => action)).toEqual(serviceActionsOf(row.type, mover));
        for (const { action, reason } of offered) expect(reason === null).toBe(judgeService(row, order, action, somebody(mover)).kind === 'allowed');
      }
    }), { numRuns: 200 });
  }, 120_000);
});

describe('everything given back in whatever portions', () => {
  test('gives back exactly what was paid, over just the payments that brought it', () => {
    fc.assert(fc.property(starts, fc.array(fc.record({ a: unit, b: unit }), { maxLength: 25 }), (start, made) => {
      fc.pre(openingRefusal(start.ofOrder.order, 'REFUND', 'STAFF', noon, serviceSettings) === null);
      const refund = (model: Model, returns: Opening['returns']): Model => openService(model, { type: 'REFUND', mover: 'STAFF', returns, replacements: [], handedIn: false, refundNow: true });
      const parts = made.reduce((model, { a, b }) => {
        const line = choose(returnableLines(model.ofOrder), a);
        return settled(refund(model, [{ seq: line.seq, quantity: 1 + Math.floor(b * line.worth.quantity) }]));
      }, start);
      const { ofOrder: { order, documents }, payments, benefits } = settled(refund(parts, []));
      expect(order).toMatchObject({ fulfilment: 'REFUNDED', status: 'CLOSED_REFUNDED', refundedTotal: order.paidTotal });
      expect(payments.every(({ amount, refunded }) => amount === refunded)).toBe(true);
      expect(sum(documents.flatMap(returned).map(({ amount }) => amount))).toBe(order.total);
      expect(benefits).toMatchObject({ points: benefits.before.points, wallet: benefits.before.wallet, couponReturns: order.couponCode === null ? 0 : 1 });
    }), { numRuns: 500 });
  }, 120_000);
});
