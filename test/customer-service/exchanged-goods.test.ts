import { describe, expect } from 'vitest';
import { test, type App } from '../support/app.ts';
import { deliver, ofPrices, take } from './service-desk.ts';

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
