import { actorOf, callerOf, type Context } from '../context.ts';
import { productsUnavailable } from '../catalog/products-unavailable.rules.ts';
import { sellableSkus, type PricedSku } from '../catalog/catalog.queries.ts';
import { agentRefusal } from '../orders/placing/sell-for-company.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import { runCommand, type Answer, type CommandScope } from '../platform/commands.ts';
import { violatedUnique } from '../platform/database.ts';
import { fromGlobalId, newIdAt, personIdOf } from '../platform/ids.ts';
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { epochOf } from '../platform/time.ts';
import { findMember, findStore } from '../stores/store.queries.ts';
import type { StoreRow } from '../stores/store.tables.ts';
import { keepSeen, refuseService, type ServiceAnswer, type ServiceOutcome } from './command-on-service.ts';
import { findServiceByUid } from './customer-service.queries.ts';
import { maximalQuantity, type DraftItem } from './document-items.rules.ts';
import { withHandedIn } from './handed-in.rules.ts';
import { duplicateUid, isRefused, openOnOrder, type OpenRequest } from './open-service.ts';
import { documentOf, openingTextRefusals, reasonRefusal } from './open-service.rules.ts';
import { articleOf } from './order-case.rules.ts';
import { payingOut } from './pay-out.ts';
import { findReason } from './reason.queries.ts';
import { maximalLineTotal, maySetPrices, priceNotAllowed } from './replacement-goods.ts';
import { lineRefusals, openingCommand } from './request-service.ts';
import { recallService } from './service-as-of.ts';
import type { ClerkReturnLineInput, CustomerServiceCreateInput } from './service-inputs.types.ts';
import { newServiceNumber } from './service-number.ts';
import { opening, type ServicePlan } from './service-plan.rules.ts';
import { writeLoose } from './write-service.ts';

const maximalLines = 2000;

/** A clerk takes goods back, or credits them: of an order, or, for a return, without one (S2-12, S2-198). */
export function createService(context: Context, input: CustomerServiceCreateInput): Promise<Answer<ServiceAnswer>> {
  const request: OpenRequest = {
    type: input.type, draft: input, returns: input.returns ?? [], replacements: input.replacements ?? [], cancelsOrder: false, clerk: actorOf(callerOf(context)),
    goodsHandedIn: input.goodsHandedIn ?? false, refundNow: input.refundNow ?? false,
  };
  const refusals = [...openingTextRefusals(input), ...lineRefusals(input, maximalLines), ...placeRefusals(input)];
  if (input.orderId != null) {
    return openingCommand(context, { operation: 'customerServiceCreate', input, refusals, attempt: (order, scope) => openOnOrder(context, scope, order, request) });
  }
  const run = async (scope: CommandScope): Promise<ServiceOutcome> => {
    const outcome = refusals.length > 0 ? refuseService(null, refusals) : await openLoose(context, scope, input, request);
    return keepSeen(context, scope, outcome);
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'customerServiceCreate', actorId: callerOf(context).personId, input, run, recall: recallService(context) });
}

/** What a document needs, or may not have, with an order and without one. */
function placeRefusals({ orderId, storeId, customerSubject, type, returns, expectedVersion }: CustomerServiceCreateInput): Refusal[] {
  const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);
  if (orderId != null) return storeId == null && customerSubject == null ? [] : [bad('With an order, store and customer are the order’s.', [storeId == null ? 'customerSubject' : 'storeId'])];
  return [
    ...(type === 'RETURN' ? [] : [bad(`${type} needs an order; name it.`, ['orderId'])]),
    ...(storeId == null ? [bad('Name the order, or the store that takes the goods back without one.', ['storeId'])] : []),
    ...(expectedVersion == null ? [] : [bad('Without an order there is no version to expect.', ['expectedVersion'])]),
    ...((returns?.length ?? 0) === 0 ? [bad('Without an order, say what comes back.', ['returns'])] : []),
    ...textRefusals([['customerSubject', customerSubject, 255, true]]),
    ...(returns ?? []).flatMap(({ sku }, index) => (sku == null ? [bad('Without an order, goods are named by their SKU.', ['returns', String(index), 'sku'])] : textRefusals([['sku', sku, 64, true]], ['returns', String(index)]))),
  ];
}

