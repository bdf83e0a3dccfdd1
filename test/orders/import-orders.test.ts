import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { test, type Person } from '../support/app.ts';
import { onOrder, onOrders, pastOrder, type Payload } from '../support/order-desk.ts';
import { dbOf, growth, rowCounts } from '../support/races.ts';
import { openShop } from '../support/seeds.ts';

const newSource = (): string => `old-${randomUUID().slice(0, 8)}`;

const importing = async (person: Person, source: string, orders: readonly Record<string, unknown>[], extra: Record<string, unknown> = {}): Promise<Payload> =>
  onOrders(person, 'orderImport', { source, orders, ...extra });

const outcomes = ({ verdicts }: Payload): unknown[] => verdicts.map(({ outcome, userErrors: [error] }: Payload) => error?.code ?? outcome);

const full = `query Imported($source: String!, $number: String!) { importedOrder(source: $source, externalNumber: $number) {
  id number uid importedFrom kind deliveryType status payment createdAt paidAt finishedAt canceledAt settledAt visibility awaitingReview
  listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount } paidTotal { amount } refundedTotal { amount } clerkName
  contact { name } store { code } items { seq skuCode quantity salePrice { amount } saleTotal { amount } review { commentId } } payments { tender amount { amount } transactionId }
  history { type at fromStatus toStatus comment actorRole } before: asOf(at: "2019-03-01T10:01:00.000Z") { status paidTotal { amount } } between: asOf(at: "2019-03-02T00:00:00.000Z") { status payment } } }`;

const readImported = async (person: Person, source: string, number: string): Promise<Payload> => (await person.ask(full, { source, number })).importedOrder;

