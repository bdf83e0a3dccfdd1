import 'reflect-metadata';
import { describe, expect } from 'vitest';
import { limits } from '../../src/app/limits.ts';
import { newId, toGlobalId } from '../../src/platform/ids.ts';
import { test, type Answer, type App } from '../support/app.ts';
import { openShop } from '../support/seeds.ts';
import { transports, type Transport } from './transports.ts';

const bothWays: readonly Transport[] = ['HTTP', 'WebSocket'];

async function ask(app: App, transport: Transport, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const person = await app.person('PLATFORM', 'limits-platform');
  return transports[transport](person, query, variables);
}

const codesOf = ({ errors }: Answer): (string | undefined)[] => (errors ?? []).map(({ extensions }) => extensions?.code);

/** A query of this depth: a SKU, its product, its SKUs, … */
const nested = (depth: number): string => {
  const fields = Array.from({ length: depth - 1 }, (_, index) => (index === 0 ? 'sku(code: "x")' : index % 2 === 1 ? 'product' : 'skus'));
  return `{ ${fields.join(' { ')} { code ${'} '.repeat(fields.length)} }`;
};

const node = `{ number status total { amount } items { seq name skuCode quantity salePrice { amount } saleTotal { amount } listTotal { amount } discountTotal { amount } }
  history { type at version actorName comment fromStatus toStatus } payments { number state amount { amount } } refunds { number state amount { amount } }
  again: items { seq name skuCode quantity salePrice { amount } saleTotal { amount } listTotal { amount } discountTotal { amount } }
  listed: items { seq name skuCode quantity listPrice { amount } saleTotal { amount } listTotal { amount } discountTotal { amount } } }`;

