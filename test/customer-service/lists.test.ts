import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { openShop } from '../support/seeds.ts';
import { attempt, codesOf, deliver, ofPrices, take } from './service-desk.ts';

const list = (field: string) => `query List($storeId: ID, $first: Int, $after: String, $last: Int, $before: String, $filter: CustomerServiceFilter) {
  ${field}(${field === 'storeCustomerServices' ? 'storeId: $storeId, ' : ''}first: $first, after: $after, last: $last, before: $before, filter: $filter) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } edges { node { number } } } }`
  .replace('$storeId: ID,', field === 'storeCustomerServices' ? '$storeId: ID!,' : '');

async function numbers(person: Person, field: string, variables: Record<string, unknown>): Promise<string[]> {
  return (await person.ask(list(field), variables))[field].edges.map(({ node }: { node: { number: string } }) => node.number);
}

describe('lists of documents', () => {
  test('show a store’s documents newest first, by pages and by every filter of S2-86 to S2-90', async ({ app }) => {
    const shop = await openShop(app);
    const { orderId, number: orderNumber } = await deliver(app, ofPrices(['10.00', 5]), shop);
    const open = async (input: Record<string, unknown>): Promise<{ id: string; number: string }> => (await take(shop.clerk, 'Create', { reason: 'A walk', ...input })).customerService;
    const one = await open({ orderId, type: 'RETURN', returns: [{ seq: 1, quantity: 1 }] });
    const two = await open({ orderId, type: 'REFUND', returns: [{ seq: 1, quantity: 1 }] });
    const three = await open({ orderId, type: 'EXCHANGE', returns: [{ seq: 1, quantity: 1 }] });
    const loose = await open({ storeId: shop.storeId, type: 'RETURN', returns: [{ sku: shop.sku, quantity: 1 }] });
    await take(shop.clerk, 'TakeUp', { customerServiceId: two.id });
    await take(shop.clerk, 'Refuse', { customerServiceId: three.id, reason: 'No' });
    const all = [loose, three, two, one].map(({ number }) => number);
    const filtered = (filter: Record<string, unknown>) => numbers(shop.clerk, 'storeCustomerServices', { storeId: shop.storeId, filter });
    expect(await filtered({})).toEqual(all);
    expect(await filtered({ type: ['RETURN'] })).toEqual([loose.number, one.number]);
    expect(await filtered({ status: ['HANDLING', 'CANCELED'] })).toEqual([three.number, two.number]);
    expect(await filtered({ status: ['CREATED'], type: ['RETURN', 'REFUND'] })).toEqual([loose.number, one.number]);
    expect(await filtered({ orderNumber })).toEqual([three.number, two.number, one.number]);
    expect(await filtered({ number: two.number })).toEqual([two.number]);
    expect(await filtered({ number: two.number.slice(0, 6), type: ['REFUND'] })).toEqual([two.number]);
    const { createdAt } = (await shop.clerk.ask('query At($id: ID!) { customerService(id: $id) { createdAt } }', { id: two.id })).customerService;
    expect(await filtered({ createdFrom: createdAt })).toEqual([loose.number, three.number, two.number]);
    expect(await filtered({ createdBefore: createdAt })).toEqual([one.number]);

    const page = async (variables: Record<string, unknown>) => (await shop.clerk.ask(list('storeCustomerServices'), { storeId: shop.storeId, ...variables })).storeCustomerServices;
    const first = await page({ first: 3 });
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true }, edges: [{}, {}, {}] });
    const rest = await page({ first: 3, after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { number: one.number } }] });
    expect(await page({ last: 2, before: rest.pageInfo.startCursor })).toMatchObject({ pageInfo: { hasPreviousPage: true }, edges: [{ node: { number: three.number } }, { node: { number: two.number } }] });
    expect(await numbers(shop.shopper, 'myCustomerServices', {})).toEqual([three.number, two.number, one.number]);
    expect((await numbers(shop.platform, 'customerServices', { first: 100 })).filter((number) => all.includes(number))).toEqual(all);

    const { customerServiceCounts } = await shop.clerk.ask('query Counts($storeId: ID!) { customerServiceCounts(storeId: $storeId) { total undecided returnPending delivering refundPending done canceled byStatus { type status count } } }', { storeId: shop.storeId });
    expect(customerServiceCounts).toEqual({
      total: 4, undecided: 3, returnPending: 0, delivering: 0, refundPending: 0, done: 0, canceled: 1,
      byStatus: [{ type: 'EXCHANGE', status: 'CANCELED', count: 1 }, { type: 'REFUND', status: 'HANDLING', count: 1 }, { type: 'RETURN', status: 'CREATED', count: 2 }],
    });
  });
});

