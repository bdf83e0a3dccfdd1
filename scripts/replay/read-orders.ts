import { parseThousandths, toDecimalText, type Thousandths } from './exact-money.rules.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { fingerprintOf, type OrderShape } from './order-plan.rules.ts';

/** An order as the server has it. */
export interface SeenOrder extends OrderShape {
  readonly id: string;
  readonly uid: string;
  readonly status: string;
  readonly paid: Thousandths;
}

/** What the store's own counters say. */
export interface StoreBooks {
  readonly orders: number;
  readonly money: Thousandths;
}

interface Money {
  readonly amount: string;
}
interface OrderAnswer {
  readonly id: string;
  readonly uid: string;
  readonly status: string;
  readonly total: Money;
  readonly paidTotal: Money;
  readonly pieces: number;
  readonly items: readonly { readonly skuCode: string; readonly quantity: number; readonly salePrice: Money }[];
}

const counts = /* GraphQL */ `query ReplayCounts($storeId: ID!) { storeOrderCounts(storeId: $storeId) { total totalAmount { amount } } }`;

/** How many orders one request looks up; each is an alias, of which the server takes 30. */
export const lookupSize = 20;

/** One document for each number of orders, so that the server compiles few. */
function lookupDocument(size: number): string {
  const numbers = Array.from({ length: size }, (_, index) => index);
  return `query ReplayOrders($storeId: ID!, ${numbers.map((n) => `$u${n}: String!`).join(', ')}) {
    ${numbers.map((n) => `o${n}: order(storeId: $storeId, uid: $u${n}) { ...ReplayOrder }`).join('\n    ')}
  }
  fragment ReplayOrder on Order { id uid status pieces total { amount } paidTotal { amount } items { skuCode quantity salePrice { amount } } }`;
}

const pounds = ({ amount }: Money): Thousandths => parseThousandths(amount)!;

function seenOf({ id, uid, status, total, paidTotal, pieces, items }: OrderAnswer): SeenOrder {
  const fingerprint = fingerprintOf(items.map(({ skuCode, quantity, salePrice }) => ({ sku: skuCode, quantity, price: toDecimalText(pounds(salePrice)) })));
  return { id, uid, status, paid: pounds(paidTotal), sums: { invoices: 1, lines: items.length, pieces, money: pounds(total) }, fingerprint };
}

/** The store's orders under these uids; at most `lookupSize`. Those that are not there are left out. */
export async function findOrders(client: GraphqlClient, storeId: string, uids: readonly string[]): Promise<Map<string, SeenOrder>> {
  const variables = { storeId, ...Object.fromEntries(uids.map((uid, index) => [`u${index}`, uid])) };
  const answer = await client.ask<Record<string, OrderAnswer | null>>(lookupDocument(uids.length), variables);
  return new Map(Object.values(answer).flatMap((order) => (order ? [[order.uid, seenOf(order)]] : [])));
}

export async function readBooks(client: GraphqlClient, storeId: string): Promise<StoreBooks> {
  const { storeOrderCounts } = await client.ask<{ storeOrderCounts: { total: number; totalAmount: Money } }>(counts, { storeId });
  return { orders: storeOrderCounts.total, money: pounds(storeOrderCounts.totalAmount) };
}
