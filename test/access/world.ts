import { randomUUID } from 'node:crypto';
import { roles, type Role } from '../../src/identity/caller.ts';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import type { App, Person } from '../support/app.ts';
import { grant } from '../support/benefits.ts';
import { swipe } from '../support/cards.ts';
import { changeCart } from '../support/carts.ts';
import { canceledOrder, onOrders, pastOrder, soldAtTill } from '../support/order-desk.ts';
import { makeCoupon, makeOffer, type Saved } from '../support/offers.ts';
import { buildServices, type Services } from './service-world.ts';
import { contact, openShop, payOnline, placeAtTill, placeOnline, type PlacedOrder, type Shop } from '../support/seeds.ts';

export const allRoles = Object.keys(roles) as Role[];

/** What an operation can name. */
export interface Objects {
  readonly storeId: string;
  readonly sku: string;
  /** Code of a freight template. */
  readonly freightCode: string;
  readonly customerId: string;
  readonly customerSubject: string;
  /** Number of an order that was imported from "walk". */
  readonly imported: string;
  /** Two of the shopper's own, and two at the till. */
  readonly carts: Readonly<Record<'mine' | 'alsoMine' | 'till' | 'alsoTill', string>>;
  /** In the shopper's address book. */
  readonly addressId: string;
  /** Public, as are the coupons made after the definition. */
  readonly offer: Pick<Saved, 'id' | 'code'>;
  readonly couponDefinition: Pick<Saved, 'id' | 'code'>;
  readonly services: Services;
  readonly orders: Readonly<Record<'unpaid' | 'paid' | 'confirmed' | 'assigned' | 'delivering' | 'shipped' | 'done' | 'tillUnpaid' | 'tillPaid' | 'sold' | 'settled' | 'recycled' | 'cardRefund', Pick<PlacedOrder, 'id' | 'number'>>>;
}

/** A shop with its people, and orders in every state that an operation of the walk needs. */
export interface Side extends Objects {
  readonly shop: Shop;
}

export interface World {
  readonly own: Side;
  readonly foreign: Side;
  readonly absent: Objects;
  readonly people: Readonly<Record<Role | 'clerk' | 'manager', Person>>;
}

const step = (field: string, input: string) => `mutation World_${field}($input: ${input}!) { ${field}(input: $input) { order { status } userErrors { code message } } }`;

async function take(person: Person, field: string, input: Record<string, unknown>, type = 'OrderStepInput'): Promise<void> {
  const payload = (await person.ask(step(field, type), { input }))[field];
  if (payload.userErrors.length > 0) throw new Error(`${field}: ${JSON.stringify(payload.userErrors)}`);
}

async function paidExpress(shop: Shop): Promise<PlacedOrder> {
  const order = await placeOnline(shop, 'EXPRESS');
  await payOnline(shop.shopper, order.id);
  return order;
}

async function paidExpressOf(shop: Shop, steps: readonly [field: string, input?: Record<string, unknown>, type?: string][]): Promise<PlacedOrder> {
  const order = await paidExpress(shop);
  await take(shop.platform, 'orderAssignStore', { orderId: order.id, storeId: shop.storeId }, 'OrderAssignStoreInput');
  for (const [field, input, type] of steps) await take(shop.clerk, field, { orderId: order.id, ...input }, type);
  return order;
}

async function settledOrder(shop: Shop): Promise<PlacedOrder> {
  const order = await soldAtTill(shop);
  await take(shop.platform, 'orderSettle', { orderId: order.id }, 'OrderSettleInput');
  return order;
}

async function recycledOrder(shop: Shop): Promise<PlacedOrder> {
  const order = await canceledOrder(shop);
  await onOrders(shop.shopper, 'orderDelete', { orderIds: [order.id] });
  return order;
}

/** Offers that are the walk's alone do not touch its orders. */
const noGoods = { scope: { skuCodes: ['NO-SUCH-SKU'] } };
async function canceledCardOrder(app: App, shop: Shop): Promise<PlacedOrder> {
  const order = await placeAtTill(shop);
  await take(shop.clerk, 'orderPayCard', { orderId: order.id, transactionId: await swipe(app, { reference: order.number }) }, 'OrderPayCardInput');
  await take(shop.clerk, 'orderCancel', { orderId: order.id }, 'OrderCancelInput');
  return order;
}

/** A store's order of the past, which its customer and the store see. */
async function importedOrder({ platform, shopper, storeCode }: Shop): Promise<string> {
  const externalNumber = `W-${randomUUID().slice(0, 8)}`;
  const order = pastOrder(externalNumber, { customerSubject: shopper.subject, storeCode });
  await platform.ask('mutation World_import($input: OrderImportInput!) { orderImport(input: $input) { verdicts { outcome } } }', { input: { source: 'walk', orders: [order] } });
  return externalNumber;
}

