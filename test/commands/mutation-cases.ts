import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import type { App, Person } from '../support/app.ts';
import { booksOf, orderKey } from '../support/races.ts';
import { cartFields } from '../support/carts.ts';
import { beginPayment, payOnline, placeAtTill, placeOnline, type DeliveryType, type Shop } from '../support/seeds.ts';
import { cartCases } from './cart-cases.ts';
import { catalogAnswers, catalogCases } from './catalog-cases.ts';
import { customerAnswers, customerCases } from './customer-cases.ts';
import { deskCases } from './desk-cases.ts';
import { offerAnswers, offerCases } from './offer-cases.ts';
import { serviceAnswers, serviceCases } from './service-cases.ts';

export type Input = Record<string, unknown> & { readonly orderId?: string; readonly customerServiceId?: string };

/** How one mutation is called so that it has an effect, and what that effect is. */
export interface MutationCase {
  readonly as: 'shopper' | 'clerk' | 'manager' | 'platform';
  /** Brings about a state in which the mutation has an effect. Every call gives another input. */
  prepare(app: App, shop: Shop): Promise<Input>;
  /** Rows that it adds in all, by table, besides the idempotency key. */
  readonly adds: Readonly<Record<string, number>>;
  /** Where the version to expect is not an order's or a store's: the payload's field that shows the object, and its version in the database. */
  readonly version?: { readonly field: string; read(app: App, input: Input): Promise<number> };
  /** Waits until what it sets off has happened as well. */
  settle?(app: App, input: Input): Promise<void>;
  /** Something that changes the object afterwards. Absent where nothing can. */
  moveOn?(shop: Shop, orderId: string, input: Input): Promise<unknown>;
}

const orderAnswer = `order {
  id number version status fulfilment payment createdAt updatedAt payDeadline paidAt confirmedAt deliveryStartedAt deliveredAt finishedAt canceledAt
  clerkName total { amount currency } paidTotal { amount } refundedTotal { amount } store { id code name } shipment { courierCompany waybillNumber }
  items { seq skuCode quantity saleTotal { amount } } history { version type at actorName comment } availableActions { action enabled reason { code } } }`;

const answers: Readonly<Record<string, string>> = {
  OrderPayload: orderAnswer,
  OrdersPayload: `verdicts { reference outcome ${orderAnswer} userErrors { code message path } }`,
  OrderSharePayload: `${orderAnswer} code`,
  OrderStartPaymentPayload: `${orderAnswer} payment { id number amount { amount } clientParameters { name value } }`,
  StorePayload: 'store { id code name version phone acceptingOrders updatedAt }',
  CustomerPayload: 'customerIds',
  CartPayload: `cart { ${cartFields} createdAt updatedAt }`,
  ...catalogAnswers,
  ...customerAnswers,
  ...offerAnswers,
  ...serviceAnswers,
};

/** The document that calls a mutation and reads all that its answer says. */
export const documentOf = (name: string, payloadType: string): string => `
  mutation Once_${name}($input: ${inputTypeOf(name)}) {
    ${name}(input: $input) {
      replayed dryRun ${answers[payloadType] ?? ''}
      userErrors { __typename code message path ... on VersionConflict { currentVersion } ... on TransitionRefused { status version } } } }`;

/** The type of a mutation's input, as a document names it. */
export const inputTypeOf = (name: string): string => String(schema.getMutationType()!.getFields()[name]!.args.find((arg) => arg.name === 'input')!.type);

/** Takes a step that must succeed. */
export async function take(person: Person, name: string, input: Input): Promise<void> {
  const answer = await person.ask(`mutation Take_${name}($input: ${inputTypeOf(name)}) { ${name}(input: $input) { userErrors { code message } } }`, { input });
  expect(answer[name].userErrors, name).toEqual([]);
}

const unique = (): string => randomUUID().slice(0, 8);

async function paid(shop: Shop, deliveryType: DeliveryType): Promise<string> {
  const { id } = await placeOnline(shop, deliveryType);
  await payOnline(shop.shopper, id);
  return id;
}

async function rejected(shop: Shop): Promise<string> {
  const orderId = await paid(shop, 'FLASH');
  await take(shop.clerk, 'orderReject', { orderId, reason: 'The oven is broken.' });
  return orderId;
}

/** An EXPRESS order after the platform's steps up to and with the last one named. */
async function expressAfter(shop: Shop, ...steps: readonly string[]): Promise<string> {
  const orderId = await paid(shop, 'EXPRESS');
  for (const step of steps) await take(shop.platform, step, { orderId, ...(step === 'orderShip' && parcel()) });
  return orderId;
}

const parcel = () => ({ courierCompany: 'Fleet', waybillNumber: `W-${unique()}` });

const takenAtTill = async (shop: Shop): Promise<string> => {
  const { id } = await placeAtTill(shop);
  await take(shop.clerk, 'orderPayCash', { orderId: id });
  return id;
};

const renamed = (shop: Shop): Promise<unknown> => take(shop.platform, 'storeUpdate', { storeId: shop.storeId, name: `Renamed ${unique()}` });

const oneEvent = { events: 1 } as const;

