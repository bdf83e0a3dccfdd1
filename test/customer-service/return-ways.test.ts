import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { openShop, payOnline, placeOnline } from '../support/seeds.ts';
import { advance, attempt, codesOf, deliver, ofPrices, seen, seenOrder, sellAtTill, sellExpress, stock, take, until } from './service-desk.ts';

const address = { returnAddress: { street: 'Dock 4', city: 'Leeds' } };
const typesOf = (order: { history: { type: string }[] }): string[] => order.history.map(({ type }) => type);

describe('a return that a shopper asks for', () => {
  test('goes its whole way: asked for, taken up, approved, sent back, received, paid out; the rest of the order stays to be confirmed (S2-214 to S2-218)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 3], ['7.50', 2]));
    const images = ['https://pictures.example/a.jpg', 'https://pictures.example/b.jpg'];
    const asked = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Too small', content: 'They do not fit.', images, returns: [{ seq: 1, quantity: 2 }] });
    const { id } = asked.customerService;
    expect(asked.customerService).toMatchObject({ status: 'CREATED', refundFee: { amount: '20.00' }, returns: [{ seq: 1, lineSeq: 1, quantity: 2 }] });
    expect(asked.order).toMatchObject({ status: 'CANCELED_RETURN_PENDING', items: [{ status: 'RETURNING', returningQuantity: 2 }, { status: 'CREATED', returningQuantity: 0 }] });
    await take(shop.clerk, 'TakeUp', { customerServiceId: id });
    expect((await take(shop.clerk, 'Approve', { customerServiceId: id, ...address, comment: 'Please pack it well.' })).customerService.status).toBe('RETURN_PENDING');
    const placed = await shop.shopper.ask('query Place($id: ID!) { customerService(id: $id) { images content returnPlace { name phone address { street city } } clerkName } }', { id });
    expect(placed.customerService).toEqual({ images, content: 'They do not fit.', returnPlace: { name: expect.stringContaining('Shop '), phone: null, address: { street: 'Dock 4', city: 'Leeds' } }, clerkName: shop.clerk.subject });
    await take(shop.shopper, 'SendBack', { customerServiceId: id, courierCompany: 'ABC', waybillNumber: '23234324' });
    const received = await take(shop.clerk, 'Receive', { customerServiceId: id });
    expect(received.customerService).toMatchObject({ status: 'REFUND_PENDING', returns: [{ receivedQuantity: 2 }] });
    expect(received.order).toMatchObject({ status: 'CANCELED_REFUND_PENDING', afterSales: 'MONEY_BACK' });
    await take(shop.clerk, 'Refund', { customerServiceId: id });
    await until(shop.clerk, id, 'REFUNDED');
    const order = await seenOrder(shop.shopper, orderId);
    expect(order).toMatchObject({ status: 'DELIVERED_CONFIRM_PENDING', payment: 'PARTIALLY_REFUNDED', refundedTotal: { amount: '20.00' }, items: [{ status: 'CREATED', returnedQuantity: 2 }, { returnedQuantity: 0 }] });
    expect(typesOf(order).slice(-8)).toEqual(['SERVICE_OPENED', 'SERVICE_MOVED', 'SERVICE_MOVED', 'SERVICE_MOVED', 'SERVICE_MOVED', 'SERVICE_MOVED', 'REFUND_SUCCEEDED', 'SERVICE_CLOSED']);
    const { log } = await seen(shop.shopper, id);
    expect(log.map(({ text, content }: { text: string; content: string | null }) => [text, content])).toEqual([
      ['Asked for: 20.00 GBP to go back', 'They do not fit.'], ['Being looked into', null], ['Agreed', 'Please pack it well.'], ['Goods sent back', null], ['Goods received: 20.00 GBP to go back', null],
      ['Refund begun: 20.00 GBP', null], ['Money has gone back: 20.00 GBP by now', null], ['Refund completed', null],
    ]);
    expect(log.every(({ version }: { version: number }, index: number) => version === index + 1)).toBe(true);
  });

  test('of everything that is left ends the order as CLOSED_REFUNDED, though it came in several documents side by side', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 3]));
    const first = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }] });
    const second = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Broken, too' });
    expect(second.customerService).toMatchObject({ refundFee: { amount: '20.00' }, returns: [{ quantity: 2 }] });
    expect(codesOf(await attempt(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'And this?' }))).toEqual(['QUANTITY_TOO_LARGE']);
    for (const { customerService: { id } } of [first, second]) {
      await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
      await take(shop.clerk, 'Receive', { customerServiceId: id, refundNow: true });
      await until(shop.clerk, id, 'REFUNDED');
    }
    const order = await seenOrder(shop.clerk, orderId);
    expect(order).toMatchObject({ status: 'CLOSED_REFUNDED', fulfilment: 'REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '30.00' }, items: [{ status: 'REFUNDED', returnedQuantity: 3 }] });
    expect(typesOf(order).slice(-2)).toEqual(['SERVICE_CLOSED', 'REFUND']);
    expect(codesOf(await attempt(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Once more' }))).toEqual(['TRANSITION_NOT_ALLOWED']);
  });

  test('that is refused leaves the order as it was, and its pieces free to be given back again (S2-223)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Ugly' });
    expect(codesOf(await attempt(shop.clerk, 'Refuse', { customerServiceId: id, reason: ' ' }))).toEqual(['INVALID_INPUT']);
    const refused = await take(shop.clerk, 'Refuse', { customerServiceId: id, reason: 'Worn' });
    expect(refused).toMatchObject({ customerService: { status: 'CANCELED' }, order: { status: 'DELIVERED_CONFIRM_PENDING', afterSales: 'NONE', items: [{ status: 'CREATED', returningQuantity: 0 }] } });
    expect((await seen(shop.shopper, id)).log.at(-1)).toMatchObject({ text: 'Refused', content: 'Worn', actorRole: 'STAFF' });
    await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Really' });
  });

  test('can be called off until the goods are on their way', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 2]));
    const early = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Ugly', returns: [{ seq: 1, quantity: 1 }] });
    await take(shop.clerk, 'Approve', { customerServiceId: early.customerService.id, ...address });
    expect((await take(shop.shopper, 'Cancel', { customerServiceId: early.customerService.id, reason: 'I like it after all.' })).order).toMatchObject({ status: 'DELIVERED_CONFIRM_PENDING' });
    const late = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Ugly' });
    await take(shop.clerk, 'Approve', { customerServiceId: late.customerService.id, ...address });
    await take(shop.shopper, 'SendBack', { customerServiceId: late.customerService.id, courierCompany: 'ABC', waybillNumber: '1' });
    expect((await attempt(shop.shopper, 'Cancel', { customerServiceId: late.customerService.id })).userErrors).toMatchObject([{ __typename: 'CustomerServiceRefused', code: 'GOODS_SENT_BACK', status: 'RETURN_PENDING' }]);
  });

  test('of which only a part comes back is paid for that part, and the rest can be given back another time', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['3.33', 3], ['5.00', 1]));
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    expect(codesOf(await attempt(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 4 }] }))).toEqual(['INVALID_INPUT']);
    expect(codesOf(await attempt(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 0 }, { seq: 2, quantity: 0 }] }))).toEqual(['INVALID_INPUT']);
    const received = await take(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 1, condition: 'DAMAGED' }, { seq: 2, quantity: 0 }], refundNow: true });
    expect(received.customerService).toMatchObject({ status: 'REFUNDED', refundFee: { amount: '3.33' }, returns: [{ quantity: 1, receivedQuantity: 1, condition: 'DAMAGED' }, { quantity: 0, receivedQuantity: 0 }] });
    expect(received.order).toMatchObject({ status: 'CLOSED_CONFIRMED', refundedTotal: { amount: '3.33' }, items: [{ returnedQuantity: 1, status: 'CREATED' }, { returnedQuantity: 0, status: 'CREATED' }] });
    const rest = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'The rest', goodsHandedIn: true, refundNow: true });
    expect(rest).toMatchObject({ customerService: { status: 'REFUNDED', refundFee: { amount: '11.66' } }, order: { status: 'CLOSED_REFUNDED', refundedTotal: { amount: '14.99' } } });
  });
});

