/** Decides whether a document can be opened as asked, and the row it becomes. */
import type { OrderRow } from '../orders/order.tables.ts';
import type { Actor } from '../platform/event-log.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { Instant } from '../platform/time.ts';
import type { ServiceType } from './customer-service.lifecycle.ts';
import type { CustomerServiceRow, ReasonRow } from './customer-service.tables.ts';
import { settle, type DraftItem } from './document-items.rules.ts';
import type { ServiceDocument } from './order-case.rules.ts';

/** What whoever opens a document says about it. */
export interface OpeningDraft {
  readonly uid?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly reasonCode?: string | null | undefined;
  readonly content?: string | null | undefined;
  readonly images?: readonly string[] | null | undefined;
  readonly goodsReceived?: boolean | null | undefined;
}

const maximalImages = 30;
const imagesAtOnce = 9;
const longestImage = 500;

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s"'<>\\]+$/i.test(text) && URL.canParse(text);

/** `images` with the ones that are added standing last: they are looked at, the others were before. */
export function imageRefusals(images: readonly string[], added = images.length): Refusal[] {
  if (added > imagesAtOnce) return [refusal('INVALID_INPUT', `At most ${imagesAtOnce} pictures at a time; you sent ${added}.`, ['images'])];
  if (images.length > maximalImages) return [refusal('INVALID_INPUT', `A document holds at most ${maximalImages} pictures.`, ['images'])];
  return images.slice(images.length - added).flatMap((image, index) => {
    const fine = image.length <= longestImage && isWebAddress(image);
    return fine ? [] : [refusal('INVALID_INPUT', `A picture is named by its http or https URL, of at most ${longestImage} characters.`, ['images', String(index)])];
  });
}

export const openingTextRefusals = ({ uid, reason, reasonCode, content, images }: OpeningDraft): Refusal[] => [
  ...textRefusals([['uid', uid, 64, true], ['reason', reason, 200, true], ['reasonCode', reasonCode, 40, true], ['content', content, 1000, false]]),
  ...imageRefusals(images ?? []),
  ...(reason == null && reasonCode == null ? [refusal('INVALID_INPUT', 'Say why: with the code of a reason (`customerServiceReasons`), or in words.', ['reason'])] : []),
];

/** Null where the named reason may be given for this type of document. */
export function reasonRefusal({ reasonCode }: OpeningDraft, found: ReasonRow | null, type: ServiceType): Refusal | null {
  if (reasonCode == null) return null;
  if (!found || found.withdrawn) return refusal('NOT_FOUND', `There is no reason "${reasonCode}".`, ['reasonCode']);
  return found.types.includes(type) ? null : refusal('INVALID_INPUT', `"${found.name}" is no reason for ${type}.`, ['reasonCode']);
}

/** Whether the freight goes back as well: nothing was brought yet, or the reason lies with the seller. */
export const freightGoesBack = (type: ServiceType, order: Pick<OrderRow, 'fulfilment'>, reason: Pick<ReasonRow, 'refundsFreight'> | null): boolean =>
  type !== 'EXCHANGE' && (order.fulfilment === 'DELIVER_PENDING' || order.fulfilment === 'PICK_PENDING' || (reason?.refundsFreight ?? false));

/** Where a document stands, and who takes part in it. */
export interface Standing {
  readonly order: Pick<OrderRow, 'id' | 'number'> | null;
  readonly store: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly customerId: string | null;
  readonly clerk: Actor | null;
  readonly currency: string;
  readonly uidScope: string;
}

export interface NewDocument {
  readonly id: string;
  readonly number: string;
  readonly type: ServiceType;
  readonly draft: OpeningDraft;
  readonly reason: ReasonRow | null;
  readonly items: readonly DraftItem[];
  readonly withFreight: boolean;
  readonly cancelsOrder: boolean;
  readonly standing: Standing;
}

const blank = {
  lastAction: null, lastActorId: null, payoutTotal: 0, pointsPaidOut: 0, refundedTotal: 0, payoutState: 'NONE', payoutTender: null,
  returnName: null, returnPhone: null, returnAddress: null, courierCompany: null, courierCode: null, waybillNumber: null,
  replacementCourierCompany: null, replacementCourierCode: null, replacementWaybillNumber: null,
  takenUpAt: null, approvedAt: null, sentBackAt: null, receivedAt: null, replacementShippedAt: null, finishedAt: null,
} as const satisfies Partial<CustomerServiceRow>;

/** The document as it is right after it was opened. */
export function documentOf(opened: NewDocument, now: Instant): ServiceDocument {
  const { id, number, type, draft, reason, withFreight, cancelsOrder, standing: { order, store, customerId, clerk, currency, uidScope } } = opened;
  const anchorId = order?.id ?? id;
  const { items, ...sums } = settle(type, opened.items);
  const row: CustomerServiceRow = {
    ...blank, ...sums, anchorId, id, number, uid: draft.uid ?? null, uidScope, type, status: 'CREATED', version: 1, orderId: order?.id ?? null, orderNumber: order?.number ?? null,
    storeId: store?.id ?? null, storeCode: store?.code ?? null, storeName: store?.name ?? null, customerId, clerkId: clerk?.id ?? null, clerkName: clerk?.name ?? null,
    reasonCode: reason?.code ?? null, reason: draft.reason ?? reason!.name, content: draft.content ?? null, images: draft.images ?? [], goodsReceived: draft.goodsReceived ?? null,
    cancelsOrder, withFreight, currency, createdAt: now, updatedAt: now,
  };
  return { row, items: items.map((item) => ({ ...item, anchorId, serviceId: id })) };
}