describe('an imported order', () => {
  test('is as it was: its own instants, prices as recorded, its number there as uid, and a history that tells how it was at each time', async ({ app }) => {
    const shop = await openShop(app);
    const source = newSource();
    const order = pastOrder('AN16C11K3849-JKKUNX', {
      storeCode: shop.storeCode, customerSubject: shop.shopper.subject, clerkName: 'Qi Wang', contact: { name: 'Rosa Klein' }, freightTotal: '1.19', total: '24.15', transactionId: '151216120037',
      settledAt: '2019-04-01T00:00:00.000Z', lines: [{ sku: shop.sku, name: 'Ten', quantity: 1, salePrice: '2.60', listPrice: '2.64', commentId: 'C-1' }, { sku: 'GONE', name: 'Gone', quantity: 1, salePrice: '20.36' }],
    });
    expect(outcomes(await importing(shop.platform, source, [order]))).toEqual(['DONE']);
    const shown = await readImported(shop.shopper, source, 'AN16C11K3849-JKKUNX');
    expect(shown).toMatchObject({
      uid: 'AN16C11K3849-JKKUNX', importedFrom: source, kind: 'ONLINE', deliveryType: 'EXPRESS', status: 'CLOSED_CONFIRMED', payment: 'PAID', createdAt: '2019-03-01T10:00:00.000Z', paidAt: '2019-03-01T10:05:00.000Z',
      finishedAt: '2019-03-04T12:00:00.000Z', settledAt: '2019-04-01T00:00:00.000Z', visibility: 'VISIBLE', awaitingReview: false, total: { amount: '24.15' }, freightTotal: { amount: '1.19' }, paidTotal: { amount: '24.15' },
      clerkName: 'Qi Wang', store: { code: shop.storeCode }, items: [{ skuCode: shop.sku, review: { commentId: 'C-1' } }, { skuCode: 'GONE', salePrice: { amount: '20.36' } }],
      payments: [{ tender: 'EXTERNAL', amount: { amount: '24.15' } }], before: { status: 'CREATED_PAY_PENDING', paidTotal: { amount: '0.00' } }, between: { status: 'PAID_CONFIRM_PENDING', payment: 'PAID' },
    });
    expect(shown.number).toMatch(/^190301100000\d{8}$/);
    expect(shown.history.map(({ type, toStatus }: Payload) => [type, toStatus])).toEqual([['PLACED', 'CREATED_PAY_PENDING'], ['PAY', 'PAID_CONFIRM_PENDING'], ['COMPLETE', 'CLOSED_CONFIRMED'], ['IMPORT', 'CLOSED_CONFIRMED']]);
    expect((await shop.clerk.ask('query ImportedList($id: ID!) { storeOrders(storeId: $id) { edges { node { id } } } storeOrderCounts(storeId: $id) { total totalAmount { amount } } }', { id: shop.storeId })))
      .toMatchObject({ storeOrders: { edges: [{ node: { id: shown.id } }] } });
    expect((await onOrders(shop.shopper, 'orderDelete', { orderIds: [shown.number] })).verdicts).toMatchObject([{ outcome: 'DONE' }]);
  });

  test('keeps what else was known of it and of its lines', async ({ app }) => {
    const shop = await openShop(app);
    const source = newSource();
    const lines = [
      { sku: 'SET', name: 'Set', quantity: 3, listPrice: '4.00', salePrice: '3.33', saleTotal: '10.00', priceReason: 'Scratched', cover: 'https://shop.example/set.png', weightGrams: 66, volumeMillilitres: 9, brandCode: 'B1',
        options: [{ name: 'Color', value: 'red' }], attributes: [{ name: 'Year', value: '2018' }], shelfLocation: 'A-7', unitCost: '1.50' },
      { sku: 'PART', name: 'Part', quantity: 6, salePrice: '0', parentSeq: 1 },
    ];
    const order = pastOrder('rich', {
      lines, storeCode: shop.storeCode, customerId: toGlobalId('customer', personIdOf(shop.shopper.subject)), salespersonName: 'Mei', receiptNumber: 'R-9', device: 'till 4', courierCode: 'SF', courierCompany: 'SF Express', waybillNumber: 'SF1', exchangeRate: '1.25', invoiceWanted: true,
    });
    expect(outcomes(await importing(shop.platform, source, [order]))).toEqual(['DONE']);
    const { importedOrder } = await shop.platform.ask(`query Rich($source: String!) { importedOrder(source: $source, externalNumber: "rich") {
      total { amount } listTotal { amount } discountTotal { amount } pieces exchangeRate salespersonName receiptNumber device cover shipment { courierCompany courierCode waybillNumber } invoice { title }
      items { seq parentSeq quantity listPrice { amount } salePrice { amount } saleTotal { amount } discountTotal { amount } priceReason cover weightGrams volumeMillilitres brandCode options { name value } attributes { name value } shelfLocation unitCost { amount } }
      before: asOf(at: "2019-03-01T10:01:00.000Z") { shipment { waybillNumber } } } }`, { source });
    expect(importedOrder).toMatchObject({
      total: { amount: '10.00' }, listTotal: { amount: '12.00' }, discountTotal: { amount: '2.00' }, pieces: 3, exchangeRate: '1.25', salespersonName: 'Mei', receiptNumber: 'R-9', device: 'till 4', cover: 'https://shop.example/set.png',
      shipment: { courierCompany: 'SF Express', courierCode: 'SF', waybillNumber: 'SF1' }, invoice: { title: null }, before: { shipment: null },
      items: [{
        seq: 1, parentSeq: null, quantity: 3, salePrice: { amount: '3.33' }, saleTotal: { amount: '10.00' }, discountTotal: { amount: '2.00' }, priceReason: 'Scratched', cover: 'https://shop.example/set.png', weightGrams: 66, volumeMillilitres: 9,
        brandCode: 'B1', options: [{ name: 'Color', value: 'red' }], attributes: [{ name: 'Year', value: '2018' }], shelfLocation: 'A-7', unitCost: { amount: '1.50' },
      }, { seq: 2, parentSeq: 1, saleTotal: { amount: '0.00' } }],
    });
    expect((await readImported(shop.shopper, source, 'rich')).id).toBeTruthy();
  });

  test('shows a waybill whose courier nobody knows any more', async ({ app }) => {
    const { platform } = await openShop(app);
    const source = newSource();
    await importing(platform, source, [pastOrder('parcel', { waybillNumber: 'RI002020203CN' })]);
    expect(await platform.ask('query Parcel($source: String!) { importedOrder(source: $source, externalNumber: "parcel") { shipment { courierCompany waybillNumber } } }', { source }))
      .toEqual({ importedOrder: { shipment: { courierCompany: null, waybillNumber: 'RI002020203CN' } } });
  });

  test('of each kind of end has the books of that end', async ({ app }) => {
    const { platform } = await openShop(app);
    const source = newSource();
    const orders = [
      pastOrder('refunded', { status: 'CLOSED_REFUNDED' }), pastOrder('canceled', { status: 'CLOSED_CANCELED', paidAt: null }), pastOrder('late', { status: 'CLOSED_PAY_TIMEOUT', paidAt: null }),
      pastOrder('partly', { refundedTotal: '2.00' }), pastOrder('binned', { visibility: 'RECYCLED', kind: 'IN_STORE' }),
      pastOrder('money back', { refundedTotal: '9.00' }),
    ];
    const { verdicts } = await importing(platform, source, orders);
    expect(verdicts.map(({ outcome, order: { status, payment, visibility } }: Payload) => [outcome, status, payment, visibility])).toEqual([
      ['DONE', 'CLOSED_REFUNDED', 'REFUNDED', 'VISIBLE'], ['DONE', 'CLOSED_CANCELED', 'CLOSED', 'VISIBLE'], ['DONE', 'CLOSED_PAY_TIMEOUT', 'CLOSED', 'VISIBLE'],
      ['DONE', 'CLOSED_CONFIRMED', 'PARTIALLY_REFUNDED', 'VISIBLE'], ['DONE', 'CLOSED_CONFIRMED', 'PAID', 'RECYCLED'],
      ['DONE', 'CLOSED_CONFIRMED', 'REFUNDED', 'VISIBLE'],
    ]);
    expect(await readImported(platform, source, 'partly')).toMatchObject({ paidTotal: { amount: '9.00' }, refundedTotal: { amount: '2.00' } });
  });

  test('that makes no sense is refused by itself, with the place that is wrong; the others are taken over', async ({ app }) => {
    const { platform } = await openShop(app);
    const line = { sku: 'A', name: 'A', quantity: 1, salePrice: '1.00' };
    const bad: [Record<string, unknown>, string, string[]][] = [
      [{ status: 'DELIVERING' }, 'INVALID_INPUT', ['status']], [{ paidAt: null }, 'INVALID_INPUT', ['paidAt']], [{ status: 'CLOSED_CANCELED' }, 'INVALID_INPUT', ['paidAt']],
      [{ endedAt: '2019-02-01T00:00:00Z' }, 'INVALID_INPUT', ['endedAt']], [{ settledAt: '2999-01-01T00:00:00Z' }, 'INVALID_INPUT', ['settledAt']], [{ lines: [] }, 'INVALID_INPUT', ['lines']],
      [{ lines: [{ ...line, quantity: 0 }] }, 'INVALID_INPUT', ['lines', '0', 'quantity']], [{ lines: [{ ...line, salePrice: '1.001' }] }, 'INVALID_INPUT', ['lines', '0', 'salePrice']],
      [{ total: '-1' }, 'INVALID_INPUT', ['total']], [{ storeCode: 'NO-SUCH' }, 'NOT_FOUND', ['storeCode']], [{ remark: 'x'.repeat(501) }, 'INVALID_INPUT', ['remark']], [{ externalNumber: ' ' }, 'INVALID_INPUT', ['externalNumber']],
      [{ contact: { name: 'x', email: 'x'.repeat(256) } }, 'INVALID_INPUT', ['contact', 'email']], [{ refundedTotal: '9.01' }, 'INVALID_INPUT', ['refundedTotal']],
      [{ lines: [{ ...line, parentSeq: 1 }] }, 'INVALID_INPUT', ['lines', '0', 'parentSeq']], [{ lines: [line, { ...line, parentSeq: 3 }] }, 'INVALID_INPUT', ['lines', '1', 'parentSeq']],
      [{ lines: [{ ...line, quantity: 3, saleTotal: '3.02' }] }, 'INVALID_INPUT', ['lines', '0', 'saleTotal']], [{ lines: [{ ...line, weightGrams: -1 }] }, 'INVALID_INPUT', ['lines', '0', 'weightGrams']],
      [{ lines: [{ ...line, options: [{ name: 'a', value: '1' }, { name: 'a', value: '2' }] }] }, 'INVALID_INPUT', ['lines', '0', 'options']], [{ customerId: 'nobody' }, 'INVALID_INPUT', ['customerId']],
      [{ createdAt: '1999-12-31T23:59:59.999Z' }, 'INVALID_INPUT', ['createdAt']], [{ status: 'CLOSED_CANCELED', paidAt: null, refundedTotal: '1' }, 'INVALID_INPUT', ['refundedTotal']],
    ];
    const before = await rowCounts(dbOf(app));
    const { verdicts } = await importing(platform, newSource(), [...bad.map(([extra], index) => pastOrder(`bad-${index}`, extra)), pastOrder('good')]);
    expect(verdicts.map(({ outcome, userErrors: [error] }: Payload) => [outcome, error?.code, error?.path])).toEqual([...bad.map(([, code, path]) => ['REFUSED', code, path]), ['DONE', undefined, undefined]]);
    expect(growth(before, await rowCounts(dbOf(app)))['orders']).toBe(1);
  });

  test('that comes to more than an order can hold is refused, and no list, count or export of its store stumbles over it afterwards', async ({ app }) => {
    const shop = await openShop(app);
    const line = (quantity: number, salePrice: string) => ({ sku: 'A', name: 'A', quantity, salePrice });
    const huge = [[line(1_000_000, '9999999999.99')], [line(1, '6000000000'), line(1, '6000000000')], Array.from({ length: 200 }, () => line(1_000_000, '9999999999.99'))];
    const { verdicts } = await importing(shop.platform, newSource(), [...huge.map((lines, index) => pastOrder(`huge-${index}`, { storeCode: shop.storeCode, lines })), pastOrder('fits', { storeCode: shop.storeCode })]);
    expect(verdicts.map(({ userErrors: [error] }: Payload) => error && [error.code, error.path])).toEqual([['INVALID_INPUT', ['lines', '0']], ['INVALID_INPUT', ['lines']], ['INVALID_INPUT', ['lines', '0']], undefined]);
    expect(await shop.clerk.ask('query HugeList($id: ID!) { storeOrders(storeId: $id) { edges { node { uid listTotal { amount } } } } storeOrderCounts(storeId: $id) { totalAmount { amount } } }', { id: shop.storeId }))
      .toEqual({ storeOrders: { edges: [{ node: { uid: 'fits', listTotal: { amount: '10.00' } } }] }, storeOrderCounts: { totalAmount: { amount: '9.00' } } });
  });

  test('is imported once for each source, however often and by whomever it is sent', async ({ app }) => {
    const { platform } = await openShop(app);
    const service = await app.person('SERVICE', `importer-${randomUUID()}`);
    const source = newSource();
    const orders = [pastOrder('1'), pastOrder('2'), pastOrder('1')];
    const before = await rowCounts(dbOf(app));
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => importing(index % 2 === 0 ? platform : service, source, orders)));
    const told = answers.flatMap(outcomes);
    expect(told.filter((outcome) => outcome === 'DONE')).toHaveLength(2);
    expect(told.every((outcome) => outcome === 'DONE' || outcome === 'UNCHANGED')).toBe(true);
    expect(growth(before, await rowCounts(dbOf(app)))).toMatchObject({ orders: 2, order_items: 2, payments: 2 });
    expect(outcomes(await importing(platform, source, [pastOrder('1', { lines: [{ sku: 'A', name: 'A', quantity: 1, salePrice: '99.00' }] })]))).toEqual(['DUPLICATE_UID']);
    expect(outcomes(await importing(platform, newSource(), [pastOrder('1')]))).toEqual(['DONE']);
    for (const given of [[], Array.from({ length: 201 }, (_, index) => pastOrder(String(index)))]) expect((await importing(platform, source, given)).userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['orders'] }]);
  });

  test('stays over: no step moves it, and strangers do not find it', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const source = newSource();
    const { verdicts: [{ order }] } = await importing(shop.platform, source, [pastOrder('1', { customerSubject: shop.shopper.subject, storeCode: shop.storeCode })]);
    expect((await onOrder(shop.shopper, 'orderCancel', { orderId: order.id })).userErrors).toMatchObject([{ code: 'TRANSITION_NOT_ALLOWED' }]);
    expect(await readImported(other.shopper, source, '1')).toBeNull();
    expect(await readImported(other.clerk, source, '1')).toBeNull();
    expect((await readImported(shop.clerk, source, '1')).id).toBe(order.id);
  });
});
