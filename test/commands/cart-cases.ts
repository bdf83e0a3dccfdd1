import { randomUUID } from 'node:crypto';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { grant } from '../support/benefits.ts';
import { changeCart } from '../support/carts.ts';
import { dbOf } from '../support/races.ts';
import { makeCoupon } from '../support/offers.ts';
import { placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';
import { take, type Input, type MutationCase } from './mutation-cases.ts';

const unique = (): string => randomUUID().slice(0, 8);

const newCart = async ({ shopper, storeId, sku, reducedSku }: Shop): Promise<string> =>
  (await changeCart(shopper, 'cartCreate', { storeId, lines: [{ sku, quantity: 1 }, { sku: reducedSku, quantity: 2 }] })).id;

const moveOn = ({ shopper, sku }: Shop, _orderId: string, { cartId }: Input): Promise<unknown> =>
  changeCart(shopper, 'cartAddLines', { cartId, lines: [{ sku, quantity: 9 }] });

const version: MutationCase['version'] = {
  field: 'cart',
  read: async (app, { cartId }) => (await dbOf(app)<{ version: number }[]>`select version from carts where id = ${fromGlobalId('cart', String(cartId))}`)[0]!.version,
};

/** Every change in a cart keeps the lines that it ends, so that earlier answers can be given again. */
export const cartCases: Readonly<Record<string, MutationCase>> = {
  cartCreate: {
    as: 'clerk', adds: { carts: 1, cart_lines: 2 },
    prepare: async (_app, { storeId, sku }) => ({ storeId, pointsWanted: Number.parseInt(randomUUID().slice(0, 6), 16), lines: [{ sku, quantity: 1 }, { sku, quantity: 2 }] }),
  },
  cartAddLines: {
    as: 'shopper', adds: { cart_lines: 1 }, version, moveOn,
    prepare: async (_app, shop) => ({ cartId: await newCart(shop), lines: [{ sku: shop.sku, quantity: 3 }] }),
  },
  cartChangeLine: {
    as: 'shopper', adds: { cart_lines: 1 }, version, moveOn,
    prepare: async (_app, shop) => ({ cartId: await newCart(shop), seq: 1, quantity: 3 }),
  },
  cartRemoveLine: {
    as: 'shopper', adds: {}, version, moveOn,
    prepare: async (_app, shop) => ({ cartId: await newCart(shop), seq: 1 }),
  },
  cartUpdate: {
    as: 'shopper', adds: {}, version, moveOn,
    prepare: async (_app, shop) => ({ cartId: await newCart(shop), couponCode: 'SPRING', pointsWanted: 7 }),
  },
  cartMerge: {
    // Of the other cart's two lines, both go to lines that are there, which begin anew.
    as: 'shopper', adds: { cart_lines: 2 }, version, moveOn,
    prepare: async (_app, shop) => ({ cartId: await newCart(shop), fromCartId: await newCart(shop) }),
  },
  orderPlaceFromCarts: {
    // The cart itself stays, as ordered.
    as: 'shopper', adds: { orders: 1, order_items: 2, events: 1 },
    prepare: async (_app, shop) => ({ cartIds: [await newCart(shop)], deliveryType: 'SELF_PICK', remark: `Ring ${unique()}` }),
    moveOn: (shop, orderId) => take(shop.shopper, 'orderCancel', { orderId }),
  },
  orderPlaceFromCartInStore: {
    as: 'clerk', adds: { orders: 1, order_items: 1, events: 1 },
    prepare: async (_app, { clerk, storeId, sku }) => ({ cartId: (await changeCart(clerk, 'cartCreate', { storeId, lines: [{ sku, quantity: 1 }] })).id, uid: `till-${unique()}` }),
    moveOn: (shop, orderId) => take(shop.clerk, 'orderCancel', { orderId }),
  },
  orderPayWithWallet: {
    as: 'shopper', adds: { payments: 1, events: 1, ledger_transactions: 1, ledger_entries: 2 },
    // Less than the total, so that the order would take it twice.
    prepare: async (_app, shop) => {
      await grant(shop, { money: '20.00' });
      return { orderId: (await placeOnline(shop, 'FLASH')).id, amount: '4.00' };
    },
    moveOn: (shop, orderId) => take(shop.shopper, 'orderPayWithWallet', { orderId }),
  },
  orderShare: {
    as: 'shopper', adds: { coupon_shares: 1, coupons: 1 },
    prepare: async (_app, shop) => {
      await makeCoupon(shop.platform, { givenForSharing: true });
      const { id: orderId } = await placeAtTill(shop, { customerSubject: shop.shopper.subject });
      await take(shop.clerk, 'orderPayCash', { orderId });
      await take(shop.clerk, 'orderComplete', { orderId });
      return { orderId };
    },
  },
  cartDelete: {
    as: 'shopper', adds: {}, version,
    prepare: async (_app, shop) => ({ cartId: await newCart(shop) }),
  },
};