describe('reasons', () => {
  test('are kept by the platform, given by code, and no longer once they are withdrawn (S2-18)', async ({ app }) => {
    const shop = await openShop(app);
    const code = `seven-days-${shop.storeCode}`;
    const save = (reason: Record<string, unknown>) => shop.platform.ask('mutation Reasons($input: CustomerServiceReasonSaveInput!) { customerServiceReasonSave(input: $input) { reasons { code name types refundsFreight } userErrors { code path } } }', { input: { reasons: [reason] } });
    expect((await save({ code, name: 'Seven days', types: ['RETURN'], position: -5 })).customerServiceReasonSave).toEqual({ reasons: [{ code, name: 'Seven days', types: ['RETURN'], refundsFreight: false }], userErrors: [] });
    const reasons = async () => (await shop.shopper.ask('query { customerServiceReasons { code name } }')).customerServiceReasons.filter((one: { code: string }) => one.code === code);
    expect(await reasons()).toEqual([{ code, name: 'Seven days' }]);
    const { orderId } = await deliver(app, ofPrices(['10.00', 2]), shop);
    const ask = (extra: Record<string, unknown>) => attempt(shop.shopper, 'Request', { orderId, type: 'RETURN', returns: [{ seq: 1, quantity: 1 }], ...extra });
    expect(codesOf(await ask({}))).toEqual(['INVALID_INPUT']);
    expect(codesOf(await ask({ reasonCode: 'no-such' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await ask({ reasonCode: code, type: 'REFUND' }))).toEqual(['INVALID_INPUT']);
    const asked = await ask({ reasonCode: code });
    expect((await shop.shopper.ask('query Reason($id: ID!) { customerService(id: $id) { reason reasonCode } }', { id: asked.customerService.id })).customerService).toEqual({ reason: 'Seven days', reasonCode: code });
    await save({ code, name: 'Seven days', withdrawn: true });
    expect(await reasons()).toEqual([]);
    expect(codesOf(await ask({ reasonCode: code }))).toEqual(['NOT_FOUND']);
    for (const [wrong, path] of [[{ code: '', name: 'X' }, ['reasons', '0', 'code']], [{ code: 'x', name: 'X', types: [] }, ['reasons', '0', 'types']], [{ code: 'x', name: 'X', position: 2_000_000 }, ['reasons', '0', 'position']]] as const) {
      expect((await save(wrong)).customerServiceReasonSave.userErrors).toEqual([{ code: 'INVALID_INPUT', path }]);
    }
  });
});

describe('what is said when a document is opened', () => {
  test('keeps its bounds', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 2]));
    const paths = async (extra: Record<string, unknown>) => (await attempt(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'A walk', ...extra })).userErrors.map(({ code, path }) => [code, path]);
    const picture = 'https://pictures.example/a.jpg';
    expect(await paths({ reason: 'x'.repeat(201) })).toEqual([['INVALID_INPUT', ['reason']]]);
    expect(await paths({ content: 'x'.repeat(1001) })).toEqual([['INVALID_INPUT', ['content']]]);
    expect(await paths({ images: Array.from({ length: 10 }, () => picture) })).toEqual([['INVALID_INPUT', ['images']]]);
    for (const image of ['javascript:alert(1)', 'file:///etc/passwd', 'http://', `https://x.example/${'a'.repeat(500)}`, 'data:image/png;base64,AAAA', 'https://a.example/">']) {
      expect(await paths({ images: [picture, image] }), image).toEqual([['INVALID_INPUT', ['images', '1']]]);
    }
    expect(await paths({ returns: [{ seq: 9 }] })).toEqual([['INVALID_INPUT', ['returns', '0', 'seq']]]);
    expect(await paths({ returns: [{ seq: 1 }, { seq: 1 }] })).toEqual([['INVALID_INPUT', ['returns']]]);
    expect(await paths({ returns: [{ seq: 1, quantity: 0 }] })).toEqual([['INVALID_INPUT', ['returns', '0', 'quantity']]]);
    expect(await paths({ returns: [{ seq: 1, quantity: 3 }] })).toEqual([['QUANTITY_TOO_LARGE', ['returns', '0', 'quantity']]]);
    expect(await paths({ returns: [{ seq: 1, quantity: 1, refundFee: '10.01' }] })).toEqual([['REFUND_TOO_LARGE', ['returns', '0', 'refundFee']]]);
    expect(await paths({ returns: [{ seq: 1, quantity: 1, refundFee: '-1.00' }] })).toEqual([['INVALID_INPUT', ['returns', '0', 'refundFee']]]);
    expect(await paths({ replacements: [{ sku: shop.sku, quantity: 1 }] })).toEqual([['INVALID_INPUT', ['replacements']]]);
    expect(await paths({ type: 'EXCHANGE', replacements: [{ sku: 'NO-SUCH', quantity: 1 }] })).toEqual([['PRODUCTS_UNAVAILABLE', ['replacements']]]);
    expect(await paths({ type: 'EXCHANGE', replacements: [{ sku: shop.sku, quantity: 0 }] })).toEqual([['INVALID_INPUT', ['replacements', '0', 'quantity']]]);
    expect(await paths({ expectedVersion: 1 })).toEqual([['VERSION_CONFLICT', ['expectedVersion']]]);
    expect(await paths({ uid: 'mine' })).toEqual([]);
    expect(await paths({ uid: 'mine' })).toEqual([['QUANTITY_TOO_LARGE', ['returns']]]);
  });

  test('may name it by a uid once', async ({ app }) => {
    const shop = await openShop(app);
    const input = { uid: 'desk-7', storeId: shop.storeId, type: 'RETURN', reason: 'A walk', returns: [{ sku: shop.sku, quantity: 1 }] };
    await take(shop.clerk, 'Create', input);
    expect(codesOf(await attempt(shop.manager, 'Create', input))).toEqual(['DUPLICATE_UID']);
    expect(codesOf(await attempt(shop.manager, 'Create', { ...input, dryRun: true }))).toEqual(['DUPLICATE_UID']);
  });
});