describe('a shopper’s cancellation of an order that was taken on', () => {
  test('is a refund that the store answers: it agrees, the money goes back, and the order is CLOSED_REFUNDED', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['10.00', 2]));
    const cancel = await shop.shopper.ask('mutation Off($id: ID!) { orderCancel(input: { orderId: $id, reason: "Found it cheaper" }) { order { status customerServices { id type status cancelsOrder reason refundFee { amount } } } userErrors { code } } }', { id: orderId });
    expect(cancel.orderCancel).toMatchObject({ order: { status: 'CANCELED_REFUND_PENDING', customerServices: [{ type: 'REFUND', status: 'CREATED', cancelsOrder: true, reason: 'Found it cheaper', refundFee: { amount: '20.00' } }] }, userErrors: [] });
    const { id } = cancel.orderCancel.order.customerServices[0];
    // While the store has not answered, nothing is sent.
    const send = await shop.clerk.ask('mutation Send($id: ID!) { orderStartDelivery(input: { orderId: $id }) { userErrors { __typename code } } }', { id: orderId });
    expect(send.orderStartDelivery.userErrors).toEqual([{ __typename: 'TransitionRefused', code: 'SERVICE_OPEN' }]);
    // It is paid out by the same command, unless the store wants otherwise.
    expect((await take(shop.clerk, 'Approve', { customerServiceId: id })).customerService).toMatchObject({ status: 'REFUND_PENDING', payoutState: 'RUNNING' });
    await until(shop.clerk, id, 'REFUNDED');
    expect(await seenOrder(shop.shopper, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '20.00' } });
  });

  test('that the store refuses lets the order go on', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['10.00', 2]));
    await advance(shop.shopper, 'orderCancel', { orderId }, 'OrderCancelInput');
    const { order } = await shop.shopper.ask('query Open($id: ID!) { order(id: $id) { customerServices { id } } }', { id: orderId });
    await take(shop.clerk, 'Refuse', { customerServiceId: order.customerServices[0].id, reason: 'It is packed already.' });
    await advance(shop.clerk, 'orderStartDelivery', { orderId });
    expect(await seenOrder(shop.shopper, orderId)).toMatchObject({ status: 'DELIVERING', afterSales: 'NONE' });
  });
});

