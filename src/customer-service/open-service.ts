import { callerOf, type Context } from '../context.ts';
import { sellingRefusal } from '../orders/placing/sell-for-company.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import type { OrderPlan } from '../orders/steps/order-plan.rules.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import type { Companions } from '../orders/steps/write-order.ts';
import { paymentsOf } from '../payments/payment.queries.ts';
import type { PaymentRow } from '../payments/payment.tables.ts';
import type { CommandScope, Remembered } from '../platform/commands.ts';
import { violatedUnique } from '../platform/database.ts';
import type { Actor } from '../platform/event-log.ts';
import { newIdAt } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { epochOf } from '../platform/time.ts';
import { refuseService, type ServiceAnswer, type ServiceOutcome } from './command-on-service.ts';
import type { ServiceType } from './customer-service.lifecycle.ts';
import { caseOf, findServiceByUid, pointsToLose } from './customer-service.queries.ts';
import { openingRefusal } from './customer-service.rules.ts';
import { replacementItems, returnItemsOf, sameGoods, type DraftItem, type ReplacementDraft, type ReturnDraft } from './document-items.rules.ts';
import { documentOf, freightGoesBack, reasonRefusal, type OpeningDraft, type Standing } from './open-service.rules.ts';
import { nextLineSeq, type OrderCase, type ServiceDocument } from './order-case.rules.ts';
import { payingOut } from './pay-out.ts';
import { planCase } from './plan-case.ts';
import { withHandedIn } from './handed-in.rules.ts';
import { findReason } from './reason.queries.ts';
import { replacementsFor, type ReplacementLine } from './replacement-goods.ts';
import { newServiceNumber } from './service-number.ts';
import { opening, type ServicePlan } from './service-plan.rules.ts';
import { writeCase, type CasePlan } from './write-service.ts';

/** What is asked for, and by whom. */
export interface OpenRequest {
  readonly type: ServiceType;
  readonly draft: OpeningDraft;
  readonly returns: readonly ReturnDraft[];
  readonly replacements: readonly ReplacementLine[];
  readonly cancelsOrder: boolean;
  /** Null where a shopper asks for it. */
  readonly clerk: Actor | null;
  readonly goodsHandedIn: boolean;
  readonly refundNow: boolean;
  /** What has happened to the order before, by the same write. */
  readonly order?: OrderPlan;
}

/** What else the same statement writes, and what of it is remembered with the key and shown in the answer. */
export interface Alongside {
  readonly companions?: Companions;
  readonly remember: Remembered;
  readonly shown: Pick<ServiceAnswer, 'cart'>;
}
type PlanAlongside = (document: ServiceDocument) => Promise<Alongside | Refusal[]>;

const nothingElse: PlanAlongside = async () => ({ remember: {}, shown: {} });

const numberTries = 3;

/** Beyond this many, a shopper's documents on one order are no requests any more. */
const maximalDocuments = 50;

interface Prepared {
  readonly ofOrder: OrderCase;
  readonly payments: readonly PaymentRow[];
  readonly pointsBalance: number;
  readonly service: ServicePlan;
  readonly payout: CasePlanShares;
}
type CasePlanShares = Parameters<typeof planCase>[0]['payout'];

/** Opens a document on an order that the caller may know of. Null when somebody else was faster. */
export async function openOnOrder(context: Context, scope: CommandScope, order: OrderRow, request: OpenRequest, planAlongside: PlanAlongside = nothingElse): Promise<ServiceOutcome | null> {
  for (let tries = 1; ; tries += 1) {
    const plan = await planOpening(context, scope, order, request);
    if (Array.isArray(plan)) return refuseService({ document: null, order }, plan);
    const { service: { after: document }, order: { after } } = plan as CasePlan;
    const alongside = await planAlongside(document);
    if (Array.isArray(alongside)) return refuseService({ document: null, order }, alongside);
    const { companions, remember, shown } = alongside as Alongside;
    try {
      const written = await writeCase(scope, plan as CasePlan, companions, remember);
      return written ? { kind: 'done', value: { ...shown, document, order: after } } : null;
    } catch (error) {
      const violated = violatedUnique(error);
      if (violated === 'customer_services_uid_key') return duplicateUid(request, order);
      if (violated !== 'customer_services_number_key' || tries === numberTries) throw error;
    }
  }
}

