import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { systemClock } from '../../src/platform/time.ts';
import { attempt, seen, take } from '../customer-service/service-desk.ts';
import type { App } from '../support/app.ts';
import { breakSandbox } from '../support/break-sandbox.ts';
import { cartFields } from '../support/carts.ts';
import { dbOf } from '../support/races.ts';
import { contact, payOnline, type Shop } from '../support/seeds.ts';
import type { Input, MutationCase } from './mutation-cases.ts';

const answer = `customerService {
  id number version status refundFee { amount } supplementaryFee { amount } refundedTotal { amount } payoutState createdAt updatedAt takenUpAt approvedAt sentBackAt receivedAt finishedAt clerkName
  returns { seq quantity receivedQuantity refundFee { amount } } exchanges { seq quantity total { amount } } returnParcel { waybillNumber } log { version type text at content } availableActions { action enabled } }
  order { id version status }`;

export const serviceAnswers = { CustomerServicePayload: answer, OrderReturnAndResalePayload: `${answer} cart { ${cartFields} createdAt updatedAt }`, CustomerServiceReasonPayload: 'reasons { code name types refundsFreight }' } as const;

const unique = (): string => randomUUID().slice(0, 8);

async function run(shop: Shop, mutations: string, variables: Record<string, unknown>): Promise<Record<string, { userErrors: unknown[] }>> {
  const data = await shop.platform.ask(mutations, variables);
  for (const payload of Object.values<{ userErrors: unknown[] }>(data)) expect(payload.userErrors).toEqual([]);
  return data;
}

/** A shipped order of two pieces, paid through the test gateway. */
async function shipped(shop: Shop): Promise<string> {
  const input = { deliveryType: 'EXPRESS', storeId: shop.storeId, contact, lines: [{ sku: shop.sku, quantity: 2 }] };
  const { orderPlace } = await shop.shopper.ask('mutation OncePlaced($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } userErrors { code } } }', { input });
  const orderId: string = orderPlace.order.id;
  await payOnline(shop.shopper, orderId);
  await run(shop, /* GraphQL */ `
    mutation OnceShipped($step: OrderStepInput!, $ship: OrderShipInput!) {
      orderConfirm(input: $step) { userErrors { code } } orderStartDelivery(input: $step) { userErrors { code } } orderShip(input: $ship) { userErrors { code } } }`,
  { step: { orderId }, ship: { orderId, courierCompany: 'Fleet', waybillNumber: `W-${unique()}` } });
  return orderId;
}

/** An in-store order of two pieces, paid in cash and done. */
async function sold(shop: Shop): Promise<string> {
  const input = { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 2 }] };
  const { orderPlaceInStore } = await shop.clerk.ask('mutation OnceSold($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }', { input });
  const orderId: string = orderPlaceInStore.order.id;
  const done = await shop.clerk.ask('mutation OnceDone($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } orderComplete(input: { orderId: $id }) { userErrors { code } } }', { id: orderId });
  expect([done.orderPayCash.userErrors, done.orderComplete.userErrors]).toEqual([[], []]);
  return orderId;
}

const asked = async (shop: Shop, type = 'RETURN'): Promise<string> =>
  (await take(shop.shopper, 'Request', { orderId: await shipped(shop), type, reason: `Why ${unique()}`, returns: [{ seq: 1, quantity: 1 }] })).customerService.id;

/** A document after the steps up to and with the last one named. */
async function after(shop: Shop, type: string, ...steps: readonly string[]): Promise<string> {
  const customerServiceId = await asked(shop, type);
  for (const step of steps) await take(shop.clerk, step, { customerServiceId, ...(step === 'Approve' && { returnAddress: { street: `Dock ${unique()}` } }) });
  return customerServiceId;
}

/** A refund that the gateway has refused. */
async function refused(app: App, shop: Shop): Promise<string> {
  return payOutRefused(app, shop, await after(shop, 'RETURN', 'Approve', 'Receive'));
}

async function payOutRefused(app: App, shop: Shop, customerServiceId: string): Promise<string> {
  const [charge] = await dbOf(app)<{ number: string }[]>`
    select p.number from payments p join customer_services c on c.order_id = p.order_id where c.number = ${(await seen(shop.clerk, customerServiceId)).number}`;
  await breakSandbox(app, systemClock, 'refuse', charge!.number);
  await take(shop.clerk, 'Refund', { customerServiceId });
  await expect.poll(async () => (await seen(shop.clerk, customerServiceId)).payoutState, { timeout: 10_000 }).toBe('REFUSED');
  return customerServiceId;
}

/** An exchange for something cheaper, whose difference the gateway has refused. */
async function refusedExchange(app: App, shop: Shop): Promise<string> {
  const opened = { orderId: await shipped(shop), type: 'EXCHANGE', reason: `Why ${unique()}`, returns: [{ seq: 1, quantity: 2 }], replacements: [{ sku: shop.reducedSku, quantity: 1 }], goodsHandedIn: true };
  const { customerService: { id: customerServiceId } } = await take(shop.clerk, 'Create', opened);
  return payOutRefused(app, shop, customerServiceId);
}

const reply = (shop: Shop, _orderId: string, { customerServiceId }: Input): Promise<unknown> => attempt(shop.clerk, 'Reply', { customerServiceId, content: `Well ${unique()}` });
/** The gateway's answer moves it on by itself. */
const paidOut = (app: App, { customerServiceId }: Input): Promise<void> => expect.poll(async () =>
  (await dbOf(app)<{ count: number }[]>`select count(*) from events where type = 'FINISH_REFUND' and subject_id = (select id from customer_services where number = ${await numberOf(app, customerServiceId!)})`)[0]!.count, { timeout: 10_000 }).toBe(1);

