import { newId, toGlobalId } from '../../src/platform/ids.ts';
import { systemActor, type NewEvent } from '../../src/platform/event-log.ts';
import type { Instant } from '../../src/platform/time.ts';
import { withHandedIn } from '../../src/customer-service/handed-in.rules.ts';
import { newServiceNumber } from '../../src/customer-service/service-number.ts';
import { documentOf, freightGoesBack } from '../../src/customer-service/open-service.rules.ts';
import { openingRefusal, judgeService } from '../../src/customer-service/customer-service.rules.ts';
import type { ServiceAction, ServiceTransition, ServiceType } from '../../src/customer-service/customer-service.lifecycle.ts';
import { receivedItems, replacementItems, returnItemsOf, sameGoods, settle, settledAs, withAmount, type DraftItem, type ReturnDraft } from '../../src/customer-service/document-items.rules.ts';
import { nextLineSeq, returned, withDocument, type OrderCase, type ServiceDocument } from '../../src/customer-service/order-case.rules.ts';
import { awaitsSupplement, payoutOf, withPaidOtherwise, withPaidTwice, withPayout, withRefundMoved, withSupplementPaid } from '../../src/customer-service/payout.rules.ts';
import { planCase, planFollowed } from '../../src/customer-service/plan-case.ts';
import { opening, untouched, withHappening, withServiceStep, type ServicePlan } from '../../src/customer-service/service-plan.rules.ts';
import type { Mover } from '../../src/orders/order.lifecycle.ts';
import type { OrderPlan } from '../../src/orders/steps/order-plan.rules.ts';
import { amountDueOf, judge } from '../../src/orders/order.rules.ts';
import { surplusOf, withPayment } from '../../src/orders/paying/receive-payment.rules.ts';
import { planOtherwise, type OtherwisePlan } from '../../src/orders/paying/plan-otherwise.ts';
import { planRefund } from '../../src/orders/paying/plan-refund.ts';
import { planPaidTwice, planRefundMoved, refundSettlement } from '../../src/orders/paying/settle-refund.ts';
import type { GatewayOutcome } from '../../src/payments/gateway.ts';
import type { Tender } from '../../src/payments/payment-states.ts';
import { hasGoneBack, refundable, type RefundShare } from '../../src/payments/payment.rules.ts';
import type { PaymentRow, RefundRow } from '../../src/payments/payment.tables.ts';
import type { LedgerPosting } from '../../src/customers/ledger.rules.ts';
import type { Benefits } from './benefit-laws.ts';
import { following, spendElsewhere, walletPayment } from './benefits-model.ts';
import { settings, somebody, takeAtDesk, takeStep, type Possible } from './order-walks.ts';

/** An order with its documents and its money, as the database would hold them, moved by the rules alone. */
export interface Model {
  readonly ofOrder: OrderCase;
  readonly payments: readonly PaymentRow[];
  readonly refunds: readonly RefundRow[];
  readonly benefits: Benefits;
  readonly now: Instant;
  readonly events: readonly NewEvent[];
  /** Every state that a document was ever in, by version. */
  readonly snapshots: ReadonlyMap<string, readonly ServiceDocument[]>;
}

export const serviceSettings = { returnWithinSeconds: 7 * 86_400 };

const noted = (snapshots: Model['snapshots'], { row, items }: ServiceDocument): Model['snapshots'] =>
  new Map([...snapshots, [row.id, [...(snapshots.get(row.id) ?? []), { row, items }]]]);

const counted = (payments: readonly PaymentRow[], rows: readonly RefundRow[]): PaymentRow[] => payments.map((payment) =>
  ({ ...payment, refunded: payment.refunded + rows.filter(({ paymentId }) => paymentId === payment.id).reduce((sum, { amount }) => sum + amount, 0) }));

interface Written {
  readonly order: OrderPlan;
  readonly services: readonly ServicePlan[];
  readonly lines: readonly { readonly seq: number }[];
  readonly refunds: readonly RefundRow[];
  readonly postings: readonly LedgerPosting[];
}

