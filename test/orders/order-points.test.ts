import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { accountsOf, grant } from '../support/benefits.ts';
import { ownApp } from '../support/order-states.ts';
import { dbOf, growth, JumpingClock, rowCounts } from '../support/races.ts';
import { contact, openShop, payOnline, type Shop } from '../support/seeds.ts';
import { take } from '../commands/mutation-cases.ts';

const placing = /* GraphQL */ `
  mutation PointsPlace($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order { id status fulfilment saleTotal { amount } pointsUsed pointsTotal { amount } pointsToEarn pointsRedemption total { amount } amountDue { amount } version
        items { seq saleTotal { amount } pointsUsed pointsShare { amount } } history { type } customerTerms { tierCode pointsBalance pointsUsable discountPercent } }
      userErrors { code path message }
    }
  }`;

const place = async (who: Person, input: Record<string, unknown>) => (await who.ask(placing, { input })).orderPlace;

const pick = (shop: Shop, extra: Record<string, unknown> = {}) => ({ deliveryType: 'SELF_PICK', storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 2 }, { sku: shop.reducedSku, quantity: 2 }], ...extra });

const statusOf = async (who: Person, id: string): Promise<string> => (await who.ask(/* GraphQL */ `query PointsStatus($id: ID!) { order(id: $id) { status } }`, { id })).order.status;

describe('points that pay for a part of an order', () => {
  test('are set aside when it is placed, shared out over its lines, and spent when it is paid', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 761 });
    const { order, userErrors } = await place(shop.shopper, pick(shop, { pointsWanted: 250 }));
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      saleTotal: { amount: '25.00' }, pointsUsed: 250, pointsTotal: { amount: '2.50' }, total: { amount: '22.50' }, amountDue: { amount: '22.50' },
      items: [{ pointsUsed: 200, pointsShare: { amount: '2.00' } }, { pointsUsed: 50, pointsShare: { amount: '0.50' } }], customerTerms: { pointsBalance: 761, pointsUsable: 761 },
    });
    expect(await accountsOf(app, shop)).toMatchObject({ points: 511, reserved: 250, reasons: ['RESERVE'] });
    await payOnline(shop.shopper, order.id);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 511, reserved: 0, reasons: ['RESERVE', 'SPEND'] });
  });

  test('are as many as can be spent where the total is confirmed, and no more than are wanted; the order says how many', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { maximumPointsPercent: '50', minimumPoints: 100 }, points: 3000 });
    const used = async (pointsWanted: number, expectedTotal: string) => (await place(shop.shopper, pick(shop, { pointsWanted, expectedTotal }))).order.pointsUsed;
    expect([await used(5000, '12.50'), await used(400, '21.00'), await used(99, '25.00')]).toEqual([1250, 400, 0]);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 1350, reserved: 1650 });
  });

  test('come back when it is canceled, whether it was paid or not, and when its time has passed', async () => {
    const clock = new JumpingClock();
    await using app = await ownApp({ clock: clock.now });
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 500 });
    const unpaid = (await place(shop.shopper, pick(shop, { pointsWanted: 100 }))).order;
    await take(shop.shopper, 'orderCancel', { orderId: unpaid.id });
    expect(await accountsOf(app, shop)).toMatchObject({ points: 500, reserved: 0, reasons: ['RESERVE', 'RELEASE'] });
    const paid = (await place(shop.shopper, pick(shop, { pointsWanted: 100 }))).order;
    await payOnline(shop.shopper, paid.id);
    await take(shop.shopper, 'orderCancel', { orderId: paid.id });
    expect(await accountsOf(app, shop)).toMatchObject({ points: 500, reserved: 0, reasons: ['RESERVE', 'RELEASE', 'RESERVE', 'SPEND', 'SPEND_RETURNED'] });
    const late = (await place(shop.shopper, pick(shop, { pointsWanted: 100 }))).order;
    clock.jump(1801);
    await expect.poll(() => statusOf(shop.shopper, late.id), { timeout: 10_000 }).toBe('CLOSED_PAY_TIMEOUT');
    expect(await accountsOf(app, shop)).toMatchObject({ points: 500, reserved: 0 });
  });

  test('pay all of an order of the kind that is paid with points, which is then paid at once', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { maximumPointsPercent: '10' }, points: 2600 });
    const { order, userErrors } = await place(shop.shopper, pick(shop, { pointsRedemption: true }));
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({ pointsRedemption: true, pointsUsed: 2500, total: { amount: '0.00' }, fulfilment: 'CONFIRM_PENDING', history: [{ type: 'PLACED' }, { type: 'PAY' }] });
    expect(await accountsOf(app, shop)).toMatchObject({ points: 100, reserved: 0, reasons: ['SPEND'] });
    const before = await rowCounts(dbOf(app));
    expect(await place(shop.shopper, pick(shop, { pointsRedemption: true }))).toMatchObject({ order: null, userErrors: [{ code: 'INSUFFICIENT_POINTS', path: ['pointsRedemption'] }] });
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
  });

  test('are not spent by a rehearsal, nor by somebody without a tier that spends points', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { points: 500 });
    expect((await place(shop.shopper, pick(shop, { pointsWanted: 100 }))).userErrors).toMatchObject([{ code: 'POINTS_NOT_APPLICABLE' }]);
    await grant(shop, { tier: {} });
    expect((await place(shop.shopper, pick(shop, { pointsWanted: 100, dryRun: true }))).order.pointsUsed).toBe(100);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 500, reserved: 0, reasons: [] });
  });

  test('of two hundred orders at once are never more than there are, and the ledger adds up', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 1050 });
    const orders = await Promise.all(Array.from({ length: 200 }, () => place(shop.shopper, pick(shop, { pointsWanted: 100 }))));
    const used = orders.map(({ order, userErrors }) => {
      if (userErrors.length > 0) expect(userErrors).toMatchObject([{ code: expect.stringMatching(/^(?:INSUFFICIENT_POINTS|VERSION_CONFLICT)$/u) }]);
      return (order?.pointsUsed ?? 0) as number;
    });
    const { points, reserved } = await accountsOf(app, shop);
    expect(used.reduce((sum, count) => sum + count, 0)).toBe(reserved);
    expect([points + reserved, points < 100]).toEqual([1050, true]);
  });
});