describe('a refund of a part before anything is sent', () => {
  test('gives back its share and lets the rest go its way', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['10.00', 2], ['4.00', 1]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'One too many', returns: [{ seq: 1, quantity: 1 }] });
    await take(shop.clerk, 'Approve', { customerServiceId: id, refundNow: true });
    await until(shop.clerk, id, 'REFUNDED');
    await advance(shop.clerk, 'orderStartDelivery', { orderId });
    expect(await seenOrder(shop.shopper, orderId)).toMatchObject({ status: 'DELIVERING', payment: 'PARTIALLY_REFUNDED', refundedTotal: { amount: '10.00' }, items: [{ returnedQuantity: 1 }, { returnedQuantity: 0 }] });
  });
});

describe('when something may be asked for', () => {
  test('follows from where the goods are, and is what the order’s buttons say (S2-214, S2-220, S2-221)', async ({ app }) => {
    const shop = await openShop(app);
    const options = async (id: string) => {
      const { order } = await shop.shopper.ask('query Options($id: ID!) { order(id: $id) { availableCustomerServices { type enabled reason { code } } } }', { id });
      return Object.fromEntries(order.availableCustomerServices.map((one: { type: string; enabled: boolean; reason: { code: string } | null }) => [one.type, one.enabled || one.reason!.code]));
    };
    const unpaid = await placeOnline(shop, 'SELF_PICK');
    const none = { REFUND: 'TRANSITION_NOT_ALLOWED', RETURN: 'TRANSITION_NOT_ALLOWED', EXCHANGE: 'TRANSITION_NOT_ALLOWED' };
    expect(await options(unpaid.id)).toEqual(none);
    await payOnline(shop.shopper, unpaid.id);
    expect(await options(unpaid.id)).toEqual(none);
    await advance(shop.clerk, 'orderAccept', { orderId: unpaid.id });
    expect(await options(unpaid.id)).toEqual({ ...none, REFUND: true });
    expect(codesOf(await attempt(shop.shopper, 'Request', { orderId: unpaid.id, type: 'RETURN', reason: 'Hm' }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    await advance(shop.clerk, 'orderComplete', { orderId: unpaid.id });
    expect(await options(unpaid.id)).toEqual({ REFUND: true, RETURN: true, EXCHANGE: true });
  });
});

describe('an exchange that a shopper asks for', () => {
  test('without saying for what gives the same goods once more, and settles nothing; they can be returned in their turn', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['9.99', 2]));
    const { customerService: { id, ...asked } } = await take(shop.shopper, 'Request', { orderId, type: 'EXCHANGE', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }] });
    expect(asked).toMatchObject({ refundFee: null, supplementaryFee: null, exchanges: [{ lineSeq: 2, quantity: 1, price: { amount: '9.99' }, total: { amount: '9.99' } }] });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    await take(shop.clerk, 'Receive', { customerServiceId: id });
    expect(codesOf(await attempt(shop.shopper, 'CompleteExchange', { customerServiceId: id }))).toEqual(['REPLACEMENT_NOT_SHIPPED']);
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id, courierCompany: 'Post', waybillNumber: 'W-2' });
    expect((await take(shop.shopper, 'CompleteExchange', { customerServiceId: id })).customerService.status).toBe('EXCHANGED');
    expect(codesOf(await attempt(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Broken, too', returns: [{ seq: 1, quantity: 2 }] }))).toEqual(['QUANTITY_TOO_LARGE']);
    const all = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Enough' });
    expect(all.customerService).toMatchObject({ refundFee: { amount: '19.98' }, returns: [{ lineSeq: 1, quantity: 1 }, { lineSeq: 2, quantity: 1 }] });
    await take(shop.clerk, 'Approve', { customerServiceId: all.customerService.id, ...address });
    await take(shop.clerk, 'Receive', { customerServiceId: all.customerService.id, refundNow: true });
    await until(shop.clerk, all.customerService.id, 'REFUNDED');
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '19.98' } });
  });

  test('whose price is paid on top through the gateway is paid by the shopper, and goes back by itself when nothing can be given after all', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
    const [dear] = await stock(shop, ['25.00']);
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'EXCHANGE', reason: 'I want the big one', replacements: [{ sku: dear, quantity: 1 }] });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    await take(shop.clerk, 'Receive', { customerServiceId: id });
    expect(codesOf(await attempt(shop.clerk, 'ShipReplacement', { customerServiceId: id }))).toEqual(['SUPPLEMENT_DUE']);
    await payOnline(shop.shopper, orderId);
    expect(await seenOrder(shop.shopper, orderId)).toMatchObject({ payment: 'PAID', paidTotal: { amount: '25.00' }, amountDue: { amount: '0.00' } });
    expect((await seen(shop.shopper, id)).log.at(-1)).toMatchObject({ type: 'SUPPLEMENT_PAID', actorRole: 'SYSTEM' });
    expect((await take(shop.clerk, 'RefundInstead', { customerServiceId: id, reason: 'Sold out' })).customerService).toMatchObject({ status: 'REFUND_PENDING', refundFee: { amount: '10.00' }, supplementaryFee: null });
    await expect.poll(async () => (await seenOrder(shop.shopper, orderId)).refundedTotal.amount, { timeout: 15_000 }).toBe('15.00');
    await take(shop.clerk, 'Refund', { customerServiceId: id });
    await until(shop.clerk, id, 'REFUNDED');
    expect(await seenOrder(shop.shopper, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '25.00' }, returnedTotal: { amount: '10.00' } });
  });
});