describe.each(bothWays)('over %s', (transport) => {
  test(`a document may be ${limits.depth} fields deep, not deeper`, async ({ app }) => {
    const tooDeep = await ask(app, transport, nested(limits.depth + 1));
    expect(codesOf(tooDeep)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(tooDeep.errors![0]!.message).toMatch(/depth/i);
    expect((await ask(app, transport, nested(8))).data).toEqual({ sku: null });
    // Deep enough in itself, but not for free.
    expect(codesOf(await ask(app, transport, nested(limits.depth)))).toEqual(['OPERATION_TOO_COSTLY']);
  });

  test('depth is counted through fragments as well', async ({ app }) => {
    const answer = await ask(app, transport, `{ sku(code: "x") { ...Outer } }
      fragment Outer on Sku { product { skus { product { skus { product { skus { ...Inner } } } } } } }
      fragment Inner on Sku { product { skus { product { skus { product { code } } } } } }`);
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test(`a document may select ${limits.selections} fields, those of fragments counted wherever they are used`, async ({ app }) => {
    const doubling = (levels: number) => `{ ...F0 } ${Array.from({ length: levels }, (_, level) => `fragment F${level} on Query { ...F${level + 1} ... on Query { ...F${level + 1} } }`).join(' ')} fragment F${levels} on Query { __typename }`;
    expect((await ask(app, transport, doubling(4))).data).toEqual({ __typename: 'Query' });
    const answer = await ask(app, transport, doubling(18));
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.errors![0]!.message).toContain(String(limits.selections));
  });

  test('fragments that contain each other are refused', async ({ app }) => {
    const answer = await ask(app, transport, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
    expect(new Set(codesOf(answer))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  });

  test(`a document may have ${limits.aliases} aliases, not more`, async ({ app }) => {
    const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: sku(code: "x") { code }`).join(' ')} }`;
    expect((await ask(app, transport, aliased(limits.aliases))).errors).toBeUndefined();
    const answer = await ask(app, transport, aliased(limits.aliases + 1));
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.errors![0]!.message).toMatch(/alias/i);
  });

  test(`a document may have ${limits.directives} directives, not more`, async ({ app }) => {
    const directed = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `... @include(if: ${index % 2 === 0}) { __typename }`).join(' ')} }`;
    expect((await ask(app, transport, directed(limits.directives))).errors).toBeUndefined();
    const answer = await ask(app, transport, directed(limits.directives + 1));
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.errors![0]!.message).toMatch(/directive/i);
  });

  test(`a document may have ${limits.tokens} tokens, not more`, async ({ app }) => {
    // Sixteen tokens stand around the statuses.
    const long = (tokens: number) => `{ orders ( filter : { status : [ ${'DELIVERING '.repeat(tokens - 16)} ] } ) { totalCount } }`;
    expect(await ask(app, transport, long(limits.tokens))).toEqual({ data: { orders: { totalCount: 0 } } });
    const answer = await ask(app, transport, long(limits.tokens + 1));
    expect(codesOf(answer)).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(answer.errors![0]!.message).toMatch(/token/i);
  });

  test('a document that cannot be read is refused as such', async ({ app }) => {
    expect(codesOf(await ask(app, transport, '{ sku('))).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(codesOf(await ask(app, transport, '{ noSuchField }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(codesOf(await ask(app, transport, 'query ($code: String!) { sku(code: $code) { code } }', { code: 7 }))).toEqual(['BAD_USER_INPUT']);
  });

  test('what a page costs does not depend on where its size stands', async ({ app }) => {
    const asked: [query: string, variables?: Record<string, unknown>][] = [
      [`{ orders(first: 100) { edges { node ${node} } } }`],
      [`query ($n: Int) { orders(first: $n) { edges { node ${node} } } }`, { n: 100 }],
      [`query ($n: Int = 100) { orders(first: $n) { edges { node ${node} } } }`],
      [`query ($n: Int) { orders(last: $n) { edges { node ${node} } } }`, { n: 100 }],
      [`query ($n: Int) { ...Page } fragment Page on Query { orders(first: $n) { edges { node ${node} } } }`, { n: 100 }],
    ];
    const answers = await Promise.all(asked.map(([query, variables]) => ask(app, transport, query, variables)));
    for (const answer of answers) {
      expect(codesOf(answer)).toEqual(['OPERATION_TOO_COSTLY']);
      expect(answer.errors).toEqual(answers[0]!.errors);
    }
  });

  test('the same document is served with a smaller page, also after it was refused with a large one', async ({ app }) => {
    const query = `query ($n: Int) { orders(first: $n) { edges { node ${node} } } }`;
    expect(codesOf(await ask(app, transport, query, { n: 100 }))).toEqual(['OPERATION_TOO_COSTLY']);
    expect((await ask(app, transport, query, { n: 20 })).data).toEqual({ orders: { edges: [] } });
    expect(codesOf(await ask(app, transport, query, { n: 100 }))).toEqual(['OPERATION_TOO_COSTLY']);
  });

  test('a size that is left out keeps its default, whatever null was answered with, and the other way round', async ({ app }) => {
    const query = `query ($n: Int = 2) { orders(first: $n) { edges { node ${node} } } }`;
    const whole = [['OPERATION_TOO_COSTLY'], []] as const;
    expect(codesOf(await ask(app, transport, query, {}))).toEqual(whole[1]);
    expect(codesOf(await ask(app, transport, query, { n: null }))).toEqual(whole[0]);
    const other = `query ($n: Int = 3) { orders(first: $n) { edges { node ${node} } } }`;
    expect(codesOf(await ask(app, transport, other, { n: null }))).toEqual(whole[0]);
    expect(codesOf(await ask(app, transport, other, {}))).toEqual(whole[1]);
  });

  test('an answer that tells of every order named costs as much as they are', async ({ app }) => {
    const ids = (count: number): string[] => Array.from({ length: count }, () => toGlobalId('order', newId()));
    const asked = (count: number): [query: string, variables: Record<string, unknown>][] => [
      [`mutation ($input: OrdersMoveInput!) { ordersMove(input: $input) { verdicts { order ${node} } } }`, { input: { step: 'SETTLE', orderIds: ids(count) } }],
      [`mutation ($ids: [ID!]!) { ordersMove(input: { step: SETTLE, orderIds: $ids }) { verdicts { order ${node} } } }`, { ids: ids(count) }],
      [`mutation { ordersMove(input: { step: SETTLE, orderIds: ${JSON.stringify(ids(count))} }) { verdicts { order ${node} } } }`, {}],
    ];
    for (const [query, variables] of asked(200)) expect(codesOf(await ask(app, transport, query, variables))).toEqual(['OPERATION_TOO_COSTLY']);
    for (const [query, variables] of asked(5)) expect(codesOf(await ask(app, transport, query, variables))).toEqual([]);
  });

  test('a page without a size costs what its default costs, and a directive that includes it later is seen through', async ({ app }) => {
    const twice = `{ a: orders ${page()} b: orders ${page()} }`;
    expect(codesOf(await ask(app, transport, twice))).toEqual(['OPERATION_TOO_COSTLY']);
    const conditional = `query ($on: Boolean!) { a: orders ${page()} b: orders @include(if: $on) ${page()} }`;
    expect((await ask(app, transport, conditional, { on: false })).errors).toBeUndefined();
    expect(codesOf(await ask(app, transport, conditional, { on: true }))).toEqual(['OPERATION_TOO_COSTLY']);
  });

  test.for([0, -1, 101, 2_000_000_000])('a page of %d rows is refused wherever it is asked for', async (size, { app }) => {
    for (const list of ['orders', 'stores', 'products']) {
      const answer = await ask(app, transport, `query ($n: Int!) { ${list}(first: $n) { edges { cursor } } }`, { n: size });
      expect(codesOf(answer), list).toEqual([size > 50_000 ? 'OPERATION_TOO_COSTLY' : 'BAD_USER_INPUT']);
    }
    expect(codesOf(await ask(app, transport, 'query ($n: Int!) { orders(last: $n) { edges { cursor } } }', { n: size }))).toHaveLength(1);
  });

  test.for(['nonsense', '', 'AA', 'U1RBTkRBUkQ='])('a cursor that never was one (%o) is refused by every list', async (after, { app }) => {
    for (const list of ['orders', 'customerServices', 'offers', 'couponDefinitions', 'stores', 'products', 'freightTemplates']) {
      const answer = await ask(app, transport, `query ($after: String!) { ${list}(after: $after) { edges { cursor } } }`, { after });
      expect(codesOf(answer), list).toEqual(['BAD_USER_INPUT']);
    }
    const ofCurrency = await ask(app, transport, 'query ($after: String!) { exchangeRateHistory(currency: "USD", after: $after) { edges { cursor } } }', { after });
    expect(codesOf(ofCurrency)).toEqual(['BAD_USER_INPUT']);
  });

  test('a page behind the last row is empty, and has no cursors', async ({ app }) => {
    await openShop(app);
    for (const list of ['stores', 'products']) {
      const last = Buffer.from('~~~').toString('base64url');
      const answer = await ask(app, transport, `query ($after: String!) { ${list}(after: $after) { edges { cursor } pageInfo { hasNextPage startCursor endCursor } } }`, { after: last });
      expect(answer.data[list]).toEqual({ edges: [], pageInfo: { hasNextPage: false, startCursor: null, endCursor: null } });
    }
  });
});

/** Once it may be asked for at the default size, twice it may not. */
const page = (): string => `{ edges { node { number items { seq name skuCode quantity listTotal { amount } saleTotal { amount } } history { type at version actorName comment fromStatus toStatus }
  payments { number state amount { amount } } refunds { number state amount { amount } } availableActions { action enabled reason { message } } } } }`;
