import { describe, expect } from 'vitest';
import { test, type Answer, type App } from '../support/app.ts';

interface Request {
  readonly query: string;
  readonly operationName?: string | null;
}
type Way = (app: App, request: Request) => Promise<{ status: number | null; answer: Answer }>;

const ways: Readonly<Record<'HTTP' | 'WebSocket', Way>> = {
  HTTP: async (app, request) => {
    const response = await fetch(`${app.server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) });
    return { status: response.status, answer: (await response.json()) as Answer };
  },
  WebSocket: async (app, request) => {
    const client = (await app.person('PLATFORM', 'operation-names')).socket();
    try {
      const { value } = await client.iterate<Answer['data']>(request as { query: string }).next();
      return { status: null, answer: value as Answer };
    } catch (errors) {
      return { status: null, answer: { data: null, errors: errors as Answer['errors'] & object } };
    }
  },
};

const two = 'query One { one: __typename } mutation Two { two: __typename }';

describe.each(['HTTP', 'WebSocket'] as const)('over %s', (way) => {
  test('the operation that is named is the one that runs', async ({ app }) => {
    for (let time = 1; time <= 3; time += 1) {
      expect((await ways[way](app, { query: two, operationName: 'One' })).answer).toEqual({ data: { one: 'Query' } });
      expect((await ways[way](app, { query: two, operationName: 'Two' })).answer).toEqual({ data: { two: 'Mutation' } });
    }
  });

  test.for([
    ['several and none named', { query: two }, 'The document holds 2 operations (One, Two): say in operationName which one to run.'],
    ['one that is not there', { query: two, operationName: 'Three' }, 'The document holds no operation called "Three", but One, Two.'],
    ['a name, where the only one has none', { query: '{ __typename }', operationName: 'Three' }, 'The document holds no operation called "Three": its only one has no name, so leave operationName out.'],
    ['none at all', { query: 'fragment F on Query { __typename }' }, null],
  ] as const)('what does not say which operation it means is refused as the client’s mistake: %s', async ([, request, message], { app }) => {
    const { status, answer } = await ways[way](app, request);
    expect(answer.errors).toHaveLength(1);
    const [error] = answer.errors!;
    // A fragment that nothing uses is not valid in the first place.
    expect(error!.extensions?.code).toBe(message === null ? 'GRAPHQL_VALIDATION_FAILED' : 'OPERATION_RESOLUTION_FAILURE');
    if (message !== null) expect(error!.message).toBe(message);
    expect(status).toBe(way === 'HTTP' ? 400 : null);
  });
});
