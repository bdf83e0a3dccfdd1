/**
 * Decides in which cell an order lies: what lists filter by most and badges count. Every index of a list begins with the
 * cell, so that each cell is a list in itself; the cells that a filter wants are merged.
 */
import type { DeliveryType, OrderKind, OrderStatus } from '../order.lifecycle.ts';
import type { OrderRow } from '../order.tables.ts';

export interface OrderCell {
  readonly status: OrderStatus;
  readonly awaitingReview: boolean;
  readonly kind: OrderKind;
  readonly deliveryType: DeliveryType;
}

/** Which cells a filter wants; null where it does not care. */
export interface CellFilter {
  readonly statuses: readonly OrderStatus[] | null;
  readonly awaitingReview: boolean | null;
  readonly kind: OrderKind | null;
  readonly deliveryType: DeliveryType | null;
}

/**
 * What the parts of a cell are written as in the column that Postgres generates. Never renumber one: a new part takes a new
 * number, and a migration that generates the column and its indexes anew.
 */
export const cellCodes = {
  status: {
    CREATED_PAY_PENDING: 0, CLOSED_PAY_TIMEOUT: 1, CLOSED_CANCELED: 2, PAID_CONFIRM_PENDING: 3, CONFIRMED_DELIVER_PENDING: 4, CONFIRMED_PICK_PENDING: 5,
    DELIVERING: 6, DELIVERED_CONFIRM_PENDING: 7, CANCELED_RETURN_PENDING: 8, CANCELED_REFUND_PENDING: 9, CLOSED_CONFIRMED: 10, CLOSED_REFUNDED: 11,
  } satisfies Record<OrderStatus, number>,
  kind: { ONLINE: 0, IN_STORE: 1, COMPANY: 2 } satisfies Record<OrderKind, number>,
  deliveryType: { EXPRESS: 0, SELF_PICK: 1, FLASH: 2 } satisfies Record<DeliveryType, number>,
} as const;

/** How many kinds, and how many ways of delivery, a code has room for. */
export const cellRoom = 8;

export const codeOfCell = ({ status, awaitingReview, kind, deliveryType }: OrderCell): number =>
  ((cellCodes.status[status] * 2 + Number(awaitingReview)) * cellRoom + cellCodes.kind[kind]) * cellRoom + cellCodes.deliveryType[deliveryType];

const namesOf = <T extends string>(codes: Readonly<Record<T, number>>): readonly T[] => Object.keys(codes) as T[];

/** The cells of a filter, also those that no lawful order can be in: they cost a look each, and hide nothing. */
export const cellsOf = ({ statuses, awaitingReview, kind, deliveryType }: CellFilter): OrderCell[] =>
  (statuses ?? namesOf(cellCodes.status)).flatMap((status) =>
    (awaitingReview === null ? [false, true] : [awaitingReview]).flatMap((awaits) =>
      (kind === null ? namesOf(cellCodes.kind) : [kind]).flatMap((one) =>
        (deliveryType === null ? namesOf(cellCodes.deliveryType) : [deliveryType]).map((way) => ({ status, awaitingReview: awaits, kind: one, deliveryType: way })))));

export const wantsEveryCell = ({ statuses, awaitingReview, kind, deliveryType }: CellFilter): boolean =>
  statuses === null && awaitingReview === null && kind === null && deliveryType === null;

export const isWanted = ({ statuses, awaitingReview, kind, deliveryType }: CellFilter, cell: OrderCell): boolean =>
  (statuses?.includes(cell.status) ?? true) && (awaitingReview ?? cell.awaitingReview) === cell.awaitingReview &&
  (kind ?? cell.kind) === cell.kind && (deliveryType ?? cell.deliveryType) === cell.deliveryType;

/** A cell as counts name it, e.g. `CLOSED_CONFIRMED REVIEW ONLINE EXPRESS`. */
export const nameOfCell = ({ status, awaitingReview, kind, deliveryType }: Pick<OrderRow, 'status' | 'awaitingReview' | 'kind' | 'deliveryType'>): string =>
  `${status} ${awaitingReview ? 'REVIEW' : '-'} ${kind} ${deliveryType}`;

/** Null where the name is that of no cell. */
export function cellNamed(name: string): OrderCell | null {
  const [status, review, kind, deliveryType] = name.split(' ');
  if (deliveryType === undefined) return null;
  return { status: status as OrderStatus, awaitingReview: review === 'REVIEW', kind: kind as OrderKind, deliveryType: deliveryType as DeliveryType };
}
