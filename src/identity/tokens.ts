import { createRemoteJWKSet, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { personIdOf } from '../platform/ids.ts';
import { RequestError } from '../platform/errors.ts';
import { deviceName } from './device.ts';
import { roles, type Caller, type Role } from './caller.ts';

export interface TokenSettings {
  /** Shared secret (HS256): development, and tokens of our own. */
  readonly secret?: string | undefined;
  /** The key set of an OpenID provider: production. */
  readonly jwksUrl?: string | undefined;
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  /** The claim that holds the role. */
  readonly roleClaim: string;
}

/** Turns a bearer token into the caller it proves; throws UNAUTHENTICATED for one that proves nothing, anything else when that cannot be told now. */
export type Authenticate = (token: string) => Promise<Caller>;

const unauthenticated = (message: string) => new RequestError('UNAUTHENTICATED', message);

function callerOf(payload: JWTPayload, roleClaim: string): Caller {
  const claimed = String(payload[roleClaim] ?? '').toUpperCase();
  if (!payload.sub) throw unauthenticated('The token names no subject (sub).');
  if (!payload.exp) throw unauthenticated('The token never expires; only tokens with an expiry (exp) are accepted.');
  if (!(claimed in roles)) throw unauthenticated(`The token's claim "${roleClaim}" names no role; known are ${Object.keys(roles).join(', ')}.`);
  const device = deviceName(payload['device']);
  return {
    ...(device && { device }),
    role: claimed as Role,
    subject: payload.sub,
    personId: personIdOf(payload.sub),
    name: typeof payload['name'] === 'string' ? payload['name'] : null,
    expiresAt: payload.exp,
  };
}

/** The provider's keys could not be had: no fault of the token, which may be good. */
const lacksKeys = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');

function explain(error: unknown): Error {
  if (error instanceof RequestError || lacksKeys(error)) return error as Error;
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired; sign in again.');
  if (error instanceof errors.JOSEError) return unauthenticated('The token is not valid here.');
  return error as Error;
}

export function createAuthenticator(settings: TokenSettings, now: () => number = Date.now): Authenticate {
  const { secret, jwksUrl, issuer, audience, roleClaim } = settings;
  const options = { ...(issuer && { issuer }), ...(audience && { audience }) };
  const keySet = jwksUrl ? createRemoteJWKSet(new URL(jwksUrl)) : null;
  const sharedKey = secret ? new TextEncoder().encode(secret) : null;
  const verify = async (token: string) =>
    keySet
      ? jwtVerify(token, keySet, { ...options, algorithms: ['RS256', 'ES256', 'PS256', 'EdDSA'] })
      : jwtVerify(token, sharedKey!, { ...options, algorithms: ['HS256'] });
  // A signature costs more than the rest of a small request: what was proven stays proven until it expires.
  const proven = new LRUCache<string, Caller>({ max: 10_000, ttl: 60_000 });
  return async (token) => {
    const known = proven.get(token);
    if (known && known.expiresAt * 1000 > now()) return known;
    try {
      const caller = callerOf((await verify(token)).payload, roleClaim);
      proven.set(token, caller);
      return caller;
    } catch (error) {
      throw explain(error);
    }
  };
}

export interface TokenRequest {
  readonly role: Role;
  readonly subject: string;
  readonly name?: string | undefined;
  readonly lifetimeSeconds: number;
}

/** Signs a token with the shared secret, for development and for systems that trust this server alone. */
export function signToken(settings: TokenSettings, { role, subject, name, lifetimeSeconds }: TokenRequest): Promise<string> {
  if (!settings.secret) throw new Error('Only a server with JWT_SECRET can sign tokens; ask the OpenID provider for one.');
  const token = new SignJWT({ [settings.roleClaim]: role, ...(name && { name }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds);
  if (settings.issuer) token.setIssuer(settings.issuer);
  if (settings.audience) token.setAudience(settings.audience);
  return token.sign(new TextEncoder().encode(settings.secret));
}
