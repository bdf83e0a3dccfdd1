import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { attempt, deliver, ofPrices, sellAtTill, sellExpress, take } from './service-desk.ts';

const address = { returnAddress: { street: 'Dock 4', city: 'Leeds' } };
const refused = (path: readonly string[]) => [expect.objectContaining({ __typename: 'CustomerServiceRefused', code: 'TRANSITION_NOT_ALLOWED', path })];

describe('a step that is sent a second time', () => {
  test('word for word is answered with the document as it is, paid out or not', async ({ app }) => {
    for (const refundNow of [true, false]) {
      const { shop, orderId } = await sellAtTill(app, ofPrices(['10.00', 2]));
      const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken' });
      await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
      const input = { customerServiceId: id, lines: [{ seq: 1, quantity: 1, condition: 'DAMAGED' }], refundNow };
      const first = await take(shop.clerk, 'Receive', input);
      expect((await take(shop.clerk, 'Receive', input)).customerService).toEqual(first.customerService);
    }
  });

  test('and now is to pay out, says that it does not: RECEIVE', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Too small' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    await take(shop.clerk, 'Receive', { customerServiceId: id });
    const again = await attempt(shop.clerk, 'Receive', { customerServiceId: id, refundNow: true });
    expect(again.userErrors).toEqual(refused(['refundNow']));
    expect(again.customerService).toMatchObject({ status: 'REFUND_PENDING', payoutState: 'NONE' });
    await take(shop.clerk, 'Refund', { customerServiceId: id });
  });

  test('and now is to pay out, says that it does not: APPROVE', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['10.00', 1]));
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'REFUND', reason: 'Late' });
    for (let time = 0; time < 2; time += 1) await take(shop.clerk, 'Approve', { customerServiceId: id, refundNow: false, ...address });
    expect((await attempt(shop.clerk, 'Approve', { customerServiceId: id, refundNow: true })).userErrors).toEqual(refused(['refundNow']));
  });

  test('with another place to send the goods to says that they go where it was said before', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Too small' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address, returnName: 'Goods in' });
    for (const same of [{}, address, { returnAddress: { ...address.returnAddress, zip: null } }, { returnName: 'Goods in' }]) await take(shop.clerk, 'Approve', { customerServiceId: id, ...same });
    for (const other of [{ returnAddress: { street: 'Dock 5', city: 'Leeds' } }, { returnAddress: { street: 'Dock 4', city: 'Leeds', zip: 'LS1' } }, { returnName: 'Repairs' }, { returnPhone: '01700000003' }]) {
      expect((await attempt(shop.clerk, 'Approve', { customerServiceId: id, ...other })).userErrors).toEqual(refused(['returnAddress']));
    }
  });

  test('with other pieces than were noted says so, and notes nothing', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 2]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Too small' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    await take(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 1, condition: 'DAMAGED' }] });
    for (const line of [{ seq: 1, quantity: 2 }, { seq: 1, quantity: 1, condition: 'RESALABLE' }, { seq: 9, quantity: 1 }]) {
      const again = await attempt(shop.clerk, 'Receive', { customerServiceId: id, lines: [line] });
      expect(again.userErrors).toEqual(refused(['lines']));
      expect(again.customerService).toMatchObject({ returns: [{ receivedQuantity: 1, condition: 'DAMAGED' }] });
    }
  });
});
