import { describe, expect } from 'vitest';
import { test, type App } from '../support/app.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { ledgersOf } from '../support/service-ledgers.ts';
import { deliver, ofPrices, seen, seenOrder, sellAtTill, stock, take } from './service-desk.ts';

/** One piece at 8.00, exchanged for the same once more. */
async function exchanged(app: App) {
  const { shop, orderId } = await deliver(app, ofPrices(['8.00', 1]));
  const { customerService: { id, exchanges } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Broken', goodsHandedIn: true });
  await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
  await take(shop.shopper, 'CompleteExchange', { customerServiceId: id });
  return { shop, orderId, lineSeq: exchanges[0].lineSeq };
}

describe('goods that were given in exchange', () => {
  test('are claimed while they are to come back: nothing else is offered of the order then', async ({ app }) => {
    const { shop, orderId, lineSeq } = await exchanged(app);
    const offered = async () => (await shop.shopper.ask('query Offered($id: ID!) { order(id: $id) { availableCustomerServices { enabled reason { code } } } }', { id: orderId })).order.availableCustomerServices;
    expect(await offered()).toMatchObject([{ enabled: true }, { enabled: true }, { enabled: true }]);
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Broken, too', returns: [{ seq: lineSeq }] });
    expect(await offered()).toEqual(Array.from({ length: 3 }, () => ({ enabled: false, reason: { code: 'QUANTITY_TOO_LARGE' } })));
    await take(shop.shopper, 'Cancel', { customerServiceId: id });
    expect(await offered()).toMatchObject([{ enabled: true }, { enabled: true }, { enabled: true }]);
  });
});

describe('an exchange for the same goods once more', () => {
  test('gives as many as have come back, and asks nothing for those that have not', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['8.00', 3], ['5.00', 2]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'EXCHANGE', reason: 'Broken' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, returnAddress: { street: 'Dock 4' } });
    const received = await take(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 2 }, { seq: 2, quantity: 0 }] });
    expect(received.customerService).toMatchObject({
      status: 'DELIVERING', refundFee: null, supplementaryFee: null, creditTotal: { amount: '16.00' }, replacementTotal: { amount: '16.00' },
      exchanges: [{ quantity: 2, receivedQuantity: null, total: { amount: '16.00' } }, { quantity: 0, receivedQuantity: null, total: { amount: '0.00' } }],
    });
    expect(received.order).toMatchObject({ amountDue: { amount: '0.00' }, supplementTotal: { amount: '0.00' } });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    await take(shop.shopper, 'CompleteExchange', { customerServiceId: id });
    // And all that the customer holds by now goes back for all that was paid.
    const back = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Enough', goodsHandedIn: true, refundNow: true });
    expect(back.customerService).toMatchObject({ refundFee: { amount: '34.00' } });
    expect(back.customerService.returns.map(({ lineSeq, quantity }: { lineSeq: number; quantity: number }) => [lineSeq, quantity])).toEqual([[1, 1], [2, 2], [3, 2]]);
    await expect.poll(async () => (await seenOrder(shop.clerk, orderId)).status, { timeout: 15_000 }).toBe('CLOSED_REFUNDED');
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });

  test('is told from one for other goods, which are given as agreed', async ({ app }) => {
    const lines = ofPrices(['8.00', 3], ['5.00', 1]);
    const { shop, orderId } = await deliver(app, lines);
    const { items } = (await shop.clerk.ask('query Skus($id: ID!) { order(id: $id) { items { skuCode } } }', { id: orderId })).order;
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Broken', returns: [{ seq: 1, quantity: 3 }], replacements: [{ sku: items[1].skuCode, quantity: 3 }] });
    await take(shop.clerk, 'Approve', { customerServiceId: id, returnAddress: { street: 'Dock 4' } });
    await take(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 2 }] });
    expect(await seen(shop.clerk, id)).toMatchObject({ refundFee: { amount: '1.00' }, exchanges: [{ quantity: 3 }] });
  });
});

describe('the log of an exchange that becomes a refund after money was paid out', () => {
  test('tells of each payment what it was about, and not what all of them come to', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['30.00', 3]));
    const [sku] = await stock(shop, ['11.00']);
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Broken', goodsHandedIn: true, refundNow: true, replacements: [{ sku, quantity: 2 }] });
    await take(shop.clerk, 'RefundInstead', { customerServiceId: id });
    const { customerService } = await take(shop.clerk, 'Refund', { customerServiceId: id });
    expect(customerService).toMatchObject({ status: 'REFUNDED', refundedTotal: { amount: '90.00' } });
    expect(customerService.log.filter(({ type }: { type: string }) => type === 'REFUND').map(({ text }: { text: string }) => text)).toEqual(['Refund begun: 68.00 GBP', 'Refund begun: 22.00 GBP']);
  });
});
