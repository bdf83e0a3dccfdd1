import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { openCompany, placeForCompany, swipe } from '../support/cards.ts';
import { changeCart } from '../support/carts.ts';
import { codesOf, must, onOrder, readOrder, type Payload } from '../support/order-desk.ts';
import { movableClock, ownApp } from '../support/order-states.ts';

const full = `query CompanyFull($id: ID!) { order(id: $id) {
  kind clerkName contact { name title givenName familyName phone email address { street city province zip country } } billing { name title givenName familyName phone email address { country } }
  history { type fromStatus toStatus payment comment actorName at } store { name current { kind } } } }`;

describe('selling for a company', () => {
  test('is for its agents: other members are told so, strangers see no company', async ({ app }) => {
    const company = await openCompany(app);
    const placed = await placeForCompany(company.agent, company);
    expect(placed).toMatchObject({ userErrors: [], order: { kind: 'COMPANY', status: 'CREATED_PAY_PENDING', payDeadline: expect.any(String) } });
    for (const member of [company.clerk, company.manager]) {
      expect(await placeForCompany(member, company)).toMatchObject({ order: null, userErrors: [{ code: 'MAY_NOT_SELL', path: ['storeId'] }] });
      expect(await readOrder(member, placed.order.id)).toMatchObject({ id: placed.order.id });
      for (const [field, input] of [['orderPayCash', {}], ['orderPayCard', { transactionId: 'ABCDEF' }], ['orderRefundCard', { transactionId: 'ABCDEF' }]] as const) {
        expect(codesOf(await onOrder(member, field, { orderId: placed.order.id, ...input }))).toEqual(['MAY_NOT_SELL']);
      }
    }
    const stranger = await openCompany(app);
    expect(codesOf(await placeForCompany(stranger.agent, company))).toEqual(['NOT_FOUND']);
    expect(codesOf(await onOrder(stranger.agent, 'orderPayCash', { orderId: placed.order.id }))).toEqual(['NOT_FOUND']);
  });

  test('takes the whole amount in cash and is done then', async ({ app }) => {
    const company = await openCompany(app);
    const { order } = await placeForCompany(company.agent, company);
    expect(codesOf(await onOrder(company.agent, 'orderPayCash', { orderId: order.id, amount: '4.00' }))).toEqual(['INVALID_INPUT']);
    const paid = await must(company.agent, 'orderPayCash', { orderId: order.id, tendered: '20.00' });
    expect(paid).toMatchObject({ status: 'CLOSED_CONFIRMED', payment: 'PAID' });
    expect(codesOf(await onOrder(company.agent, 'orderPayCash', { orderId: order.id }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    expect(codesOf(await onOrder(company.agent, 'orderCancel', { orderId: order.id }))).toEqual(['TRANSITION_NOT_ALLOWED']);
  });

  test('keeps both addresses with title and names, and tells in its history what became of order and payment, and by whom', async ({ app }) => {
    const company = await openCompany(app);
    const shipping = { name: 'Qi Wang', title: 'MR', givenName: 'Qi', familyName: 'Wang', phone: '0790000001', email: 'qi@example.org', address: { street: 'Seeweg 3', city: 'Zug', province: 'ZG', zip: '6300', country: 'CH' } };
    const billing = { name: 'Ana Roth', title: 'MS', givenName: 'Ana', familyName: 'Roth', email: 'ana@example.org', address: { country: 'LI' } };
    const { order } = await placeForCompany(company.agent, company, { contact: shipping, billing });
    const transactionId = await swipe(app, { reference: order.number });
    await must(company.agent, 'orderPayCard', { orderId: order.id, transactionId });
    const shown = (await company.agent.ask(full, { id: order.id })).order;
    expect(shown).toMatchObject({ kind: 'COMPANY', clerkName: 'Qi Wang', contact: shipping, billing: { ...billing, phone: null }, store: { current: { kind: 'COMPANY' } } });
    expect(shown.history.map(({ type, toStatus, payment, actorName }: Payload) => [type, toStatus, payment, actorName])).toEqual([
      ['PLACED', 'CREATED_PAY_PENDING', 'OPEN', 'Qi Wang'], ['PAY', 'PAID_CONFIRM_PENDING', 'PAID', 'Qi Wang'], ['COMPLETE', 'CLOSED_CONFIRMED', 'PAID', 'Qi Wang'],
    ]);
    const bad = await placeForCompany(company.agent, company, { billing: { name: 'x', email: 'x'.repeat(256) } });
    expect(bad.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['billing', 'email'] }]);
  });

  test('goes from a cart to an order, once, and for agents only (S3-2, S3-35, S3-36)', async ({ app }) => {
    const company = await openCompany(app);
    const { id: cartId } = await changeCart(company.agent, 'cartCreate', { storeId: company.storeId, lines: [{ sku: company.sku, quantity: 2 }] });
    const order = `mutation FromCart($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id kind status payDeadline pieces } userErrors { code path } } }`;
    const from = async (person: typeof company.agent): Promise<Payload> => (await person.ask(order, { input: { cartId } })).orderPlaceFromCartInStore;
    expect(await from(company.clerk)).toEqual({ order: null, userErrors: [{ code: 'MAY_NOT_SELL', path: ['cartId'] }] });
    expect(await from(company.agent)).toMatchObject({ userErrors: [], order: { kind: 'COMPANY', status: 'CREATED_PAY_PENDING', payDeadline: expect.any(String), pieces: 2 } });
    expect(codesOf(await from(company.agent))).toEqual(['CART_ALREADY_ORDERED']);
  });

  test('names every product that can no longer be sold, and creates nothing', async ({ app }) => {
    const company = await openCompany(app);
    const answer = await placeForCompany(company.agent, company, { lines: [{ sku: company.sku, quantity: 1 }, { sku: 'GONE-1', quantity: 1 }, { sku: 'GONE-2', quantity: 1 }] });
    expect(answer).toMatchObject({ order: null, userErrors: [{ __typename: 'ProductsUnavailable', code: 'PRODUCTS_UNAVAILABLE', skus: ['GONE-1', 'GONE-2'] }] });
    expect(codesOf(await placeForCompany(company.agent, company, { lines: [] }))).toEqual(['INVALID_INPUT']);
  });

  test('closes an order that was not paid in time, and takes no late payment (S3-42)', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock, env: { PAY_WITHIN_SECONDS: '60' } });
    const company = await openCompany(app);
    const { order } = await placeForCompany(company.agent, company);
    await must(company.agent, 'orderHold', { orderId: order.id, reason: 'The customer looks for the card.' });
    forward(120);
    await must(company.agent, 'orderRelease', { orderId: order.id });
    forward(61);
    await expect.poll(async () => (await readOrder(company.agent, order.id)).status, { timeout: 10_000 }).toBe('CLOSED_PAY_TIMEOUT');
    expect(await readOrder(company.agent, order.id)).toMatchObject({ payment: 'CLOSED' });
    expect(codesOf(await onOrder(company.agent, 'orderPayCash', { orderId: order.id }))).toEqual(['TRANSITION_NOT_ALLOWED']);
  });

  test('cancels an order that is not paid', async ({ app }) => {
    const company = await openCompany(app);
    const { order } = await placeForCompany(company.agent, company);
    expect(await must(company.agent, 'orderCancel', { orderId: order.id, reason: 'Changed their mind.' })).toMatchObject({ status: 'CLOSED_CANCELED', payment: 'CLOSED' });
  });

  test('sells nothing online: a shopper cannot order from a company', async ({ app }) => {
    const company = await openCompany(app);
    const answer = await company.shopper.ask('mutation CompanyOnline($input: OrderPlaceInput!) { orderPlace(input: $input) { userErrors { code } } }', { input: { deliveryType: 'SELF_PICK', storeId: company.storeId, lines: [{ sku: company.sku, quantity: 1 }] } });
    expect(answer.orderPlace.userErrors).toEqual([{ code: 'STORE_NOT_ACCEPTING' }]);
  });
});
