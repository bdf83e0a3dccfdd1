import { badInput } from '../../platform/errors.ts';
import { defaultPageSize, maximalPageSize, type PageArguments } from '../../platform/connection.types.ts';
import { epochOf, toInstant, type Instant } from '../../platform/time.ts';

/** By what a list is sorted, the latest first. */
export const orderSorts = {
  CREATED: 'By the time of placing, newest first. An order keeps its place for ever.',
  UPDATED: 'By the last change, latest first. An order that changes moves to the top.',
} as const satisfies Record<string, string>;
export type OrderSort = keyof typeof orderSorts;

/** An order's place in a list: its id, and for lists by last change also when that was. */
export interface OrderKey {
  readonly id: string;
  readonly updatedAt: Instant;
}

/** What a statement needs to read one page of a list of orders. */
export interface OrderPageRequest {
  readonly sort: OrderSort;
  readonly limit: number;
  /** From the old end of the list, the oldest first. */
  readonly backwards: boolean;
  /** Only orders that stand behind this one in the list. */
  readonly olderThan: OrderKey | null;
  /** Only orders that stand before this one. */
  readonly newerThan: OrderKey | null;
}

const idBytes = 16;
const timeBytes = 8;

const hexOf = (uuid: string): string => uuid.replaceAll('-', '');

/** The place as clients carry it; in lists by creation the id says it all. */
export function encodeKey(sort: OrderSort, { id, updatedAt }: OrderKey): string {
  const bytes = Buffer.from(hexOf(id), 'hex');
  if (sort === 'CREATED') return bytes.toString('base64url');
  const time = Buffer.alloc(timeBytes);
  time.writeBigUInt64BE(BigInt(epochOf(updatedAt)));
  return Buffer.concat([time, bytes]).toString('base64url');
}

const uuidOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

const latestTime = 8_640_000_000_000_000n;

function decodeKey(sort: OrderSort, cursor: string, name: string): OrderKey {
  const bytes = Buffer.from(cursor, 'base64url');
  const before = sort === 'CREATED' ? 0 : timeBytes;
  const time = bytes.length === idBytes + timeBytes ? bytes.readBigUInt64BE() : 0n;
  if (bytes.length !== idBytes + before || time > latestTime) {
    throw badInput(`"${name}" is not a cursor of this list; pass an endCursor or startCursor as it came, with the same sort.`);
  }
  return { id: uuidOf(bytes.toString('hex', before)), updatedAt: toInstant(Number(time)) };
}

export interface OrderPageArguments extends PageArguments {
  readonly sort: OrderSort;
}

/** Checks the arguments; BAD_USER_INPUT when they contradict each other or ask for too much. */
export function orderPageOf({ first, after, last, before, sort }: OrderPageArguments): OrderPageRequest {
  if (first != null && last != null) throw badInput('Ask for the first or the last rows, not both.');
  const limit = last ?? first ?? defaultPageSize;
  if (limit < 1 || limit > maximalPageSize) throw badInput(`A page has 1 to ${maximalPageSize} rows; you asked for ${limit}.`);
  return {
    sort, limit, backwards: last != null,
    olderThan: after == null ? null : decodeKey(sort, after, 'after'),
    newerThan: before == null ? null : decodeKey(sort, before, 'before'),
  };
}

const greatestId = (1n << 128n) - 1n;

/** A place right beside this one, where no order is: a bound that lets the order itself through. */
function besides({ id, updatedAt }: OrderKey, by: 1n | -1n): OrderKey {
  const moved = BigInt(`0x${hexOf(id)}`) + by;
  return { id: moved < 0n || moved > greatestId ? id : uuidOf(moved.toString(16).padStart(32, '0')), updatedAt };
}

/**
 * The request for one order that stands before the page, or behind it: if there is one, there is a page there. An empty
 * page lies where the client looked for it. Null where there is nothing to look from.
 */
export function neighbourOf({ sort, olderThan, newerThan }: OrderPageRequest, shown: readonly OrderKey[], side: 'before' | 'behind'): OrderPageRequest | null {
  const [first, last] = [shown[0], shown.at(-1)];
  if (side === 'before') {
    const bound = first ?? (olderThan && besides(olderThan, -1n));
    return bound && { sort, limit: 0, backwards: true, olderThan: null, newerThan: bound };
  }
  const bound = last ?? (newerThan && besides(newerThan, 1n));
  return bound && { sort, limit: 0, backwards: false, olderThan: bound, newerThan: null };
}
