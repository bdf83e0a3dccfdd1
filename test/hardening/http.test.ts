import 'reflect-metadata';
import { describe, expect } from 'vitest';
import { limits } from '../../src/app/limits.ts';
import { startApp, test as base, type App } from '../support/app.ts';
import { transports, type Transport } from './transports.ts';

const test = base.extend<{ production: App }>({
  production: [
    async ({}, use) => {
      const app = await startApp({ env: { NODE_ENV: 'production' } });
      await use(app);
      await app.stop();
    },
    { scope: 'file' },
  ],
});

const json = { 'content-type': 'application/json' };

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly string[];
}

async function call(app: App, init: RequestInit, query = ''): Promise<Reply> {
  const response = await fetch(`${app.url}${query}`, init);
  const text = await response.text();
  const { errors = [] } = (text.startsWith('{') ? JSON.parse(text) : {}) as { errors?: { extensions?: { code?: string } }[] };
  return { status: response.status, text, codes: errors.map(({ extensions }) => extensions?.code ?? 'none') };
}

const post = (app: App, body: string, headers: Record<string, string> = json): Promise<Reply> => call(app, { method: 'POST', headers, body });

/** Nothing of how the server is made. */
const expectNoInternals = ({ text }: Pick<Reply, 'text'>): void => {
  expect(text).not.toMatch(/node_modules|\bat [\w.]+ \(|\.[jt]s:\d+|stacktrace|SyntaxError|fastify|FST_/i);
};

const ping = JSON.stringify({ query: '{ __typename }' });

describe('over HTTP', () => {
  test('a well-formed request is served', async ({ app }) => {
    expect(await post(app, ping)).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
  });

  test('several operations in one request are refused', async ({ app }) => {
    const reply = await post(app, `[${ping},${ping}]`);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toContain('"data"');
    expectNoInternals(reply);
  });

  test('a mutation by GET is refused, and changes nothing', async ({ app }) => {
    const platform = await app.person('PLATFORM', 'getter');
    const query = 'mutation ($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } } }';
    const variables = JSON.stringify({ input: { code: 'BY-GET', name: 'By GET', currency: 'GBP' } });
    const headers = { authorization: `Bearer ${platform.token}`, 'apollo-require-preflight': '1' };
    const reply = await call(app, { headers }, `?${new URLSearchParams({ query, variables })}`);
    expect(reply.status).toBe(405);
    expect((await platform.ask('{ stores(first: 100) { edges { node { code } } } }')).stores.edges.map(({ node }: { node: { code: string } }) => node.code)).not.toContain('BY-GET');
  });

  test('a query by GET is served to those whom a browser would have asked first', async ({ app }) => {
    const query = '?query=%7B__typename%7D';
    expect(await call(app, { headers: { 'apollo-require-preflight': '1' } }, query)).toMatchObject({ status: 200 });
    expect(await call(app, {}, query)).toMatchObject({ status: 400 });
  });

  test.for(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('what any web page may post (%s) is refused', async (type, { app }) => {
    const reply = await post(app, ping, { 'content-type': type });
    expect([400, 415]).toContain(reply.status);
    expect(reply.text).not.toContain('__typename":"Query');
    expectNoInternals(reply);
  });

  test('other sites may ask with a token of their own, but get no credentials of the browser’s', async ({ app }) => {
    const response = await fetch(app.url, { method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.for(['{', '', 'null', '7', '"text"', '{"query":7}', '{"variables":{}}', '{"query":"{ __typename }","variables":"x"}'])('a body that is no request is refused without internals: %s', async (body, { app }) => {
    const reply = await post(app, body);
    expect(reply.status).toBe(400);
    expect(reply.codes).toEqual(['BAD_REQUEST']);
    expectNoInternals(reply);
  });

  test(`a body of more than ${limits.bodyBytes} bytes is refused`, async ({ app }) => {
    const body = (length: number) => ping.padEnd(length, ' ');
    expect(await post(app, body(limits.bodyBytes))).toMatchObject({ status: 200 });
    const reply = await post(app, body(limits.bodyBytes + 1));
    expect(reply).toMatchObject({ status: 413, codes: ['BAD_REQUEST'] });
    expectNoInternals(reply);
  });

  test.for([['no token at all', 'Bearer'], ['another scheme', 'Basic dXNlcjpwYXNz'], ['no token', 'Bearer x.y.z'], ['two tokens', 'Bearer a b']] as const)('an Authorization header with %s is refused with 401, even where none is needed', async ([, authorization], { app }) => {
    const reply = await post(app, ping, { ...json, authorization });
    expect(reply).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
    expectNoInternals(reply);
  });

  test('an expired token is refused with 401, and says so', async ({ app }) => {
    const late = await app.person('SHOPPER', 'late', 'late', -1);
    const reply = await post(app, ping, { ...json, authorization: `Bearer ${late.token}` });
    expect(reply).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(reply.text).toContain('expired');
  });

  test('a path that is not served says so without internals', async ({ app }) => {
    const response = await fetch(`${app.server.url}/graphql/../.env`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expectNoInternals({ text });
    expect(JSON.parse(text)).toEqual({ errors: [{ message: 'There is nothing at this path. GraphQL is served at /graphql.', extensions: { code: 'BAD_REQUEST' } }] });
  });

  test.for(['PUT', 'PATCH', 'DELETE'])('a %s is told which methods there are', async (method, { app }) => {
    const response = await fetch(`${app.server.url}/graphql`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('a subscription is referred to the WebSocket', async ({ app }) => {
    const person = await app.person('SHOPPER', 'polling');
    const answer = await person.request('subscription { myOrders { cursor } }');
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(answer.errors![0]!.message).toMatch(/subscription/i);
  });
});

describe('in production', () => {
  const asked = async (app: App, transport: Transport, query: string, variables: Record<string, unknown> = {}) => transports[transport](await app.person('SHOPPER', 'curious'), query, variables);

  test.for(['HTTP', 'WebSocket'] as const)('the schema is not told over %s', async (transport, { production, app }) => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Order") { name } }', '{ ...A } fragment A on Query { s: __schema { queryType { name } } }']) {
      const answer = await asked(production, transport, query);
      expect(answer.data ?? null, query).toBeNull();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
      expect((await asked(app, transport, query)).errors, query).toBeUndefined();
    }
    expect((await asked(production, transport, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  test.for(['HTTP', 'WebSocket'] as const)('a wrong name is not answered with the right one over %s', async (transport, { production, app }) => {
    const wrong: [string, Record<string, unknown>?][] = [
      ['{ myOrder { edges { cursor } } }'],
      ['{ order(idd: "x") { id } }'],
      ['{ order(id: "x") { numbr } }'],
      ['query ($f: OrderFiltr) { myOrders(filter: $f) { totalCount } }'],
      ['{ myOrders(filter: { status: [DELIVERIN] }) { totalCount } }'],
      ['{ myOrders(filter: { statu: [] }) { totalCount } }'],
      ['{ ... on Ordr { id } }'],
      ['query ($f: OrderFilter) { myOrders(filter: $f) { totalCount } }', { f: { status: ['DELIVERIN'] } }],
      ['query ($f: OrderFilter) { myOrders(filter: $f) { totalCount } }', { f: { statu: [] } }],
    ];
    for (const [query, variables] of wrong) {
      const answer = await asked(production, transport, query, variables);
      expect(answer.errors?.length, query).toBeGreaterThan(0);
      expect(JSON.stringify(answer), query).not.toMatch(/did you mean/i);
    }
    // The same mistakes are helped with where the schema is open.
    const helped = await Promise.all(wrong.map(([query, variables]) => asked(app, transport, query, variables)));
    expect(JSON.stringify(helped)).toMatch(/did you mean/i);
  });

  test('GraphiQL is not served', async ({ production, app }) => {
    const page = (from: App, path = '/graphql') => fetch(`${from.server.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect((await page(app)).headers.get('content-type')).toContain('text/html');
    const refused = await page(production);
    expect(refused.status).toBe(400);
    expect(await refused.text()).not.toMatch(/<html|graphiql/i);
    expect((await page(production, '/')).status).toBe(404);
  });

  test('introspection and GraphiQL can be switched on, and off outside of it', async () => {
    const open = await startApp({ env: { NODE_ENV: 'production', INTROSPECTION: 'true', GRAPHIQL: 'true' } });
    const closed = await startApp({ env: { INTROSPECTION: 'false', GRAPHIQL: 'false' } });
    try {
      const query = '{ __schema { queryType { name } } }';
      expect((await asked(open, 'HTTP', query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
      expect((await asked(closed, 'HTTP', query)).data ?? null).toBeNull();
      const accept = { headers: { accept: 'text/html' } };
      expect((await fetch(open.url, accept)).status).toBe(200);
      expect((await fetch(closed.url, accept)).status).toBe(400);
    } finally {
      await Promise.all([open.stop(), closed.stop()]);
    }
  });
});
