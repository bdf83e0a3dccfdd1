import { expect } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import type { Person } from './app.ts';
import { payOnline, placeAtTill, placeOnline, type DeliveryType, type PlacedOrder, type Shop } from './seeds.ts';

/** What a test reads of an order at the desk. */
export const deskOrder = `id number version status fulfilment payment visibility awaitingReview settledAt payDeadline
  hold { since reason } reminder { at count againAt } review { commentId at } items { seq review { commentId } } history { type version comment actorName }`;

const inputTypeOf = (field: string): string => String(schema.getMutationType()!.getFields()[field]!.args.find((arg) => arg.name === 'input')!.type);

// A test reads whatever shape it asked for.
// oxlint-disable-next-line typescript/no-explicit-any
export type Payload = any;

/** Sends a command about one order; gives its payload. */
export const onOrder = async (person: Person, field: string, input: Record<string, unknown>): Promise<Payload> => (await person.ask(
  `mutation Desk_${field}($input: ${inputTypeOf(field)}) { ${field}(input: $input) { replayed dryRun order { ${deskOrder} } userErrors { __typename code message path ... on TransitionRefused { status version } } } }`,
  { input },
))[field];

/** Sends a command about several orders; gives its payload. */
export const onOrders = async (person: Person, field: string, input: Record<string, unknown>): Promise<Payload> => (await person.ask(
  `mutation Desk_${field}($input: ${inputTypeOf(field)}) { ${field}(input: $input) { replayed dryRun userErrors { code path }
    verdicts { reference outcome order { ${deskOrder} } userErrors { __typename code message path } } } }`,
  { input },
))[field];

/** Sends a command that must be carried out; gives the order. */
export async function must(person: Person, field: string, input: Record<string, unknown>): Promise<Payload> {
  const payload = await onOrder(person, field, input);
  expect(payload.userErrors, field).toEqual([]);
  return payload.order;
}

export const readOrder = async (person: Person, id: string): Promise<Payload> => (await person.ask(`query DeskOrder($id: ID!) { order(id: $id) { ${deskOrder} } }`, { id })).order;

export async function paidOrder(shop: Shop, deliveryType: DeliveryType): Promise<PlacedOrder> {
  const order = await placeOnline(shop, deliveryType);
  await payOnline(shop.shopper, order.id);
  return order;
}

/** A sale at the till that is done; the shopper's own. */
export async function soldAtTill(shop: Shop, extra: Record<string, unknown> = {}): Promise<PlacedOrder> {
  const order = await placeAtTill(shop, { customerSubject: shop.shopper.subject, ...extra });
  await must(shop.clerk, 'orderPayCash', { orderId: order.id });
  return must(shop.clerk, 'orderComplete', { orderId: order.id });
}

export async function canceledOrder(shop: Shop): Promise<PlacedOrder> {
  const order = await placeOnline(shop, 'SELF_PICK');
  return must(shop.shopper, 'orderCancel', { orderId: order.id });
}

export const codesOf = ({ userErrors }: Payload): string[] => userErrors.map(({ code }: { code: string }) => code);

/** An order of the past, as an import tells it. */
export const pastOrder = (externalNumber: string, extra: Record<string, unknown> = {}): Record<string, unknown> => ({
  externalNumber, status: 'CLOSED_CONFIRMED', currency: 'GBP', createdAt: '2019-03-01T10:00:00.000Z', paidAt: '2019-03-01T10:05:00.000Z', endedAt: '2019-03-04T12:00:00.000Z',
  lines: [{ sku: 'OLD-1', name: 'Old thing', quantity: 2, salePrice: '4.50', listPrice: '5.00' }], ...extra,
});
