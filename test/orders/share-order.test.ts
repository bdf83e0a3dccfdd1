import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { claimWith, makeCoupon } from '../support/offers.ts';
import { openShop, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';
import { take } from '../commands/mutation-cases.ts';

const sharing = /* GraphQL */ `mutation ShareOrder($input: OrderStepInput!) { orderShare(input: $input) { code order { id status } userErrors { __typename code path } } }`;
const mine = /* GraphQL */ `query ShareMine { myCoupons { edges { node { source definition { code } } } } }`;

const share = async (who: Person, orderId: string) => (await who.ask(sharing, { input: { orderId } })).orderShare;

async function finished(shop: Shop): Promise<string> {
  const { id } = await placeAtTill(shop, { customerSubject: shop.shopper.subject });
  await take(shop.clerk, 'orderPayCash', { orderId: id });
  await take(shop.clerk, 'orderComplete', { orderId: id });
  return id;
}

describe('sharing an order', () => {
  test('gives its customer a coupon, and each friend one by the code (S2-17)', async ({ app }) => {
    const shop = await openShop(app);
    const { code: definition } = await makeCoupon(shop.platform, { givenForSharing: true, storeIds: [shop.storeId] });
    const { code, order, userErrors } = await share(shop.shopper, await finished(shop));
    expect([userErrors, order.status]).toEqual([[], 'CLOSED_CONFIRMED']);
    expect((await shop.shopper.ask(mine)).myCoupons.edges).toEqual([{ node: { source: 'SHARED', definition: { code: definition } } }]);
    for (const friend of [(await openShop(app)).shopper, (await openShop(app)).shopper]) {
      expect(await claimWith(friend, code)).toMatchObject({ userErrors: [], coupon: { source: 'SHARED', definition: { code: definition } } });
    }
  });

  test('again, or at the same time, is answered with the same code', async ({ app }) => {
    const shop = await openShop(app);
    await makeCoupon(shop.platform, { givenForSharing: true, storeIds: [shop.storeId] });
    const orderId = await finished(shop);
    const answers = await Promise.all(Array.from({ length: 10 }, () => share(shop.shopper, orderId)));
    expect(new Set(answers.map(({ code, userErrors }) => `${code} ${userErrors.length}`)).size).toBe(1);
    expect((await shop.shopper.ask(mine)).myCoupons.edges).toHaveLength(1);
  });

  test('is refused before it is done, and to others (S2-213)', async ({ app }) => {
    const shop = await openShop(app);
    await makeCoupon(shop.platform, { givenForSharing: true, storeIds: [shop.storeId] });
    const open = await placeOnline(shop, 'FLASH');
    expect(await share(shop.shopper, open.id)).toMatchObject({ code: null, userErrors: [{ __typename: 'TransitionRefused', code: 'TRANSITION_NOT_ALLOWED' }] });
    expect(await share((await openShop(app)).shopper, await finished(shop))).toMatchObject({ code: null, order: null, userErrors: [{ code: 'NOT_FOUND', path: ['orderId'] }] });
  });
});
