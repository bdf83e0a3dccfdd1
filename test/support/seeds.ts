import { randomUUID } from 'node:crypto';
import type { App, Person } from './app.ts';

/** A store with its people and goods, all of the test's own. */
export interface Shop {
  readonly storeId: string;
  readonly storeCode: string;
  readonly shopper: Person;
  readonly clerk: Person;
  readonly manager: Person;
  readonly platform: Person;
  /** Code of a SKU that costs 10.00. */
  readonly sku: string;
  /** Code of a SKU that costs 2.50, reduced from 3.00. */
  readonly reducedSku: string;
}

const storeCreate = /* GraphQL */ `
  mutation SeedStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } userErrors { message } } }`;
const memberSave = /* GraphQL */ `
  mutation SeedMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }`;
const productSave = /* GraphQL */ `
  mutation SeedProducts($input: ProductSaveInput!) { productSave(input: $input) { productIds userErrors { message } } }`;

export const contact = { name: 'Rosa Klein', phone: '01700000001', address: { city: 'Leeds', street: 'Mill Lane 4', zip: 'LS1 1AA' } };

const must = (payload: { userErrors: { message: string }[] }): void => {
  if (payload.userErrors.length > 0) throw new Error(payload.userErrors.map(({ message }) => message).join(' '));
};

export async function openShop(app: App, currency = 'GBP'): Promise<Shop> {
  const tag = randomUUID().slice(0, 8);
  const [platform, shopper, clerk, manager] = await Promise.all([
    app.person('PLATFORM', `platform-${tag}`), app.person('SHOPPER', `shopper-${tag}`), app.person('STAFF', `clerk-${tag}`), app.person('STAFF', `manager-${tag}`),
  ]);
  const { storeCreate: created } = await platform.ask(storeCreate, { input: { code: `S-${tag}`, name: `Shop ${tag}`, currency } });
  must(created);
  const storeId: string = created.store.id;
  for (const [person, role] of [[clerk, 'CLERK'], [manager, 'MANAGER']] as const) {
    must((await platform.ask(memberSave, { input: { storeId, subject: person.subject, name: person.subject, role } })).storeMemberSave);
  }
  const sku = `TEN-${tag}`;
  const reducedSku = `RED-${tag}`;
  const products = [
    { code: sku, name: `Ten ${tag}`, skus: [{ code: sku, prices: [{ currency, listPrice: '10.00' }] }] },
    { code: reducedSku, name: `Reduced ${tag}`, skus: [{ code: reducedSku, prices: [{ currency, listPrice: '3.00', salePrice: '2.50' }] }] },
  ];
  must((await platform.ask(productSave, { input: { products } })).productSave);
  return { storeId, storeCode: `S-${tag}`, shopper, clerk, manager, platform, sku, reducedSku };
}

const place = /* GraphQL */ `
  mutation SeedOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id number version status } userErrors { message } } }`;
const placeInStore = /* GraphQL */ `
  mutation SeedTillOrder($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id number version status } userErrors { message } } }`;
const startPayment = /* GraphQL */ `
  mutation SeedPayment($input: OrderStartPaymentInput!) { orderStartPayment(input: $input) { payment { number clientParameters { name value } } userErrors { message } } }`;

export type DeliveryType = 'EXPRESS' | 'SELF_PICK' | 'FLASH';
export interface PlacedOrder { readonly id: string; readonly number: string; readonly version: number; readonly status: string }

/** An online order of one piece at 10.00. */
export async function placeOnline({ shopper, storeId, sku }: Shop, deliveryType: DeliveryType, extra: Record<string, unknown> = {}): Promise<PlacedOrder> {
  const input = { deliveryType, contact, lines: [{ sku, quantity: 1 }], ...(deliveryType !== 'EXPRESS' && { storeId }), ...extra };
  const { orderPlace } = await shopper.ask(place, { input });
  must(orderPlace);
  return orderPlace.order;
}

/** An in-store order of one piece at 10.00. */
export async function placeAtTill({ clerk, storeId, sku }: Shop, extra: Record<string, unknown> = {}): Promise<PlacedOrder> {
  const { orderPlaceInStore } = await clerk.ask(placeInStore, { input: { storeId, lines: [{ sku, quantity: 1 }], ...extra } });
  must(orderPlaceInStore);
  return orderPlaceInStore.order;
}

/** Begins a payment through the test gateway; gives the page at which the customer pays. */
export async function beginPayment(payer: Person, orderId: string): Promise<string> {
  const answer = (await payer.ask(startPayment, { input: { orderId, tender: 'SANDBOX' } })).orderStartPayment;
  must(answer);
  return answer.payment.clientParameters.find(({ name }: { name: string }) => name === 'payUrl').value;
}

/** Pays through the test gateway, whose signed callback has arrived when this returns. */
export async function payOnline(payer: Person, orderId: string): Promise<void> {
  const response = await fetch(await beginPayment(payer, orderId), { method: 'POST' });
  const paid = (await response.json()) as { state: string; delivered: boolean };
  if (paid.state !== 'PAID' || !paid.delivered) throw new Error(`The test gateway says ${JSON.stringify(paid)}`);
}
