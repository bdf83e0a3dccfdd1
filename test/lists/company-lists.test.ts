import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { openCompany, placeForCompany } from '../support/cards.ts';
import { must } from '../support/order-desk.ts';

const board = /* GraphQL */ `
  query CompanyBoard($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!) {
    storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { id kind } } }
    storeOrderCounts(storeId: $storeId) { total payPending closed totalAmount { amount currency } }
  }`;

interface Board {
  readonly storeOrders: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly id: string; readonly kind: string } }[] };
  readonly storeOrderCounts: object;
}

const read = async (person: Person, storeId: string, filter: Record<string, unknown> = {}, sort = 'CREATED'): Promise<[ids: string[], counts: object]> => {
  const { storeOrders, storeOrderCounts } = (await person.ask(board, { storeId, filter, sort })) as Board;
  expect(storeOrders.totalCount).toBe(storeOrders.edges.length);
  expect(new Set(storeOrders.edges.map(({ node }) => node.kind)).size).toBeLessThan(2);
  return [storeOrders.edges.map(({ node }) => node.id), storeOrderCounts];
};

describe('a company’s orders', () => {
  test('are listed and counted for its people and the platform, with filters and sorts, and apart from every other store’s (S3-1)', async ({ app }) => {
    const [company, other] = await Promise.all([openCompany(app), openCompany(app)]);
    const first = (await placeForCompany(company.agent, company)).order;
    const second = (await placeForCompany(company.agent, company)).order;
    const foreign = (await placeForCompany(other.agent, other)).order;
    await must(company.agent, 'orderPayCash', { orderId: first.id, tendered: '20.00' });
    const counts = { total: 2, payPending: 1, closed: 1, totalAmount: { amount: '20.00', currency: 'GBP' } };
    for (const person of [company.agent, company.clerk, company.manager, company.platform]) {
      expect(await read(person, company.storeId)).toEqual([[second.id, first.id], counts]);
      expect(await read(person, company.storeId, {}, 'UPDATED')).toEqual([[first.id, second.id], counts]);
    }
    expect((await read(company.agent, company.storeId, { kind: 'COMPANY', status: ['CLOSED_CONFIRMED'] }))[0]).toEqual([first.id]);
    expect((await read(company.agent, company.storeId, { kind: 'IN_STORE' }))[0]).toEqual([]);
    expect((await read(other.agent, other.storeId))[0]).toEqual([foreign.id]);
    const nothing = { total: 0, payPending: 0, closed: 0, totalAmount: { amount: '0.00', currency: 'GBP' } };
    expect(await read(other.agent, company.storeId)).toEqual([[], nothing]);
  });

  test('stand among the platform’s by their kind, without those of a shop’s till', async ({ app }) => {
    const company = await openCompany(app);
    const { order } = await placeForCompany(company.agent, company);
    const all = `query AllOfKind($filter: OrderFilter) { orders(first: 100, filter: $filter) { edges { node { id } } } }`;
    const ids = async (filter: Record<string, unknown>): Promise<string[]> => (await company.platform.ask(all, { filter })).orders.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await ids({ kind: 'COMPANY' })).toContain(order.id);
    expect(await ids({ kind: 'IN_STORE' })).not.toContain(order.id);
    expect(await ids({ kind: 'COMPANY', status: ['CLOSED_CONFIRMED'] })).not.toContain(order.id);
  });
});
