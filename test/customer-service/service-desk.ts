import { expect } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { App, Person } from '../support/app.ts';
import { contact, openShop, payOnline, type Shop } from '../support/seeds.ts';

export const shown = /* GraphQL */ `
  id number type status version refundFee { amount } supplementaryFee { amount } creditTotal { amount } replacementTotal { amount } refundedTotal { amount } payoutState
  returns { seq lineSeq skuCode quantity receivedQuantity condition total { amount } refundFee { amount } }
  exchanges { seq lineSeq skuCode quantity receivedQuantity price { amount } total { amount } refundFee { amount } }
  refunds { state attempts amount { amount } }
  log { type text content actorRole fromStatus toStatus version }`;
export const shownOrder = /* GraphQL */ `
  id number status fulfilment payment afterSales version total { amount } paidTotal { amount } refundedTotal { amount } returnedTotal { amount } supplementTotal { amount } amountDue { amount }
  items { seq status returningQuantity returnedQuantity }`;

// A test reads whatever shape it asked for.
// oxlint-disable-next-line typescript/no-explicit-any
export type Payload = { customerService: any; order: any; userErrors: { __typename: string; code: string; message: string; path: string[] | null; status?: string }[]; replayed: boolean };

const inputTypes: Readonly<Record<string, string>> = {
  Request: 'CustomerServiceRequestInput', Create: 'CustomerServiceCreateInput', Cancel: 'CustomerServiceReasonedInput', TakeUp: 'CustomerServiceStepInput', Approve: 'CustomerServiceApproveInput',
  Refuse: 'CustomerServiceRefuseInput', SendBack: 'CustomerServiceSendBackInput', Receive: 'CustomerServiceReceiveInput', ChangeAmount: 'CustomerServiceChangeAmountInput',
  Refund: 'CustomerServiceRefundInput', RetryRefund: 'CustomerServiceStepInput', PayOutOtherwise: 'CustomerServicePayOutOtherwiseInput', ShipReplacement: 'CustomerServiceShipReplacementInput', RefundInstead: 'CustomerServiceReasonedInput',
  CompleteExchange: 'CustomerServiceStepInput', Reply: 'CustomerServiceReplyInput',
};

/** Calls a mutation of after-sales by the rest of its name: "Approve". */
export async function attempt(person: Person, step: string, input: Record<string, unknown>): Promise<Payload> {
  const field = `customerService${step}`;
  const data = await person.ask(`mutation Desk_${step}($input: ${inputTypes[step]!}!) { ${field}(input: $input) {
    customerService { ${shown} } order { ${shownOrder} } replayed userErrors { __typename code message path ... on CustomerServiceRefused { status } } } }`, { input });
  return data[field] as Payload;
}

/** As `attempt`, and fails the test where it is refused. */
export async function take(person: Person, step: string, input: Record<string, unknown>): Promise<Payload> {
  const payload = await attempt(person, step, input);
  expect(payload.userErrors, `${step}: ${JSON.stringify(payload.userErrors)}`).toEqual([]);
  return payload;
}

export const codesOf = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);

/** The document as the database has it, whoever may see it. */
export const seen = async (person: Person, id: string) =>
  (await person.ask(`query Desk_see($id: ID!) { customerService(id: $id) { ${shown} order { ${shownOrder} } } }`, { id })).customerService;

export const seenOrder = async (person: Person, id: string) => (await person.ask(`query Desk_order($id: ID!) { order(id: $id) { ${shownOrder} history { type fromStatus toStatus } } }`, { id })).order;

/** Makes goods at these prices, and gives their codes. */
export async function stock({ platform }: Shop, prices: readonly string[], currency = 'GBP'): Promise<string[]> {
  const codes = prices.map(() => `G-${newId().slice(-12)}`);
  const products = codes.map((code, index) => ({ code, name: `Goods ${code}`, skus: [{ code, prices: [{ currency, listPrice: prices[index] }] }] }));
  const { productSave } = await platform.ask('mutation Desk_goods($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }', { input: { products } });
  expect(productSave.userErrors).toEqual([]);
  return codes;
}

export async function advance(person: Person, field: string, input: Record<string, unknown>, type = 'OrderStepInput'): Promise<void> {
  const data = await person.ask(`mutation Desk_${field}($input: ${type}!) { ${field}(input: $input) { userErrors { code message } } }`, { input });
  expect(data[field].userErrors, field).toEqual([]);
}

export interface Sold {
  readonly shop: Shop;
  readonly orderId: string;
  readonly number: string;
}
export interface Line {
  readonly sku: string;
  readonly quantity: number;
}

/** An EXPRESS order of the shop that is paid through the test gateway: accepted, and no further. */
export async function sellExpress(app: App, lines: (shop: Shop) => Promise<readonly Line[]>, given?: Shop): Promise<Sold> {
  const shop = given ?? (await openShop(app));
  const input = { deliveryType: 'EXPRESS', storeId: shop.storeId, contact, lines: await lines(shop) };
  const { orderPlace } = await shop.shopper.ask('mutation Desk_place($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id number } userErrors { message } } }', { input });
  expect(orderPlace.userErrors).toEqual([]);
  await payOnline(shop.shopper, orderPlace.order.id);
  return { shop, orderId: orderPlace.order.id, number: orderPlace.order.number };
}

/** As `sellExpress`, and shipped. */
export async function deliver(app: App, lines: (shop: Shop) => Promise<readonly Line[]>, given?: Shop): Promise<Sold> {
  const sold = await sellExpress(app, lines, given);
  await advance(sold.shop.clerk, 'orderStartDelivery', { orderId: sold.orderId });
  await advance(sold.shop.clerk, 'orderShip', { orderId: sold.orderId, courierCompany: 'Post', waybillNumber: 'W-1' }, 'OrderShipInput');
  return sold;
}

/** An in-store order, paid in cash in these amounts (all at once when none are given) and completed. */
export async function sellAtTill(app: App, lines: (shop: Shop) => Promise<readonly Line[]>, amounts: readonly string[] = [], given?: Shop): Promise<Sold> {
  const shop = given ?? (await openShop(app));
  const input = { storeId: shop.storeId, lines: await lines(shop) };
  const { orderPlaceInStore } = await shop.clerk.ask('mutation Desk_till($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id number } userErrors { message } } }', { input });
  expect(orderPlaceInStore.userErrors).toEqual([]);
  const { id: orderId, number } = orderPlaceInStore.order;
  for (const amount of amounts.length > 0 ? amounts : [null]) await advance(shop.clerk, 'orderPayCash', { orderId, ...(amount && { amount }) }, 'OrderPayCashInput');
  await advance(shop.clerk, 'orderComplete', { orderId });
  return { shop, orderId, number };
}

export const ofPrices = (...prices: readonly (readonly [price: string, quantity: number])[]) => async (shop: Shop): Promise<Line[]> =>
  (await stock(shop, prices.map(([price]) => price))).map((sku, index) => ({ sku, quantity: prices[index]![1] }));

/** Waits until the document is in this status. */
export const until = (person: Person, id: string, status: string) =>
  expect.poll(async () => (await seen(person, id)).status, { timeout: 15_000 }).toBe(status);