/** What one statement writes. */
function written(model: Model, { order, services, lines, refunds, postings }: Written): Model {
  const ofOrder = services.reduce((all, { after }) => withDocument(all, after), model.ofOrder);
  const changed = ofOrder.lines.map((line) => ({ ...line, ...lines.find(({ seq }) => seq === line.seq) }));
  return {
    ...model, ofOrder: { ...ofOrder, order: order.after, lines: changed }, payments: counted(model.payments, refunds), refunds: [...model.refunds, ...refunds],
    benefits: following(model.benefits, order, postings),
    events: [...model.events, ...order.events, ...services.flatMap(({ events }) => events)],
    snapshots: services.reduce((all, { after }) => noted(all, after), model.snapshots),
  };
}

function write(model: Model, service: ServicePlan, payout: readonly RefundShare[], mover: Mover, otherwise?: OtherwisePlan): Model {
  const plan = planCase({ ofOrder: model.ofOrder, service, payments: model.payments, pointsBalance: model.benefits.points, payout, actor: somebody(mover).actor, order: otherwise?.order, postings: otherwise?.postings }, model.now, settings);
  const { refund } = otherwise ?? {};
  return written({ ...model, refunds: model.refunds.map((each) => (each.id === refund?.id ? refund : each)) }, { ...plan, services: [plan.service] });
}

export interface Opening {
  readonly type: ServiceType;
  readonly mover: Mover;
  readonly returns: readonly ReturnDraft[];
  /** Prices of goods that are wanted in exchange; the same goods where there are none. */
  readonly replacements: readonly number[];
  readonly handedIn: boolean;
  readonly refundNow: boolean;
}

const article = () => ({ skuId: newId(), skuCode: 'NEW', productId: newId(), productCode: 'NEW', name: 'New', specification: null, barcode: null, cover: null, weightGrams: null, unitCost: null });

function itemsFor({ ofOrder }: Model, { type, returns, replacements }: Opening, withFreight: boolean): DraftItem[] | null {
  const back = returnItemsOf(ofOrder, returns, withFreight);
  if (back.length > 0 && 'code' in back[0]!) return null;
  const items = back as DraftItem[];
  if (type !== 'EXCHANGE') return items;
  const given = replacements.length === 0 ? sameGoods(items) : replacements.map((price) => ({ article: article(), quantity: 1, price, total: price }));
  return [...items, ...replacementItems(given, items.length + 1, nextLineSeq(ofOrder), ofOrder.order.currency)];
}

/** Opens a document; the model as it is where that is refused. */
export function openService(model: Model, asked: Opening): Model {
  const { ofOrder: { order }, now } = model;
  const { type, mover, handedIn, refundNow } = asked;
  if (openingRefusal(order, type, mover, now, serviceSettings)) return model;
  const withFreight = freightGoesBack(type, order, null);
  const items = itemsFor(model, asked, withFreight);
  if (!items) return model;
  const who = somebody(mover);
  const clerk = mover === 'SHOPPER' ? null : who.actor;
  const document = documentOf({
    id: newId(), number: newServiceNumber(now), type, draft: { reason: 'A walk' }, reason: null, items, withFreight, cancelsOrder: false,
    standing: { order, store: null, customerId: order.customerId, clerk, currency: order.currency, uidScope: newId() },
  }, now);
  const opened = withHandedIn(opening(document, who.actor, null), { type, goodsHandedIn: handedIn && mover !== 'SHOPPER', refundNow: refundNow && mover !== 'SHOPPER' }, who, now);
  const begun = { ...model, snapshots: noted(model.snapshots, document) };
  const verdict = refundNow && mover !== 'SHOPPER' ? judgeService(opened.after.row, order, 'REFUND', who) : null;
  if (verdict?.kind !== 'allowed') return write(begun, opened, [], mover);
  const shares = payoutOf(opened.after.row, model.payments, null, (id) => id);
  return 'code' in shares ? model : write(begun, withPayout(opened, verdict.transition, shares, { ...who, comment: null, asked: false }, now), shares, mover);
}

/** A number from 0 to 1, by which a step chooses among what it may do. */
export type Pick = number;

const upTo = (pick: Pick, maximum: number): number => Math.min(maximum, Math.floor(pick * (maximum + 1)));

interface Step {
  readonly plan: ServicePlan;
  readonly payout: readonly RefundShare[];
  readonly otherwise?: OtherwisePlan;
}