async function openLoose(context: Context, scope: CommandScope, input: CustomerServiceCreateInput, request: OpenRequest): Promise<ServiceOutcome> {
  const caller = callerOf(context);
  const id = fromGlobalId('store', input.storeId!);
  const [store, member] = id ? await Promise.all([findStore(scope.db, id), caller.role === 'STAFF' ? findMember(scope.db, id, caller.personId) : null]) : [null, null];
  if (!store || (caller.role === 'STAFF' && !member)) return refuseService(null, [refusal('NOT_FOUND', 'You work in no store with this id.', ['storeId'])]);
  const lacking = await agentRefusal(scope.db, caller, store, ['storeId']);
  if (lacking) return refuseService(null, [lacking]);
  if (scope.rehearsal && input.uid != null && (await findServiceByUid(scope.db, caller, input.uid, store.id))) return duplicateUid(request, null);
  for (let tries = 1; ; tries += 1) {
    const plan = await planLoose(context, scope, store, input, request);
    if (Array.isArray(plan)) return refuseService(null, plan);
    try {
      await writeLoose(scope, plan as ServicePlan);
      return { kind: 'done', value: { document: (plan as ServicePlan).after, order: null } };
    } catch (error) {
      const violated = violatedUnique(error);
      if (violated === 'customer_services_uid_key') return duplicateUid(request, null);
      if (violated !== 'customer_services_number_key' || tries === 3) throw error;
    }
  }
}

async function planLoose(context: Context, scope: CommandScope, store: StoreRow, input: CustomerServiceCreateInput, request: OpenRequest): Promise<ServicePlan | Refusal[]> {
  const [items, reason] = await Promise.all([looseItems(context, scope, store, input.returns!), findReason(scope.db, input.reasonCode)]);
  const wrong = [reasonRefusal(input, reason, 'RETURN'), ...(isRefused(items) ? items : [])].filter((found) => found !== null);
  if (wrong.length > 0 || isRefused(items)) return wrong;
  const who = moverOf(callerOf(context));
  const document = documentOf({
    id: newIdAt(epochOf(scope.now)), number: newServiceNumber(scope.now), type: 'RETURN', draft: input, reason, items, withFreight: false, cancelsOrder: false,
    standing: { order: null, store, customerId: input.customerSubject == null ? null : personIdOf(input.customerSubject), clerk: who.actor, currency: store.currency, uidScope: store.id },
  }, scope.now);
  const opened = withHandedIn(opening(document, who.actor, input.content ?? null), request, who, scope.now);
  const followed = payingOut(context, scope, { payments: [], ofOrder: null }, request.refundNow)(opened);
  return 'code' in followed ? [followed] : followed.plan;
}

/** Goods that nobody can say when they were bought: at the catalogue's price, or at that of a clerk who may set prices. */
async function looseItems(context: Context, { db, now }: CommandScope, store: StoreRow, lines: readonly ClerkReturnLineInput[]): Promise<DraftItem[] | Refusal[]> {
  const own = lines.findIndex(({ refundFee }) => refundFee != null);
  const [found, mayPrice] = await Promise.all([sellableSkus(db, [...new Set(lines.map(({ sku }) => sku!))], store.currency, { storeId: store.id, at: now }), own === -1 || maySetPrices(context, db, store.id)]);
  if (!mayPrice) return [priceNotAllowed(['returns', String(own), 'refundFee'])];
  const known = new Map(found.map((sku) => [sku.skuCode, sku]));
  const missing = lines.filter(({ sku, refundFee }) => !known.has(sku!) || (refundFee == null && known.get(sku!)!.salePrice === null)).map(({ sku }) => sku!);
  if (missing.length > 0) return [productsUnavailable([...new Set(missing)], store.currency, ['returns'])];
  const items = lines.map((line, index) => looseItem(line, known.get(line.sku!)!, index, store.currency));
  const refusals = items.filter((item): item is Refusal => 'code' in item);
  return refusals.length > 0 ? refusals : (items as DraftItem[]);
}

function looseItem({ seq, quantity, refundFee }: ClerkReturnLineInput, sku: PricedSku, index: number, currency: string): DraftItem | Refusal {
  const path = ['returns', String(index)];
  const bad = (message: string, field: string): Refusal => refusal('INVALID_INPUT', message, [...path, field]);
  if (seq != null) return bad('Without an order there are no lines to name.', 'seq');
  if (quantity == null || quantity < 1 || quantity > maximalQuantity) return bad(`Without an order, a quantity from 1 to ${maximalQuantity} must be given.`, 'quantity');
  const amount = refundFee == null ? sku.salePrice! * quantity : parseDecimal(refundFee, currency);
  if (amount === null || amount < 0 || amount > maximalLineTotal) return bad(`"${refundFee ?? ''}" is no amount in ${currency} that could go back.`, 'refundFee');
  return {
    ...articleOf(sku), seq: index + 1, role: 'RETURN', lineSeq: null, quantity, receivedQuantity: null, condition: null, currency,
    price: Math.round(amount / quantity), total: amount, goods: amount, freight: 0, points: 0, pointsValue: 0, amount,
  };
}
