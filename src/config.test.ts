import { describe, expect, test } from 'vitest';
import { ConfigError, packageVersion, readConfig } from './config.ts';

const secret = 'x'.repeat(32);
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/docket', JWT_SECRET: secret };

const problemsOf = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('These settings were accepted.');
};

describe('without any variable', () => {
  test('the server is for one machine, with demo data, and open to look into', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '127.0.0.1', PORT: 4000, DATABASE_POOL: 10, DOCKET_DATA: '.docket', JWT_ROLE_CLAIM: 'role', INTROSPECTION: true, GRAPHIQL: true, SANDBOX_PAYMENTS: true, DEMO_DATA: true,
      PAY_WITHIN_SECONDS: 1800, RECEIPT_AFTER_SECONDS: 864_000, CONFIRM_AUTOMATICALLY: true, SOCKETS_PER_CALLER: 20, SUBSCRIPTIONS_PER_SOCKET: 50,
    });
    expect(readConfig({}).DATABASE_URL).toBeUndefined();
  });

  test('an empty variable counts as none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', JWT_SECRET: '', GRAPHIQL: '' })).toEqual(readConfig({}));
  });

  test('variables of others do not matter', () => {
    expect(readConfig({ PATH: '/usr/bin', HOME: '/root' })).toEqual(readConfig({}));
  });
});

describe('in production', () => {
  test('a misspelling does not leave the server open to look into: it is refused', () => {
    for (const NODE_ENV of ['prod', 'Production', 'production ']) expect(problemsOf({ ...production, NODE_ENV })).toBe(`NODE_ENV: must be development, production or test, not "${NODE_ENV}"`);
    for (const NODE_ENV of ['development', 'test']) expect(readConfig({ NODE_ENV })).toMatchObject({ INTROSPECTION: true, GRAPHIQL: true });
  });

  test('nothing is open to look into, and nothing is made up, unless it is asked for', () => {
    expect(readConfig(production)).toMatchObject({ INTROSPECTION: false, GRAPHIQL: false, SANDBOX_PAYMENTS: false, DEMO_DATA: false });
    expect(readConfig({ ...production, INTROSPECTION: 'true', GRAPHIQL: '1' })).toMatchObject({ INTROSPECTION: true, GRAPHIQL: true, SANDBOX_PAYMENTS: false });
  });

  test('a database and a way to verify tokens must be named, and both are asked for at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    expect(problems).toContain('DATABASE_URL must be set in production');
    expect(problems).toContain('JWKS_URL (or JWT_SECRET) must be set in production');
  });

  test('a key set instead of a secret will do, when it is said whose tokens are meant, and for whom', () => {
    const provided = { NODE_ENV: 'production', DATABASE_URL: production.DATABASE_URL, JWKS_URL: 'https://id.example/keys' };
    const meant = { JWT_ISSUER: 'https://id.example', JWT_AUDIENCE: 'docket' };
    expect(readConfig({ ...provided, ...meant })).toMatchObject({ JWKS_URL: provided.JWKS_URL, ...meant });
    for (const lacking of [{}, { JWT_ISSUER: meant.JWT_ISSUER }, { JWT_AUDIENCE: meant.JWT_AUDIENCE }]) expect(problemsOf({ ...provided, ...lacking })).toContain('JWT_ISSUER and JWT_AUDIENCE');
  });
});

test.each([{ DATABASE_URL: 'postgresql://db/docket' }, { JWKS_URL: 'https://id.example/keys' }])('with %o neither demo data nor payments without money are there unless they are asked for', (env) => {
  expect(readConfig(env)).toMatchObject({ DEMO_DATA: false, SANDBOX_PAYMENTS: false });
  expect(readConfig({ ...env, DEMO_DATA: 'true', SANDBOX_PAYMENTS: 'true' })).toMatchObject({ DEMO_DATA: true, SANDBOX_PAYMENTS: true });
});