/** One case for each mutation of the schema. The server that they run on must not confirm EXPRESS orders by itself. */
export const mutationCases: Readonly<Record<string, MutationCase>> = {
  ...cartCases,
  ...deskCases,
  ...offerCases,
  ...serviceCases,
  orderPlace: {
    as: 'shopper', adds: { orders: 1, order_items: 2, events: 1 },
    prepare: async (_app, { storeId, sku, reducedSku }) => ({
      deliveryType: 'SELF_PICK', storeId, contact: { name: 'Rosa Klein' }, remark: `Ring ${unique()}`,
      lines: [{ sku, quantity: 1 }, { sku: reducedSku, quantity: 3 }],
    }),
    moveOn: (shop, orderId) => take(shop.shopper, 'orderCancel', { orderId }),
  },
  orderPlaceInStore: {
    as: 'clerk', adds: { orders: 1, order_items: 1, events: 1 },
    prepare: async (_app, { storeId, sku }) => ({ storeId, uid: `till-${unique()}`, lines: [{ sku, quantity: 2 }] }),
    moveOn: (shop, orderId) => take(shop.clerk, 'orderCancel', { orderId }),
  },
  orderStartPayment: {
    as: 'shopper', adds: { payments: 1, events: 1, sandbox_charges: 1 },
    prepare: async (_app, shop) => ({ orderId: (await placeOnline(shop, 'FLASH')).id, tender: 'SANDBOX' }),
    // A second attempt, and its success: the order moves on twice.
    moveOn: async (shop, orderId) => fetch(await beginPayment(shop.shopper, orderId), { method: 'POST' }),
  },
  orderPayCash: {
    as: 'clerk', adds: { payments: 1, events: 1 },
    // Less than the total, so that the order would take it twice.
    prepare: async (_app, shop) => ({ orderId: (await placeAtTill(shop)).id, amount: '4.00', tendered: '5.00' }),
    moveOn: (shop, orderId) => take(shop.clerk, 'orderPayCash', { orderId }),
  },
  orderConfirm: {
    as: 'platform', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await paid(shop, 'EXPRESS') }),
    moveOn: (shop, orderId) => take(shop.platform, 'orderStartDelivery', { orderId }),
  },
  orderAccept: {
    as: 'clerk', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await paid(shop, 'SELF_PICK') }),
    moveOn: (shop, orderId) => take(shop.clerk, 'orderComplete', { orderId }),
  },
  orderReject: {
    as: 'clerk', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await paid(shop, 'FLASH'), reason: 'Sold out.' }),
    moveOn: (shop, orderId) => take(shop.platform, 'orderAssignStore', { orderId, storeId: shop.storeId }),
  },
  orderAssignStore: {
    as: 'platform', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await rejected(shop), storeId: shop.storeId, comment: 'Yours now.' }),
    moveOn: (shop, orderId) => take(shop.clerk, 'orderReject', { orderId, reason: 'Still sold out.' }),
  },
  orderStartDelivery: {
    as: 'platform', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await expressAfter(shop, 'orderConfirm') }),
    moveOn: (shop, orderId) => take(shop.platform, 'orderShip', { orderId, ...parcel() }),
  },
  orderShip: {
    as: 'platform', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await expressAfter(shop, 'orderConfirm', 'orderStartDelivery'), ...parcel() }),
    moveOn: (shop, orderId) => take(shop.shopper, 'orderConfirmReceipt', { orderId }),
  },
  orderConfirmReceipt: {
    as: 'shopper', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await expressAfter(shop, 'orderConfirm', 'orderStartDelivery', 'orderShip') }),
  },
  orderComplete: {
    as: 'clerk', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await takenAtTill(shop) }),
  },
  orderCancel: {
    as: 'shopper', adds: { refunds: 1, sandbox_refunds: 1, events: 2 },
    prepare: async (_app, shop) => ({ orderId: await paid(shop, 'FLASH'), reason: 'Changed my mind.' }),
    // The refund moves the order on by itself, perhaps while replays are still being answered.
    settle: (app, { orderId }) => expect.poll(async () => (await booksOf(app, orderId!)).status, { timeout: 10_000 }).toBe('CLOSED_REFUNDED'),
    moveOn: async () => undefined,
  },
  storeCreate: {
    as: 'platform', adds: { stores: 1, events: 1 },
    prepare: async () => ({ code: `C-${unique()}`, name: 'Corner shop', currency: 'GBP', address: { city: 'Leeds' } }),
  },
  storeUpdate: {
    as: 'platform', adds: oneEvent,
    prepare: async (_app, { storeId }) => ({ storeId, name: `Renovated ${unique()}`, acceptingOrders: true }),
    moveOn: renamed,
  },
  storeMemberSave: {
    as: 'manager', adds: { store_members: 1, events: 1 },
    prepare: async (_app, { storeId }) => ({ storeId, subject: `new-${unique()}`, name: 'Ann Lee', role: 'CLERK' }),
    moveOn: renamed,
  },
  storeMemberRemove: {
    as: 'manager', adds: { store_members: -1, events: 1 },
    prepare: async (_app, { storeId, manager }) => {
      const subject = `gone-${unique()}`;
      const input = { storeId, subject, name: 'Bo Hill', role: 'CLERK' };
      const { storeMemberSave } = await manager.ask('mutation MemberToGo($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }', { input });
      expect(storeMemberSave.userErrors).toEqual([]);
      return { storeId, subject };
    },
    moveOn: renamed,
  },
  ...catalogCases,
  ...customerCases,
};

/** The version that the database holds for the order. */
export const versionOf = async (app: App, orderId: string): Promise<number> =>
  (await app.server.services.db<{ version: number }[]>`select version from orders where id = ${orderKey(orderId)}`)[0]!.version;