const numberOf = async (app: App, id: string): Promise<string> => (await app.person('PLATFORM', 'platform-once')).ask('query OnceNumber($id: ID!) { customerService(id: $id) { number } }', { id }).then((data) => data.customerService.number as string);

const step = { as: 'clerk', adds: { events: 2 }, moveOn: reply } as const;
const on = async (id: Promise<string>, extra: Record<string, unknown> = {}): Promise<Input> => ({ customerServiceId: await id, ...extra });

export const serviceCases: Readonly<Record<string, MutationCase>> = {
  customerServiceRequest: {
    as: 'shopper', adds: { customer_services: 1, customer_service_items: 2, events: 2 },
    prepare: async (_app, shop) => ({ orderId: await shipped(shop), type: 'EXCHANGE', reason: 'Too small', returns: [{ seq: 1, quantity: 1 }] }),
  },
  customerServiceCreate: {
    as: 'clerk', adds: { customer_services: 1, customer_service_items: 1, refunds: 1, events: 8 },
    prepare: async (_app, shop) => ({ orderId: await sold(shop), uid: `desk-${unique()}`, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true, returns: [{ seq: 1, quantity: 1 }] }),
  },
  orderReturn: {
    as: 'clerk', adds: { customer_services: 1, customer_service_items: 1, refunds: 1, events: 9 },
    prepare: async (_app, shop) => ({ orderId: await sold(shop), uid: `desk-${unique()}` }),
  },
  orderReturnAndResale: {
    as: 'clerk', adds: { customer_services: 1, customer_service_items: 1, refunds: 1, events: 9, carts: 1, cart_lines: 1 },
    prepare: async (_app, shop) => ({ orderId: await sold(shop), uid: `desk-${unique()}`, resale: [{ seq: 1, quantity: 1 }] }),
  },
  customerServiceCancel: { as: 'shopper', adds: { events: 2 }, prepare: async (_app, shop) => on(asked(shop), { reason: `No ${unique()}` }) },
  customerServiceTakeUp: { ...step, prepare: async (_app, shop) => on(asked(shop)) },
  customerServiceApprove: { ...step, prepare: async (_app, shop) => on(asked(shop), { returnAddress: { street: 'Dock 4' } }) },
  customerServiceRefuse: { as: 'clerk', adds: { events: 2 }, prepare: async (_app, shop) => on(asked(shop), { reason: 'Worn' }) },
  customerServiceSendBack: { ...step, as: 'shopper', prepare: async (_app, shop) => on(after(shop, 'RETURN', 'Approve'), { courierCompany: 'ABC', waybillNumber: unique() }) },
  customerServiceReceive: { ...step, prepare: async (_app, shop) => on(after(shop, 'RETURN', 'Approve'), { lines: [{ seq: 1, quantity: 1, condition: 'DAMAGED' }] }) },
  customerServiceChangeAmount: { ...step, prepare: async (_app, shop) => on(asked(shop), { amount: '7.77' }) },
  customerServiceRefund: {
    as: 'clerk', adds: { refunds: 1, sandbox_refunds: 1, events: 6 }, settle: paidOut, moveOn: async () => undefined,
    prepare: async (_app, shop) => on(after(shop, 'RETURN', 'Approve', 'Receive')),
  },
  customerServiceRetryRefund: {
    as: 'clerk', adds: { sandbox_refunds: 1, events: 6 }, settle: paidOut, moveOn: async () => undefined,
    prepare: async (app, shop) => on(refused(app, shop)),
  },
  customerServicePayOutOtherwise: {
    as: 'clerk', adds: { events: 3 }, moveOn: reply,
    prepare: async (app, shop) => on(refusedExchange(app, shop), { way: 'BY_HAND', reference: `T-${unique()}`, reason: 'The account was closed.' }),
  },
  customerServiceShipReplacement: { ...step, prepare: async (_app, shop) => on(after(shop, 'EXCHANGE', 'Approve', 'Receive'), { courierCompany: 'Fleet', waybillNumber: unique() }) },
  customerServiceRefundInstead: { ...step, prepare: async (_app, shop) => on(after(shop, 'EXCHANGE', 'Approve', 'Receive'), { reason: 'Sold out' }) },
  customerServiceCompleteExchange: { as: 'shopper', adds: { events: 2 }, prepare: async (_app, shop) => on(after(shop, 'EXCHANGE', 'Approve', 'Receive', 'ShipReplacement')) },
  customerServiceReply: { ...step, as: 'shopper', prepare: async (_app, shop) => on(asked(shop), { content: `Hello ${unique()}`, images: ['https://pictures.example/a.jpg'] }) },
  customerServiceReasonSave: {
    as: 'platform', adds: { customer_service_reasons: 1 },
    prepare: async () => ({ reasons: [{ code: `R-${unique()}`, name: 'Seven days', types: ['RETURN'], refundsFreight: true }] }),
  },
};

/** The version that the database holds for the document. */
export const serviceVersionOf = async (app: App, id: string): Promise<number> =>
  (await dbOf(app)<{ version: number }[]>`select version from customer_services where number = ${await numberOf(app, id)}`)[0]!.version;
