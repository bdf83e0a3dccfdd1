import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { deliver, ofPrices, seen, seenOrder, sellAtTill, stock, take, until } from './service-desk.ts';

const address = { returnAddress: { street: 'Dock 4', city: 'Leeds' } };

describe('S2’s exchange', () => {
  test('of 3 × 30 for 2 × 11 gives 68 back, and 22 stay (S2-208)', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['30.00', 3]));
    const [cheap] = await stock(shop, ['11.00']);
    const { customerService, order } = await take(shop.clerk, 'Create', {
      orderId, type: 'EXCHANGE', reason: 'Wrong colour', returns: [{ seq: 1, quantity: 3 }], replacements: [{ sku: cheap, quantity: 2 }],
    });
    expect(customerService).toMatchObject({
      status: 'CREATED', refundFee: { amount: '68.00' }, supplementaryFee: null, creditTotal: { amount: '90.00' }, replacementTotal: { amount: '22.00' },
      returns: [{ lineSeq: 1, quantity: 3, refundFee: { amount: '90.00' } }], exchanges: [{ lineSeq: 2, quantity: 2, price: { amount: '11.00' }, total: { amount: '22.00' }, refundFee: null }],
    });
    // S2-317: an exchange, too, makes the order wait for goods.
    expect(order).toMatchObject({ status: 'CANCELED_RETURN_PENDING', afterSales: 'GOODS_BACK', items: [{ seq: 1, status: 'RETURNING', returningQuantity: 3 }] });
    const id = customerService.id;
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    expect((await take(shop.clerk, 'Receive', { customerServiceId: id })).customerService.status).toBe('DELIVERING');
    expect((await take(shop.clerk, 'Refund', { customerServiceId: id })).order).toMatchObject({ status: 'CLOSED_CONFIRMED', refundedTotal: { amount: '68.00' }, payment: 'PARTIALLY_REFUNDED' });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    const done = await take(shop.clerk, 'CompleteExchange', { customerServiceId: id });
    expect(done.customerService).toMatchObject({ status: 'EXCHANGED', refundedTotal: { amount: '68.00' }, payoutState: 'DONE' });
    expect(done.order).toMatchObject({ status: 'CLOSED_CONFIRMED', returnedTotal: { amount: '68.00' }, amountDue: { amount: '0.00' }, items: [{ status: 'REFUNDED', returnedQuantity: 3 }] });
  });

  test('of 2 × 11 for 3 × 30 asks 68 on top, which is paid before anything ships', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['11.00', 2]));
    const [dear] = await stock(shop, ['30.00']);
    const { customerService } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Wrong colour', replacements: [{ sku: dear, quantity: 3 }], goodsHandedIn: true });
    expect(customerService).toMatchObject({ status: 'DELIVERING', refundFee: null, supplementaryFee: { amount: '68.00' } });
    expect((await seenOrder(shop.clerk, orderId))).toMatchObject({ status: 'CLOSED_CONFIRMED', amountDue: { amount: '68.00' }, supplementTotal: { amount: '68.00' }, payment: 'PARTIALLY_PAID' });
    const { id } = customerService;
    const early = await shop.clerk.ask('mutation Early($id: ID!) { customerServiceShipReplacement(input: { customerServiceId: $id }) { userErrors { code } } }', { id });
    expect(early.customerServiceShipReplacement.userErrors).toEqual([{ code: 'SUPPLEMENT_DUE' }]);
    const pay = await shop.clerk.ask('mutation Pay($id: ID!) { orderPayCash(input: { orderId: $id, tendered: "70.00" }) { order { payment amountDue { amount } payments { amount { amount } change { amount } } } userErrors { code } } }', { id: orderId });
    expect(pay.orderPayCash).toMatchObject({ order: { payment: 'PAID', amountDue: { amount: '0.00' }, payments: [{}, { amount: { amount: '68.00' }, change: { amount: '2.00' } }] }, userErrors: [] });
    expect((await seen(shop.clerk, id)).log.at(-1)).toMatchObject({ type: 'SUPPLEMENT_PAID', text: 'The difference is paid', actorRole: 'STAFF' });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    expect((await take(shop.clerk, 'CompleteExchange', { customerServiceId: id })).customerService).toMatchObject({ status: 'EXCHANGED', refunds: [] });
  });

  test('for goods of the same worth settles nothing either way', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['30.00', 2]));
    const [same] = await stock(shop, ['20.00']);
    const { customerService } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Wrong size', replacements: [{ sku: same, quantity: 3 }], goodsHandedIn: true });
    expect(customerService).toMatchObject({ status: 'DELIVERING', refundFee: null, supplementaryFee: null });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: customerService.id });
    expect((await take(shop.clerk, 'CompleteExchange', { customerServiceId: customerService.id })).order).toMatchObject({ status: 'CLOSED_CONFIRMED', refundedTotal: { amount: '0.00' }, amountDue: { amount: '0.00' } });
  });
});

describe('S2’s refund', () => {
  test('of 66 is changed to 58, paid out through the gateway, and the order is CLOSED_REFUNDED all the same (S2-224)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['33.00', 2]));
    const asked = await take(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'Never came', goodsReceived: false });
    expect(asked.customerService).toMatchObject({ status: 'CREATED', refundFee: { amount: '66.00' } });
    expect(asked.order).toMatchObject({ status: 'CANCELED_REFUND_PENDING', afterSales: 'MONEY_BACK' });
    const { id } = asked.customerService;
    await take(shop.clerk, 'TakeUp', { customerServiceId: id });
    await take(shop.clerk, 'Approve', { customerServiceId: id });
    await take(shop.clerk, 'ChangeAmount', { customerServiceId: id, amount: '61.00' });
    await take(shop.clerk, 'ChangeAmount', { customerServiceId: id, amount: '58.00', reason: 'less the stamp' });
    await take(shop.clerk, 'Refund', { customerServiceId: id });
    await until(shop.clerk, id, 'REFUNDED');
    const { log, refunds, order, ...document } = await seen(shop.shopper, id);
    expect(document).toMatchObject({ refundFee: { amount: '58.00' }, refundedTotal: { amount: '58.00' }, payoutState: 'DONE' });
    expect(refunds).toMatchObject([{ state: 'SUCCEEDED', amount: { amount: '58.00' } }]);
    expect(order).toMatchObject({ status: 'CLOSED_REFUNDED', fulfilment: 'REFUNDED', payment: 'PARTIALLY_REFUNDED', refundedTotal: { amount: '58.00' }, items: [{ status: 'REFUNDED', returnedQuantity: 2 }] });
    expect(log.map(({ text }: { text: string }) => text)).toEqual([
      'Asked for: 66.00 GBP to go back', 'Being looked into', 'Agreed', 'Amount changed: 61.00 GBP to go back', 'Amount changed: 58.00 GBP to go back',
      'Refund begun: 58.00 GBP', 'Money has gone back: 58.00 GBP by now', 'Refund completed',
    ]);
    expect(log[4]).toMatchObject({ content: 'less the stamp', actorRole: 'STAFF' });
  });
});