function stepped(model: Model, document: ServiceDocument, transition: ServiceTransition, mover: Mover, pick: Pick): Step | null {
  const { now } = model;
  const who = somebody(mover);
  const { row, items } = document;
  const plan = untouched(document);
  const plain = (changes = {}, its: ServiceDocument['items'] | null = null): Step =>
    ({ plan: withServiceStep(plan, transition, { actor: who.actor, comment: null, changes, ...(its && { items: its }) }, now), payout: [] });
  switch (transition.action) {
    case 'RECEIVE': {
      const receipts = returned(document).map(({ seq, quantity }, index) => ({ seq, quantity: index === 0 ? Math.max(1, upTo(pick, quantity)) : quantity, condition: null }));
      const { items: settled, ...sums } = settle(row.type, receivedItems(model.ofOrder, items, receipts, row.withFreight));
      return plain(sums, settled);
    }
    case 'CHANGE_AMOUNT': {
      const most = returned(document).reduce((sum, { goods, freight }) => sum + goods + (row.withFreight ? freight : 0), 0);
      const { items: settled, ...sums } = settle(settledAs(row), withAmount(items, upTo(pick, most), row.withFreight)!);
      return plain(sums, settled);
    }
    case 'REFUND_INSTEAD': {
      const { items: _items, ...sums } = settle('RETURN', items);
      return plain({ ...sums, replacementTotal: 0 });
    }
    case 'REFUND': {
      const shares = payoutOf(row, model.payments, null, (id) => id);
      return 'code' in shares ? null : { plan: withPayout(plan, transition, shares, { ...who, comment: null, asked: true }, now), payout: shares };
    }
    case 'PAY_OUT_OTHERWISE': {
      const refunds = model.refunds.filter(({ serviceId }) => serviceId === row.id);
      const failed = refunds.find(({ state }) => state === 'FAILED')!;
      const draft = { refundId: toGlobalId('refund', failed.id), way: (['CASH', 'WALLET', 'BY_HAND'] as const)[upTo(pick, 2)]!, reference: 'T-1', reason: 'Refused' };
      const otherwise = planOtherwise(model.ofOrder.order, refunds, draft, who.actor, now);
      if (Array.isArray(otherwise)) return null;
      const all = refunds.map((each) => (each.id === failed.id ? otherwise.refund : each));
      return { plan: withPaidOtherwise(plan, transition, otherwise.refund, all, { actor: who.actor, comment: null }, now), payout: [], otherwise };
    }
    case 'RETRY_REFUND':
      return plain({ payoutState: 'RUNNING' });
    case 'REPLY':
      return { plan: withHappening(plan, { type: 'REPLY', actor: who.actor, comment: 'Well?' }, now), payout: [] };
    default:
      return plain();
  }
}

/** Takes a step of a document; the model as it is where that is refused. */
export function moveService(model: Model, id: string, action: ServiceAction, mover: Mover, pick: Pick): Model {
  const document = model.ofOrder.documents.find(({ row }) => row.id === id)!;
  const verdict = judgeService(document.row, model.ofOrder.order, action, somebody(mover));
  const step = verdict.kind === 'allowed' ? stepped(model, document, verdict.transition, mover, pick) : null;
  if (!step) return model;
  const after = write(model, step.plan, step.payout, mover, step.otherwise);
  if (action !== 'RETRY_REFUND') return after;
  return { ...after, refunds: after.refunds.map((refund) => (refund.serviceId === id && refund.state === 'FAILED' ? { ...refund, state: 'REQUESTED' } : refund)) };
}

/** A gateway pays what somebody had paid out otherwise, when it had refused. */
export function payTwice(model: Model, id: string): Model {
  const refund = model.refunds.find((each) => each.id === id)!;
  const { ofOrder, now } = model;
  const document = ofOrder.documents.find(({ row }) => row.id === refund.serviceId)!;
  const { order, services, lines } = planFollowed(ofOrder, planPaidTwice(ofOrder.order, refund, systemActor, now), [withPaidTwice(untouched(document), 'After all.', systemActor, now)], systemActor, now, settings);
  return { ...written(model, { order, services, lines, refunds: [], postings: [] }), refunds: model.refunds.map((each) => (each.id === id ? { ...each, paidTwiceAt: now } : each)) };
}