describe('a return without an order', () => {
  test('gives cash for goods at the catalogue’s price, or at one of a clerk who may set prices (S2-199, S2-201)', async ({ app }) => {
    const shop = await openShop(app);
    const input = { storeId: shop.storeId, type: 'RETURN', reason: 'No receipt', goodsHandedIn: true, refundNow: true };
    const plain = await take(shop.clerk, 'Create', { ...input, returns: [{ sku: shop.sku, quantity: 2 }] });
    expect(plain).toMatchObject({ customerService: { status: 'REFUNDED', refundFee: { amount: '20.00' }, refundedTotal: { amount: '20.00' }, returns: [{ lineSeq: null, quantity: 2 }], refunds: [] }, order: null });
    const own = { ...input, returns: [{ sku: shop.sku, quantity: 1, refundFee: '3.00' }] };
    expect(await attempt(shop.clerk, 'Create', own)).toMatchObject({ userErrors: [{ code: 'PRICE_NOT_ALLOWED', path: ['returns', '0', 'refundFee'] }] });
    expect((await take(shop.manager, 'Create', own)).customerService.refundFee.amount).toBe('3.00');
    for (const [wrong, code] of [
      [{ ...input, returns: [] }, 'INVALID_INPUT'], [{ ...input, returns: [{ sku: shop.sku }] }, 'INVALID_INPUT'], [{ ...input, returns: [{ seq: 1, quantity: 1 }] }, 'INVALID_INPUT'],
      [{ ...input, returns: [{ sku: 'NO-SUCH', quantity: 1 }] }, 'PRODUCTS_UNAVAILABLE'], [{ ...input, type: 'EXCHANGE', returns: [{ sku: shop.sku, quantity: 1 }] }, 'INVALID_INPUT'],
      [{ ...input, storeId: undefined, returns: [{ sku: shop.sku, quantity: 1 }] }, 'INVALID_INPUT'], [{ ...input, type: 'REFUND', returns: [{ sku: shop.sku, quantity: 1 }] }, 'INVALID_INPUT'],
    ] as const) expect(codesOf(await attempt(shop.clerk, 'Create', wrong)), JSON.stringify(wrong)).toContain(code);
  });

  test('step by step goes the same way as one with an order', async ({ app }) => {
    const shop = await openShop(app);
    const { customerService: { id } } = await take(shop.clerk, 'Create', { storeId: shop.storeId, type: 'RETURN', reason: 'A gift', returns: [{ sku: shop.sku, quantity: 3 }], customerSubject: shop.shopper.subject });
    await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
    await take(shop.shopper, 'SendBack', { customerServiceId: id, courierCompany: 'ABC', waybillNumber: '1' });
    await take(shop.clerk, 'Receive', { customerServiceId: id, lines: [{ seq: 1, quantity: 2 }] });
    await take(shop.clerk, 'ChangeAmount', { customerServiceId: id, amount: '15.00' });
    expect(codesOf(await attempt(shop.clerk, 'ChangeAmount', { customerServiceId: id, amount: '20.01' }))).toEqual(['REFUND_TOO_LARGE']);
    expect((await take(shop.clerk, 'Refund', { customerServiceId: id })).customerService).toMatchObject({ status: 'REFUNDED', refundedTotal: { amount: '15.00' } });
  });
});