describe('points that an order earns', () => {
  test('come with its completion, for what money paid of the goods', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { earnPercent: '10' }, points: 100 });
    const { order } = await place(shop.shopper, pick(shop, { pointsWanted: 100 }));
    expect(order.pointsToEarn).toBe(240);
    await payOnline(shop.shopper, order.id);
    await take(shop.clerk, 'orderAccept', { orderId: order.id });
    expect((await accountsOf(app, shop)).points).toBe(0);
    await take(shop.clerk, 'orderComplete', { orderId: order.id });
    expect(await accountsOf(app, shop)).toMatchObject({ points: 240, reasons: ['RESERVE', 'SPEND', 'EARN'] });
    await take(shop.clerk, 'orderComplete', { orderId: order.id });
    expect((await accountsOf(app, shop)).points).toBe(240);
  });

  test('go to the customer who is named at the till, and to nobody where none is', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { earnPercent: '10' } });
    const sell = async (extra: Record<string, unknown>) => {
      const input = { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }], ...extra };
      const { orderPlaceInStore } = await shop.clerk.ask(/* GraphQL */ `mutation PointsTill($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id pointsToEarn } userErrors { message } } }`, { input });
      await take(shop.clerk, 'orderPayCash', { orderId: orderPlaceInStore.order.id });
      await take(shop.clerk, 'orderComplete', { orderId: orderPlaceInStore.order.id });
      return orderPlaceInStore.order.pointsToEarn as number;
    };
    expect([await sell({ customerSubject: shop.shopper.subject }), await sell({})]).toEqual([100, 0]);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 100, reasons: ['EARN'] });
  });
});

describe('a customer’s tier', () => {
  test('takes its discount off every line that has no price set by hand, and the order keeps a copy of it', async ({ app }: { app: App }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { discountPercent: '12.5' } });
    const { order } = await place(shop.shopper, { contact, lines: [{ sku: shop.sku, quantity: 2 }] });
    expect(order).toMatchObject({ saleTotal: { amount: '17.50' }, total: { amount: '17.50' }, customerTerms: { discountPercent: '12.5' } });
    await grant(shop, { tier: { discountPercent: '50' } });
    const again = await shop.shopper.ask(/* GraphQL */ `query PointsAgain($id: ID!) { order(id: $id) { total { amount } customerTerms { discountPercent } items { steps { kind name amount { amount } after { amount } } } } }`, { id: order.id });
    expect(again.order).toMatchObject({ total: { amount: '17.50' }, customerTerms: { discountPercent: '12.5' }, items: [{ steps: [{ kind: 'TIER', amount: { amount: '2.50' }, after: { amount: '17.50' } }] }] });
  });
});