export const duplicateUid = ({ draft: { uid } }: Pick<OpenRequest, 'draft'>, order: OrderRow | null): ServiceOutcome =>
  refuseService({ document: null, order }, [refusal('DUPLICATE_UID', `A customer service with the uid "${uid}" exists already.`, ['uid'])]);

/** What is to be written when the document is opened, or why it cannot be. */
export async function planOpening(context: Context, scope: CommandScope, order: OrderRow, request: OpenRequest): Promise<CasePlan | Refusal[]> {
  const prepared = await prepare(context, scope, order, request);
  if (Array.isArray(prepared)) return prepared;
  const { ofOrder, payments, pointsBalance, service, payout } = prepared as Prepared;
  const { actor } = moverOf(callerOf(context));
  return planCase({ ofOrder, service, payments, pointsBalance, payout, actor, ...(request.order && { order: request.order }) }, scope.now, context.orderSettings);
}

async function prepare(context: Context, scope: CommandScope, order: OrderRow, request: OpenRequest): Promise<Prepared | Refusal[]> {
  const { mover, actor } = moverOf(callerOf(context));
  const refused = openingRefusal(order, request.type, mover, scope.now, context.serviceSettings);
  if (refused) return [refused];
  const lacking = await sellingRefusal(scope.db, callerOf(context), order);
  if (lacking) return [lacking];
  const standing = standingOf(context, order, request.clerk);
  const [ofOrder, payments, pointsBalance, reason, known] = await Promise.all([
    caseOf(scope.db, order), paymentsOf(scope.db, order.id), pointsToLose(scope.db, order), findReason(scope.db, request.draft.reasonCode),
    scope.rehearsal && request.draft.uid != null ? findServiceByUid(scope.db, callerOf(context), request.draft.uid, standing.uidScope) : null,
  ]);
  if (known) return [refusal('DUPLICATE_UID', `A customer service with the uid "${request.draft.uid}" exists already: ${known.number}.`, ['uid'])];
  if (mover === 'SHOPPER' && ofOrder.documents.length >= maximalDocuments) return [refusal('INVALID_INPUT', `The order has ${maximalDocuments} customer services already; ask the store.`, ['orderId'])];
  const withFreight = freightGoesBack(request.type, order, reason);
  const items = await itemsOf(context, scope, ofOrder, request, withFreight);
  const wrong = [reasonRefusal(request.draft, reason, request.type), ...(isRefused(items) ? items : [])].filter((found) => found !== null);
  if (wrong.length > 0 || isRefused(items)) return wrong;
  const { type, draft, cancelsOrder } = request;
  const document = documentOf({ id: newIdAt(epochOf(scope.now)), number: newServiceNumber(scope.now), type, draft, reason, items, withFreight, cancelsOrder, standing }, scope.now);
  const opened = withHandedIn(opening(document, actor, draft.content ?? null), request, { actor, mover }, scope.now);
  const followed = payingOut(context, scope, { payments, ofOrder }, request.refundNow)(opened);
  return 'code' in followed ? [followed] : { ofOrder, payments, pointsBalance, service: followed.plan, payout: followed.payout };
}

export const isRefused = <T extends object>(found: readonly T[] | readonly Refusal[]): found is Refusal[] => found.length > 0 && 'code' in found[0]!;

const standingOf = (context: Context, order: OrderRow, clerk: Actor | null): Standing => ({
  order, store: order.storeId === null ? null : { id: order.storeId, code: order.storeCode!, name: order.storeName! },
  customerId: order.customerId, clerk, currency: order.currency, uidScope: clerk ? (order.storeId ?? callerOf(context).personId) : callerOf(context).personId,
});

async function itemsOf(context: Context, scope: CommandScope, ofOrder: OrderCase, { type, returns, replacements }: OpenRequest, withFreight: boolean): Promise<DraftItem[] | Refusal[]> {
  const back = returnItemsOf(ofOrder, returns, withFreight);
  if (isRefused(back) || type !== 'EXCHANGE') return back;
  const given: ReplacementDraft[] | Refusal[] = replacements.length === 0 ? sameGoods(back) : await replacementsFor(context, scope, ofOrder.order, replacements);
  return isRefused<ReplacementDraft>(given) ? given : [...back, ...replacementItems(given, back.length + 1, nextLineSeq(ofOrder), ofOrder.order.currency)];
}
