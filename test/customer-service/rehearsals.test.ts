import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { deliver, ofPrices, sellExpress, take } from './service-desk.ts';

const ofOrder = 'items { status returningQuantity } customerServices { type status } availableCustomerServices { type enabled } history { type }';

const rehearse = async (person: Person, field: string, inputType: string, input: Record<string, unknown>) =>
  (await person.ask(`mutation Rehearse_${field}($input: ${inputType}!) { ${field}(input: $input) { order { ${ofOrder} } userErrors { code } } }`, { input: { ...input, dryRun: true } }))[field];

const orderAsItIs = async (person: Person, id: string) => (await person.ask(`query AfterRehearsal($id: ID!) { order(id: $id) { ${ofOrder} } }`, { id })).order;

describe('a rehearsal in customer service shows the order as it would be, and leaves it as it is,', () => {
  test('where a return is asked for', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['8.00', 2]));
    const before = await orderAsItIs(shop.shopper, orderId);
    const { order, userErrors } = await rehearse(shop.shopper, 'customerServiceRequest', 'CustomerServiceRequestInput', { orderId, type: 'RETURN', reason: 'Too large' });
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({ items: [{ status: 'RETURNING', returningQuantity: 2 }], customerServices: [{ type: 'RETURN', status: 'CREATED' }] });
    expect(order.availableCustomerServices.some(({ enabled }: { enabled: boolean }) => enabled)).toBe(false);
    expect(await orderAsItIs(shop.shopper, orderId)).toEqual(before);
  });

  test('where the store refuses one', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['8.00', 2]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Too large' });
    const { order } = await rehearse(shop.clerk, 'customerServiceRefuse', 'CustomerServiceRefuseInput', { customerServiceId: id, reason: 'Worn' });
    expect(order).toMatchObject({ items: [{ status: 'CREATED', returningQuantity: 0 }], customerServices: [{ type: 'RETURN', status: 'CANCELED' }] });
    expect(await orderAsItIs(shop.clerk, orderId)).toMatchObject({ items: [{ status: 'RETURNING' }], customerServices: [{ status: 'CREATED' }] });
  });

  test('where a cancellation can only be asked for', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['8.00', 1]));
    const { order } = await rehearse(shop.shopper, 'orderCancel', 'OrderCancelInput', { orderId });
    expect(order).toMatchObject({ customerServices: [{ type: 'REFUND', status: 'CREATED' }] });
    expect(await orderAsItIs(shop.shopper, orderId)).toMatchObject({ customerServices: [] });
  });
});
