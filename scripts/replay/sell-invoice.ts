import { RequestRefused, type GraphqlClient } from './graphql-client.ts';
import { keyOf, type PlannedOrder } from './order-plan.rules.ts';

const fill = /* GraphQL */ `
  mutation ReplayCart($input: CartCreateInput!) { cartCreate(input: $input) { cart { id } userErrors { code message path } } }`;
const place = /* GraphQL */ `
  mutation ReplayPlace($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id status } userErrors { code message path } } }`;
const payAndComplete = /* GraphQL */ `
  mutation ReplayPayAndComplete($pay: OrderPayCashInput!, $complete: OrderStepInput!) {
    orderPayCash(input: $pay) { userErrors { code message path } }
    orderComplete(input: $complete) { userErrors { code message path } }
  }`;
const complete = /* GraphQL */ `
  mutation ReplayComplete($complete: OrderStepInput!) { orderComplete(input: $complete) { userErrors { code message path } } }`;

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}
interface Payload {
  readonly userErrors: readonly Refusal[];
}
interface OrderState {
  readonly id: string;
  readonly status: string;
}

/** Why the server would not have an invoice, in its own words; null when all went well. */
export type Objection = string | null;

const objectionOf = (payloads: readonly Payload[]): Objection => {
  const refusal = payloads.flatMap(({ userErrors }) => userErrors)[0];
  return refusal ? `${refusal.code}: ${refusal.message}${refusal.path ? ` (${refusal.path.join('.')})` : ''}` : null;
};

/** It is there already: placed by another integration, or so long ago that its idempotency key is forgotten. */
const isThere = ({ code }: Refusal): boolean => code === 'DUPLICATE_UID' || code === 'CART_ALREADY_ORDERED';

/** Rings the invoice up: its lines go into a cart, and the cart becomes an order, for just what the invoice says. */
async function placeOrder(client: GraphqlClient, { cart: input, place: rest }: PlannedOrder): Promise<OrderState | { readonly objection: string }> {
  try {
    const { cartCreate: filled } = await client.ask<{ cartCreate: Payload & { cart: { id: string } | null } }>(fill, { input });
    if (!filled.cart) return { objection: objectionOf([filled]) ?? 'The server gave neither a cart nor a reason.' };
    const { orderPlaceFromCartInStore: payload } = await client.ask<{ orderPlaceFromCartInStore: Payload & { order: OrderState | null } }>(place, { input: { ...rest, cartId: filled.cart.id } });
    const { order, userErrors } = payload;
    if (order && userErrors.every(isThere)) return order;
    return { objection: objectionOf([payload]) ?? 'The server gave neither an order nor a reason.' };
  } catch (error) {
    // A value the schema itself does not take concerns this invoice alone.
    if (error instanceof RequestRefused && error.code === 'BAD_USER_INPUT') return { objection: `${error.code}: ${error.message}` };
    throw error;
  }
}

/** Takes an order from whatever state it is in to its end; an order that comes to nothing is paid from the start. */
async function settle(client: GraphqlClient, storeCode: string, uid: string, { id: orderId, status }: OrderState): Promise<Objection> {
  const completion = { orderId, idempotencyKey: keyOf(storeCode, uid, 'complete') };
  if (status === 'CREATED_PAY_PENDING') {
    const pay = { orderId, idempotencyKey: keyOf(storeCode, uid, 'pay') };
    const answer = await client.ask<{ orderPayCash: Payload; orderComplete: Payload }>(payAndComplete, { pay, complete: completion });
    return objectionOf([answer.orderPayCash, answer.orderComplete]);
  }
  if (status !== 'PAID_CONFIRM_PENDING') return null;
  return objectionOf([(await client.ask<{ orderComplete: Payload }>(complete, { complete: completion })).orderComplete]);
}

/** Places, pays and completes an invoice, or goes on where an earlier run was broken off. */
export async function sellInvoice(client: GraphqlClient, storeCode: string, plan: PlannedOrder, started: OrderState | null): Promise<Objection> {
  const order = started ?? (await placeOrder(client, plan));
  return 'objection' in order ? order.objection : settle(client, storeCode, plan.uid, order);
}
