import { describe, expect } from 'vitest';
import { take } from '../customer-service/service-desk.ts';
import { test } from '../support/app.ts';
import { codesOf, must, onOrder, paidOrder, readOrder } from '../support/order-desk.ts';
import { followStore, movableClock, ownApp } from '../support/order-states.ts';
import { beginPayment, openShop, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';

const buttons = `query HoldButtons($id: ID!) { order(id: $id) { availableActions { action enabled reason { code message } } } }`;

async function heldPaidOrder(shop: Shop): Promise<{ id: string }> {
  const { id } = await paidOrder(shop, 'SELF_PICK');
  await must(shop.clerk, 'orderHold', { orderId: id, reason: 'Looks like fraud.' });
  return { id };
}

describe('an order on hold', () => {
  test('takes no step, says so on every button, and goes on once it is released', async ({ app }) => {
    const shop = await openShop(app);
    const { id, version } = await paidOrder(shop, 'FLASH');
    const feed = await followStore(app, shop.clerk, shop.storeId);
    const held = await must(shop.clerk, 'orderHold', { orderId: id, reason: 'The address does not exist.' });
    expect(held).toMatchObject({ status: 'PAID_CONFIRM_PENDING', hold: { reason: 'The address does not exist.' }, version: version + 3 });
    expect((await feed.until('HOLD')).event).toMatchObject({ comment: 'The address does not exist.', fromStatus: 'PAID_CONFIRM_PENDING', toStatus: 'PAID_CONFIRM_PENDING' });
    const refused = await onOrder(shop.clerk, 'orderAccept', { orderId: id });
    expect(refused.userErrors).toMatchObject([{ __typename: 'TransitionRefused', code: 'ORDER_ON_HOLD', status: 'PAID_CONFIRM_PENDING', version: version + 3 }]);
    expect(codesOf(await onOrder(shop.shopper, 'orderCancel', { orderId: id }))).toEqual(['ORDER_ON_HOLD']);
    expect(codesOf(await onOrder(shop.shopper, 'orderRemind', { orderId: id }))).toEqual(['ORDER_ON_HOLD']);
    const { order } = await shop.clerk.ask(buttons, { id });
    const onHold = { code: 'ORDER_ON_HOLD', message: 'The order is on hold (The address does not exist.); it takes no step until it is released.' };
    expect(order.availableActions).toEqual(expect.arrayContaining([
      { action: 'ACCEPT', enabled: false, reason: onHold }, { action: 'REJECT', enabled: false, reason: onHold },
      { action: 'RELEASE', enabled: true, reason: null },
    ]));
    await must(shop.platform, 'orderRelease', { orderId: id, reason: 'Mill Lane 5 it is.' });
    expect(await must(shop.clerk, 'orderAccept', { orderId: id })).toMatchObject({ status: 'CONFIRMED_DELIVER_PENDING', hold: null });
    expect((await readOrder(shop.clerk, id)).history.slice(-3).map(({ type, comment }: { type: string; comment: string | null }) => [type, comment]))
      .toEqual([['HOLD', 'The address does not exist.'], ['RELEASE', 'Mill Lane 5 it is.'], ['ACCEPT', null]]);
  });

  test('tells its owner that it is held, and its reason to those who work on it alone', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await placeOnline(shop, 'SELF_PICK');
    await must(shop.clerk, 'orderHold', { orderId: id, reason: 'Looks like fraud.' });
    const own = await readOrder(shop.shopper, id);
    expect(own.hold).toEqual({ since: expect.any(String), reason: null });
    expect(JSON.stringify(own)).not.toContain('fraud');
    // Nor may it be learnt from what is refused because of it.
    const [single, payment, shown] = await Promise.all([onOrder(shop.shopper, 'orderCancel', { orderId: id }), beginPayment(shop.shopper, id).catch(String), shop.shopper.ask(buttons, { id })]);
    expect(codesOf(single)).toEqual(['ORDER_ON_HOLD']);
    expect(JSON.stringify([single, payment, shown])).not.toContain('fraud');
    expect((await readOrder(shop.manager, id)).hold.reason).toBe('Looks like fraud.');
    expect((await onOrder(shop.clerk, 'orderAccept', { orderId: (await heldPaidOrder(shop)).id })).userErrors[0].message).toContain('Looks like fraud.');
  });

  test('is held once: the same again changes nothing, another reason is refused; and releasing what goes on changes nothing', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await placeAtTill(shop);
    expect(codesOf(await onOrder(shop.clerk, 'orderHold', { orderId: id, reason: '  ' }))).toEqual(['INVALID_INPUT']);
    const first = await must(shop.clerk, 'orderHold', { orderId: id, reason: 'Count it again.' });
    expect((await must(shop.manager, 'orderHold', { orderId: id, reason: 'Count it again.' })).version).toBe(first.version);
    expect(codesOf(await onOrder(shop.manager, 'orderHold', { orderId: id, reason: 'Something else.' }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    const released = await must(shop.clerk, 'orderRelease', { orderId: id });
    expect((await must(shop.clerk, 'orderRelease', { orderId: id })).version).toBe(released.version);
  });

  test('does not run out of time, and has as much left when it is released as when it was held', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock, env: { PAY_WITHIN_SECONDS: '600' } });
    const shop = await openShop(app);
    const [held, free] = [await placeOnline(shop, 'SELF_PICK'), await placeOnline(shop, 'SELF_PICK')];
    const before = await must(shop.clerk, 'orderHold', { orderId: held.id, reason: 'Asking back.' });
    forward(3600);
    await expect.poll(async () => (await readOrder(shop.shopper, free.id)).status, { timeout: 10_000 }).toBe('CLOSED_PAY_TIMEOUT');
    expect(await readOrder(shop.shopper, held.id)).toMatchObject({ status: 'CREATED_PAY_PENDING', version: before.version });
    const after = await must(shop.clerk, 'orderRelease', { orderId: held.id });
    const moved = Date.parse(after.payDeadline) - Date.parse(before.payDeadline);
    expect(moved).toBeGreaterThanOrEqual(3_600_000);
    await beginPayment(shop.shopper, held.id);
    forward(700);
    await expect.poll(async () => (await readOrder(shop.shopper, held.id)).status, { timeout: 10_000 }).toBe('CLOSED_PAY_TIMEOUT');
  });

  test('is received by itself in time, also when its customer asked for a return while it was held, and called that off', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock, env: { RECEIPT_AFTER_SECONDS: '600' } });
    const shop = await openShop(app);
    const { id } = await paidOrder(shop, 'EXPRESS');
    await must(shop.platform, 'orderStartDelivery', { orderId: id });
    await must(shop.platform, 'orderShip', { orderId: id, courierCompany: 'Post', waybillNumber: 'W-1' });
    forward(100);
    await must(shop.platform, 'orderHold', { orderId: id, reason: 'The parcel was seen elsewhere.' });
    const { customerService } = await take(shop.shopper, 'Request', { orderId: id, type: 'RETURN', reason: 'Too big', goodsReceived: true });
    await take(shop.shopper, 'Cancel', { customerServiceId: customerService.id, reason: 'It fits.' });
    forward(3600);
    expect((await must(shop.platform, 'orderRelease', { orderId: id })).status).toBe('DELIVERED_CONFIRM_PENDING');
    forward(601);
    await expect.poll(async () => (await readOrder(shop.shopper, id)).status, { timeout: 10_000 }).toBe('CLOSED_CONFIRMED');
  });

  test('books money that a gateway reports meanwhile, and is paid by it when it is released', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await placeOnline(shop, 'EXPRESS');
    const payUrl = await beginPayment(shop.shopper, id);
    await must(shop.platform, 'orderHold', { orderId: id, reason: 'Asking back.' });
    await fetch(payUrl, { method: 'POST' });
    expect(await readOrder(shop.shopper, id)).toMatchObject({ status: 'CREATED_PAY_PENDING', payment: 'PAID' });
    const { history, status } = await must(shop.platform, 'orderRelease', { orderId: id });
    expect(status).toBe('CONFIRMED_DELIVER_PENDING');
    expect(history.map(({ type }: { type: string }) => type)).toEqual(['PLACED', 'START_PAYMENT', 'HOLD', 'PAYMENT_RECEIVED', 'RELEASE', 'PAY', 'CONFIRM']);
  });
});