async function doneExpress(shop: Shop, waybill: Record<string, unknown>): Promise<PlacedOrder> {
  const order = await paidExpressOf(shop, [['orderStartDelivery'], ['orderShip', waybill, 'OrderShipInput']]);
  await take(shop.shopper, 'orderConfirmReceipt', { orderId: order.id });
  return order;
}

async function buildSide(app: App): Promise<Side> {
  const shop = await openShop(app);
  const { shopper, platform, clerk, storeId, sku } = shop;
  await platform.ask('mutation World_profile($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds } }', {
    input: { customers: [{ subject: shopper.subject, name: contact.name, email: `${shopper.subject}@example.org` }] },
  });
  const book = await shopper.ask('mutation World_address($input: AddressSaveInput!) { addressSave(input: $input) { address { id } } }', { input: { name: contact.name, address: contact.address } });
  const freightCode = `F-${sku}`;
  await platform.ask('mutation World_freight($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { template { code } } }', {
    input: { code: freightCode, name: 'Standard', currency: 'GBP', unit: 'PIECES', rules: [{ regions: [], firstFee: '1' }] },
  });
  const waybill = { courierCompany: 'Post', waybillNumber: 'W-1' };
  const tillPaid = await placeAtTill(shop);
  await take(clerk, 'orderPayCash', { orderId: tillPaid.id }, 'OrderPayCashInput');
  const paid = await placeOnline(shop, 'FLASH');
  await payOnline(shopper, paid.id);
  const orders = {
    unpaid: await placeOnline(shop, 'SELF_PICK'), paid, confirmed: await paidExpress(shop), assigned: await paidExpressOf(shop, []),
    delivering: await paidExpressOf(shop, [['orderStartDelivery']]), shipped: await paidExpressOf(shop, [['orderStartDelivery'], ['orderShip', waybill, 'OrderShipInput']]),
    done: await doneExpress(shop, waybill), tillUnpaid: await placeAtTill(shop, { customerSubject: shopper.subject }), tillPaid,
    sold: await soldAtTill(shop), settled: await settledOrder(shop), recycled: await recycledOrder(shop), cardRefund: await canceledCardOrder(app, shop),
  };
  const cart = async (owner: Person) => (await changeCart(owner, 'cartCreate', { storeId, lines: [{ sku, quantity: 2 }] })).id;
  const carts = { mine: await cart(shopper), alsoMine: await cart(shopper), till: await cart(clerk), alsoTill: await cart(clerk) };
  await grant(shop, { money: '100.00' });
  await makeCoupon(platform, { givenForSharing: true });
  const [offer, couponDefinition] = [await makeOffer(platform, noGoods), await makeCoupon(platform)];
  const [services, imported] = [await buildServices(shop), await importedOrder(shop)];
  return { shop, imported, carts, offer, couponDefinition, services, storeId, sku, freightCode, customerId: toGlobalId('customer', personIdOf(shopper.subject)), customerSubject: shopper.subject, addressId: book.addressSave.address.id, orders };
}

/** Well-formed names of things that never were. */
function nothing(): Objects {
  const order = () => ({ id: toGlobalId('order', randomUUID()), number: '20200101000000000000' });
  const cart = () => toGlobalId('cart', randomUUID());
  const service = () => ({ id: toGlobalId('service', randomUUID()), number: '20200101000000000000' });
  return {
    imported: 'NO-SUCH-NUMBER',
    carts: { mine: cart(), alsoMine: cart(), till: cart(), alsoTill: cart() },
    services: { asked: service(), approved: service(), received: service(), exchanging: service(), sent: service() },
    storeId: toGlobalId('store', randomUUID()), sku: 'NO-SUCH-SKU', freightCode: 'NO-SUCH-TEMPLATE', customerId: toGlobalId('customer', randomUUID()), customerSubject: 'nobody', addressId: toGlobalId('address', randomUUID()),
    offer: { id: toGlobalId('offer', randomUUID()), code: 'NO-SUCH-OFFER' }, couponDefinition: { id: toGlobalId('coupon_definition', randomUUID()), code: 'NO-SUCH-COUPON' },
    orders: { unpaid: order(), paid: order(), confirmed: order(), assigned: order(), delivering: order(), shipped: order(), done: order(), tillUnpaid: order(), tillPaid: order(), sold: order(), settled: order(), recycled: order(), cardRefund: order() },
  };
}

/** Two shops that know nothing of each other; the people of the walk are those of the first. */
export async function buildWorld(app: App): Promise<World> {
  const [own, foreign] = [await buildSide(app), await buildSide(app)];
  const { shopper, clerk, manager, platform } = own.shop;
  const people = { SHOPPER: shopper, STAFF: clerk, PLATFORM: platform, SERVICE: await app.person('SERVICE', 'service-1'), clerk, manager };
  return { own, foreign, absent: nothing(), people };
}