/** A gateway says something about a refund that was asked for. */
export function answer(model: Model, id: string, outcome: GatewayOutcome['kind'] | 'declined'): Model {
  const refund = model.refunds.find((each) => each.id === id)!;
  if (hasGoneBack(refund.state)) return model;
  const { ofOrder, now } = model;
  const said: GatewayOutcome = outcome === 'succeeded' ? { kind: outcome, transactionId: newId(), amount: refund.amount, currency: refund.currency }
    : outcome === 'pending' ? { kind: outcome } : { kind: outcome === 'declined' ? 'failed' : outcome, reason: 'The gateway says so.' };
  // A card that a terminal declines is asked for by nobody afterwards.
  const to = { ...refundSettlement(refund, said, now), ...(outcome === 'declined' && { nextAttemptAt: null }) };
  const refunds = model.refunds.map((each) => (each.id === id ? { ...each, ...to } : each));
  const plan = planRefundMoved(ofOrder.order, refund, said, to, now);
  if (!plan) return { ...model, refunds };
  const document = refund.serviceId === null ? null : ofOrder.documents.find(({ row }) => row.id === refund.serviceId)!;
  if (!document) return { ...written(model, { order: plan, services: [], lines: [], refunds: [], postings: [] }), refunds };
  const moved = withRefundMoved(untouched(document), { ...refund, ...to }, refunds.filter(({ serviceId }) => serviceId === refund.serviceId), systemActor, now);
  const { order, services, lines } = planFollowed(ofOrder, plan, [moved], systemActor, now, settings);
  return { ...written(model, { order, services, lines, refunds: [], postings: [] }), refunds };
}

/** Money comes in: what is due, or whatever somebody pays twice. */
export function pay(model: Model, amount: number, tender: Tender): Model {
  const { ofOrder: { order }, now } = model;
  if (amount <= 0 || (tender === 'WALLET' && model.benefits.wallet < amount)) return model;
  const id = newId();
  const payment: PaymentRow = {
    orderId: order.id, id, number: `P${id}`, tender, state: 'SUCCEEDED', currency: order.currency, amount, tendered: null, change: null, refunded: 0, providerTransactionId: null,
    clientParameters: null, createdAt: now, settledAt: now, nextQueryAt: null, queries: 0,
  };
  const paid = withPayment(order, { amount, who: somebody('SYSTEM'), comment: null, unknown: false }, now, settings);
  const surplus = planRefund([payment], paid.after, Math.min(surplusOf(paid.after), amount), 'Too much.', now);
  const withMoney: Model = { ...model, payments: [...model.payments, payment] };
  const waiting = paid.events.some(({ type }) => type === 'PAY_SUPPLEMENT') ? model.ofOrder.documents.filter(({ row }) => awaitsSupplement(row)) : [];
  const { order: followed, services, lines } = planFollowed(model.ofOrder, surplus.extend(paid, systemActor), waiting.map((document) => withSupplementPaid(untouched(document), systemActor, now)), systemActor, now, settings);
  const postings = [...(tender === 'WALLET' ? [walletPayment(order, amount, now)] : []), ...surplus.postings(systemActor)];
  return written(withMoney, { order: followed, services, lines, refunds: surplus.rows, postings });
}

/** Somebody moves the order itself; one that is called off gives back what it was paid. */
export function moveOrder(model: Model, step: Possible): Model {
  const { ofOrder: { order }, payments, now } = model;
  const plan = takeStep(order, step, now);
  if (step.action !== 'CANCEL') return written(model, { order: plan, services: [], lines: [], refunds: [], postings: [] });
  const { actor } = somebody(step.mover);
  const back = planRefund(payments, order, payments.reduce((sum, payment) => sum + refundable(payment), 0), 'The order was canceled.', now);
  return written(model, { order: back.extend(plan, actor), services: [], lines: [], refunds: back.rows, postings: back.postings(actor) });
}

/** Somebody stops the order, or lets it go on. */
export function holdOrRelease(model: Model): Model {
  const { ofOrder: { order }, now } = model;
  const action = order.heldAt === null ? 'HOLD' : 'RELEASE';
  if (judge(order, action, somebody('PLATFORM'), now).kind !== 'allowed') return model;
  return written(model, { order: takeAtDesk(order, action, 'PLATFORM', now), services: [], lines: [], refunds: [], postings: [] });
}

/** The customer spends some of their points on something else. */
export const spendPoints = (model: Model, by: Pick): Model => ({ ...model, benefits: spendElsewhere(model.benefits, upTo(by, model.benefits.points)) });

export const due = ({ ofOrder: { order } }: Model): number => amountDueOf(order);
