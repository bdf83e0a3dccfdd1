import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RequestError } from '../platform/errors.ts';
import { createAuthenticator, signToken, type TokenSettings } from './tokens.ts';

const settings: TokenSettings = { secret: 'a secret that nobody but this test knows', roleClaim: 'role' };
const request = { role: 'STAFF', subject: 'clerk-7', name: 'Ann Lee', lifetimeSeconds: 60 } as const;
const key = new TextEncoder().encode(settings.secret);

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

const signed = (claims: Record<string, unknown>, alg = 'HS256', secret: Uint8Array | CryptoKey = key): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg, kid: 'one' }).sign(secret);

const refused = async (token: string, given = settings): Promise<string> => {
  const error = await createAuthenticator(given)(token).then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RequestError);
  expect((error as RequestError).extensions.code).toBe('UNAUTHENTICATED');
  return (error as RequestError).message;
};

const good = { sub: 'clerk-7', role: 'STAFF', exp: nowSeconds() + 60 };

describe('a token', () => {
  test('says who the caller is, and nothing else does', async () => {
    const caller = await createAuthenticator(settings)(await signToken(settings, request));
    expect(caller).toEqual({ role: 'STAFF', subject: 'clerk-7', name: 'Ann Lee', personId: expect.stringMatching(/^[0-9a-f-]{36}$/), expiresAt: expect.any(Number) });
    const again = await createAuthenticator(settings)(await signToken(settings, { ...request, role: 'SHOPPER' }));
    expect(again.personId).toBe(caller.personId);
    const other = await createAuthenticator(settings)(await signToken(settings, { ...request, subject: 'clerk-8' }));
    expect(other.personId).not.toBe(caller.personId);
  });

  test('may name its role in lower case, and a name it need not have', async () => {
    expect(await createAuthenticator(settings)(await signed({ ...good, role: 'platform', name: 7 }))).toMatchObject({ role: 'PLATFORM', name: null });
  });

  test.each([
    ['no subject', { sub: undefined }, /subject/], ['an empty subject', { sub: '' }, /subject/], ['no expiry', { exp: undefined }, /never expires/], ['no role', { role: undefined }, /role/],
    ['an unknown role', { role: 'ADMIN' }, /role/], ['the role of a prototype', { role: '__proto__' }, /role/], ['the role of an object’s method', { role: 'toString' }, /role/],
    ['an expiry in the past', { exp: nowSeconds() - 1 }, /expired/], ['a beginning in the future', { nbf: nowSeconds() + 600 }, /not valid/],
  ])('with %s is refused', async (_what, claims, message) => {
    expect(await refused(await signed({ ...good, ...claims }))).toMatch(message);
  });

  test('is refused when it was signed by somebody else, in another way, or not at all', async () => {
    expect(await refused(await signed(good, 'HS256', new TextEncoder().encode('another secret that is long enough, too')))).toMatch(/not valid/);
    expect(await refused(await signed(good, 'HS512', new TextEncoder().encode(settings.secret!.repeat(2))))).toMatch(/not valid/);
    const [head, body] = (await signed(good)).split('.');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const token of [`${unsigned}.${body}.`, `${head}.${body}.`, `${head}.${body}`, 'x', '', '..', `${head}.${Buffer.from('{"sub":"x"}').toString('base64url')}.${'A'.repeat(43)}`]) {
      expect(await refused(token), token).toMatch(/not valid/);
    }
  });

  test('must come from the issuer and be for the audience, where these are set', async () => {
    const strict = { ...settings, issuer: 'https://id.example', audience: 'docket' };
    expect(await createAuthenticator(strict)(await signToken(strict, request))).toMatchObject({ subject: 'clerk-7' });
    for (const claims of [{}, { iss: strict.issuer }, { aud: strict.audience }, { iss: 'https://other.example', aud: strict.audience }, { iss: strict.issuer, aud: 'other' }]) {
      expect(await refused(await signed({ ...good, ...claims }), strict)).toMatch(/not valid/);
    }
  });

  test('names its role in the claim that is set', async () => {
    const renamed = { ...settings, roleClaim: 'https://docket.example/role' };
    expect(await createAuthenticator(renamed)(await signToken(renamed, request))).toMatchObject({ role: 'STAFF' });
    expect(await refused(await signToken(settings, request), renamed)).toMatch(/role/);
  });

  test('that was believed once is not believed beyond its end', async () => {
    let now = Date.now();
    const authenticate = createAuthenticator(settings, () => now);
    const token = await signToken(settings, { ...request, lifetimeSeconds: 1 });
    await authenticate(token);
    now += 2000;
    await expect.poll(() => authenticate(token).then(() => 'believed', (error: Error) => error.message), { timeout: 5000 }).toMatch(/expired/);
  });
});

describe('a provider’s key set', () => {
  async function provider(keys: () => object | null): Promise<TokenSettings> {
    const server = createServer((_request, response) => {
      const answer = keys();
      response.statusCode = answer ? 200 : 500;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return { jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, roleClaim: 'role' };
  }

  test('proves tokens of its own keys only, and never one signed with the key’s text as a secret', async () => {
    const own = await generateKeyPair('RS256', { extractable: true });
    const foreign = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256' };
    const given = await provider(() => ({ keys: [jwk] }));
    expect(await createAuthenticator(given)(await signed(good, 'RS256', own.privateKey))).toMatchObject({ subject: 'clerk-7' });
    expect(await refused(await signed(good, 'RS256', foreign.privateKey), given)).toMatch(/not valid/);
    expect(await refused(await signed(good, 'HS256', new TextEncoder().encode(JSON.stringify(jwk))), given)).toMatch(/not valid/);
  });

  test('that cannot be read is a fault of the server, not of the caller, and tells them nothing', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await signed(good, 'RS256', privateKey);
    for (const given of [{ jwksUrl: 'http://127.0.0.1:9/keys', roleClaim: 'role' }, await provider(() => ({ keys: 'none' })), await provider(() => null)]) {
      const error = await createAuthenticator(given)(token).then(() => null, (thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(RequestError);
    }
  });

  test('leaves signing to the provider', async () => {
    expect(() => signToken({ jwksUrl: 'https://id.example/keys', roleClaim: 'role' }, request)).toThrow(/JWT_SECRET/);
  });
});