test('what is malformed and what is missing is said at once', () => {
  const problems = problemsOf({ NODE_ENV: 'production', PORT: 'abc', JWKS_URL: 'https://id.example/keys', JWT_SECRET: 'short' });
  for (const part of ['PORT', 'JWT_SECRET: must have', 'DATABASE_URL must be set', 'JWT_ISSUER and JWT_AUDIENCE', 'not both']) expect(problems).toContain(part);
});

test.each(['ftp://id.example/keys', 'javascript:alert(1)', 'file:///etc/passwd', 'id.example'])('an address that no browser or key fetcher can ask (%s) is refused where it is set', (address) => {
  for (const name of ['PUBLIC_URL', 'JWKS_URL']) expect(problemsOf({ [name]: address })).toContain(`${name}: must be a URL that begins with http:// or https://`);
});

describe('a value that is understood', () => {
  test.each([
    ['PORT', '0', 0], ['PORT', '65535', 65_535], ['HOST', '::', '::'], ['DATABASE_POOL', '2', 2], ['GRAPHIQL', '0', false], ['GRAPHIQL', 'false', false], ['DEMO_DATA', '1', true],
    ['DEFAULT_CURRENCY', 'JPY', 'JPY'], ['PAY_WITHIN_SECONDS', '1', 1], ['LOG_LEVEL', 'silent', 'silent'], ['PUBLIC_URL', 'https://shop.example', 'https://shop.example'],
    ['JWT_ISSUER', 'https://id.example', 'https://id.example'], ['SOCKETS_PER_CALLER', '1', 1],
  ] as const)('%s=%s', (name, text, value) => {
    expect(readConfig({ [name]: text })[name]).toBe(value);
  });
});

describe('a value that is not', () => {
  test.each([
    ['PORT', '65536'], ['PORT', '-1'], ['PORT', '4000.5'], ['PORT', 'http'], ['DATABASE_URL', 'mysql://db/docket'], ['DATABASE_URL', 'db/docket'], ['DATABASE_POOL', '1'], ['DATABASE_POOL', 'many'],
    ['JWT_SECRET', 'short'], ['JWKS_URL', 'keys'], ['INTROSPECTION', 'yes'], ['GRAPHIQL', 'TRUE'], ['DEFAULT_CURRENCY', 'gbp'], ['DEFAULT_CURRENCY', 'XXQ'], ['PAY_WITHIN_SECONDS', '0'],
    ['RECEIPT_AFTER_SECONDS', '99999999999'], ['LOG_LEVEL', 'loud'], ['PUBLIC_URL', 'shop'], ['SOCKETS_PER_CALLER', '0'], ['SUBSCRIPTIONS_PER_SOCKET', 'NaN'],
  ])('%s=%s is refused by name, on one line', (name, text) => {
    const problems = problemsOf({ [name]: text });
    expect(problems).toContain(`${name}: `);
    expect(problems).not.toContain('\n');
  });

  test('is named together with all others', () => {
    const problems = problemsOf({ PORT: 'x', JWT_SECRET: 'short', LOG_LEVEL: 'loud' });
    for (const name of ['PORT', 'JWT_SECRET', 'LOG_LEVEL']) expect(problems).toContain(`${name}: `);
  });

  test('is told with what it must be', () => {
    expect(problemsOf({ PORT: '70000' })).toBe('PORT: must be a whole number from 0 to 65535, not "70000"');
    expect(problemsOf({ GRAPHIQL: 'yes' })).toBe('GRAPHIQL: must be true or false, not "yes"');
  });

  test('is not repeated where it is a secret', () => {
    expect(problemsOf({ JWT_SECRET: 'hunter2' })).not.toContain('hunter2');
    expect(problemsOf({ DATABASE_URL: 'mysql://me:hunter2@db/docket' })).not.toContain('hunter2');
  });

  test('a secret and a key set together are refused: one of them would silently not count', () => {
    expect(problemsOf({ JWT_SECRET: secret, JWKS_URL: 'https://id.example/keys' })).toContain('not both');
  });
});

test('the version is that of the package', () => {
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});
