import type { Context } from '../context.ts';
import type { Answer } from '../platform/commands.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { FoundService, ServiceAnswer } from './command-on-service.ts';
import { receivedItems, settle, type Receipt } from './document-items.rules.ts';
import { moveService, type ServicePreparation } from './move-service.ts';
import { returned } from './order-case.rules.ts';
import { payingOut, paysOutNoMore } from './pay-out.ts';
import type { CustomerServiceReceiveInput, CustomerServiceSendBackInput, CustomerServiceShipReplacementInput, CustomerServiceStepInput, CustomerServiceReasonedInput } from './service-inputs.types.ts';

/** The goods are with a courier (S2-227). Said again with other details, it corrects them. */
export function sendBack(context: Context, input: CustomerServiceSendBackInput): Promise<Answer<ServiceAnswer>> {
  const { courierCompany, courierCode = null, waybillNumber } = input;
  return moveService(context, {
    operation: 'customerServiceSendBack', action: 'SEND_BACK', input,
    saysTheSame: (row) => row.courierCompany === courierCompany && row.courierCode === courierCode && row.waybillNumber === waybillNumber,
    prepare: () => ({
      changes: { courierCompany, courierCode, waybillNumber }, comment: input.comment ?? null,
      refusals: textRefusals([['courierCompany', courierCompany, 80, true], ['courierCode', courierCode, 40, true], ['waybillNumber', waybillNumber, 80, true], ['comment', input.comment, 500, false]]),
    }),
  });
}

function receiptsOf({ document }: FoundService, lines: CustomerServiceReceiveInput['lines']): Receipt[] | Refusal[] {
  const expected = new Map(returned(document).map((item) => [item.seq, item]));
  const refusals: Refusal[] = [];
  const bad = (message: string, path: readonly string[]): void => void refusals.push(refusal('INVALID_INPUT', message, path));
  for (const [index, { seq, quantity }] of (lines ?? []).entries()) {
    const item = expected.get(seq);
    if (!item) bad(`The document has no line ${seq} that is to come back.`, ['lines', String(index), 'seq']);
    else if (quantity < 0 || quantity > item.quantity) bad(`Of line ${seq}, 0 to ${item.quantity} pieces can come back; you sent ${quantity}.`, ['lines', String(index), 'quantity']);
  }
  const receipts = (lines ?? []).map(({ seq, quantity, condition = null }): Receipt => ({ seq, quantity, condition }));
  if (new Set(receipts.map(({ seq }) => seq)).size < receipts.length) bad('A line stands there twice.', ['lines']);
  const pieces = [...expected.values()].reduce((sum, { seq, quantity }) => sum + (receipts.find((receipt) => receipt.seq === seq)?.quantity ?? quantity), 0);
  if (refusals.length === 0 && pieces === 0) bad('Nothing has come back; refuse the document instead.', ['lines']);
  return refusals.length > 0 ? refusals : receipts;
}

/** Goods are counted once: what is said of them later, and differs, is not noted. */
function notedOtherwise({ document }: FoundService, lines: CustomerServiceReceiveInput['lines']): Refusal | null {
  const noted = new Map(returned(document).map((item) => [item.seq, item]));
  const same = (lines ?? []).every(({ seq, quantity, condition }) => {
    const item = noted.get(seq);
    return item?.receivedQuantity === quantity && (condition == null || item.condition === condition);
  });
  return same ? null : refusal('TRANSITION_NOT_ALLOWED', 'You have received the goods before, and noted other pieces or another condition; that stays.', ['lines']);
}

/** The goods are back, all or part of them; what did not come back is let go of, and its money with it (S2-217). */
export function receiveGoods(context: Context, input: CustomerServiceReceiveInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, {
    operation: 'customerServiceReceive', action: 'RECEIVE', input,
    asksMore: (found) => notedOtherwise(found, input.lines) ?? paysOutNoMore(context, found, input.refundNow ?? false),
    prepare: (found, scope): ServicePreparation => {
      const texts = textRefusals([['comment', input.comment, 500, false]]);
      const receipts = receiptsOf(found, input.lines);
      const refusals = [...texts, ...receipts.filter((receipt): receipt is Refusal => 'code' in receipt)];
      if (refusals.length > 0) return { refusals };
      const { row, items } = found.document;
      const { items: settled, ...sums } = settle(row.type, receivedItems(found.ofOrder, items, receipts as Receipt[], row.withFreight));
      return { items: settled, changes: sums, comment: input.comment ?? null, follow: payingOut(context, scope, found, input.refundNow ?? false) };
    },
  });
}

/** What is given in exchange is with a courier, or handed over at the counter. */
export function shipReplacement(context: Context, input: CustomerServiceShipReplacementInput): Promise<Answer<ServiceAnswer>> {
  const [company, code, waybill] = [input.courierCompany ?? null, input.courierCode ?? null, input.waybillNumber ?? null];
  return moveService(context, {
    operation: 'customerServiceShipReplacement', action: 'SHIP_REPLACEMENT', input,
    saysTheSame: (row) => row.replacementShippedAt !== null && row.replacementCourierCompany === company && row.replacementWaybillNumber === waybill,
    prepare: () => ({
      changes: { replacementCourierCompany: company, replacementCourierCode: code, replacementWaybillNumber: waybill }, comment: input.comment ?? null,
      refusals: [
        ...textRefusals([['courierCompany', company, 80, true], ['courierCode', code, 40, true], ['waybillNumber', waybill, 80, true], ['comment', input.comment, 500, false]]),
        ...((company === null) === (waybill === null) ? [] : [refusal('INVALID_INPUT', 'A parcel has both a courier and a waybill; goods that are handed over have neither.', [company === null ? 'courierCompany' : 'waybillNumber'])]),
      ],
    }),
  });
}

/** Nothing can be given in exchange: the document goes on as a refund of what the goods are worth. */
export function refundInstead(context: Context, input: CustomerServiceReasonedInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, {
    operation: 'customerServiceRefundInstead', action: 'REFUND_INSTEAD', input,
    prepare: ({ document: { items } }) => {
      const { items: _items, ...sums } = settle('RETURN', items);
      return { changes: { ...sums, replacementTotal: 0 }, comment: input.reason ?? null, refusals: textRefusals([['reason', input.reason, 500, false]]) };
    },
  });
}

/** The customer has what was given in exchange. */
export const completeExchange = (context: Context, input: CustomerServiceStepInput): Promise<Answer<ServiceAnswer>> =>
  moveService(context, { operation: 'customerServiceCompleteExchange', action: 'COMPLETE_EXCHANGE', input });