test('an EXPRESS order is not received by itself while a document is open, and gets its whole time again afterwards', async ({ app }) => {
  const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
  const timerOf = async () => (await app.server.services.db`select timer_at from orders where number = ${(await seenOrder(shop.clerk, orderId)).number}`)[0]!['timerAt'] as string | null;
  const before = await timerOf();
  const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Ugly' });
  expect(await timerOf()).toBeNull();
  const confirm = await shop.shopper.ask('mutation Confirm($id: ID!) { orderConfirmReceipt(input: { orderId: $id }) { userErrors { code } } }', { id: orderId });
  expect(confirm.orderConfirmReceipt.userErrors).toEqual([{ code: 'SERVICE_OPEN' }]);
  await take(shop.shopper, 'Cancel', { customerServiceId: id });
  expect(Date.parse((await timerOf())!)).toBeGreaterThan(Date.parse(before!));
  await advance(shop.shopper, 'orderConfirmReceipt', { orderId });
});

test('a return without an order is paid over no payment: whoever names one is told, and nothing is paid', async ({ app }) => {
  const shop = await openShop(app);
  const { customerService: { id } } = await take(shop.clerk, 'Create', { storeId: shop.storeId, type: 'RETURN', reason: 'No receipt', returns: [{ sku: shop.sku, quantity: 1 }], goodsHandedIn: true });
  const refused = await attempt(shop.clerk, 'Refund', { customerServiceId: id, over: [{ paymentId: 'payment_nonsense', amount: '1.00' }] });
  expect(refused.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['over'] }]);
  expect(await seen(shop.clerk, id)).toMatchObject({ status: 'REFUND_PENDING', refundedTotal: { amount: '0.00' } });
  await take(shop.clerk, 'Refund', { customerServiceId: id });
});
