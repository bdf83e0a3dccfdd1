import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { isCurrency } from './platform/money.ts';

const flag = (fallback: boolean) => z.enum(['true', 'false', '1', '0'], { error: ({ input }) => `must be true or false, not "${String(input)}"` }).transform((text) => text === 'true' || text === '1').default(fallback);
const whole = (fallback: number, minimum: number, maximum: number) => z.string()
  .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum, { error: ({ input }) => `must be a whole number from ${minimum} to ${maximum}, not "${String(input)}"` })
  .transform(Number).default(fallback);

const webAddress = () => z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' }).optional();

const variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(4000, 0, 65_535),
  PUBLIC_URL: webAddress(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://').optional(),
  DATABASE_POOL: whole(10, 2, 200),
  DOCKET_DATA: z.string().min(1).default('.docket'),
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  JWKS_URL: webAddress(),
  JWT_ISSUER: z.string().min(1).optional(),
  JWT_AUDIENCE: z.string().min(1).optional(),
  JWT_ROLE_CLAIM: z.string().min(1).default('role'),
  NODE_ENV: z.enum(['development', 'production', 'test'], { error: ({ input }) => `must be development, production or test, not "${String(input)}"` }).default('development'),
  INTROSPECTION: flag(true),
  GRAPHIQL: flag(true),
  SANDBOX_PAYMENTS: flag(true),
  DEMO_DATA: flag(true),
  DEFAULT_CURRENCY: z.string().refine(isCurrency, 'must be an ISO 4217 code such as GBP').default('CNY'),
  PAY_WITHIN_SECONDS: whole(1800, 1, 30 * 86_400),
  RECEIPT_AFTER_SECONDS: whole(10 * 86_400, 1, 365 * 86_400),
  REMIND_AFTER_SECONDS: whole(86_400, 1, 365 * 86_400),
  RETURN_WITHIN_SECONDS: whole(7 * 86_400, 0, 10 * 365 * 86_400),
  CONFIRM_AUTOMATICALLY: flag(true),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  SOCKETS_PER_CALLER: whole(20, 1, 100_000),
  SUBSCRIPTIONS_PER_SOCKET: whole(50, 1, 10_000),
});

export type Config = z.infer<typeof variables>;

/** A setting is wrong; the message says which ones, and what they must be. */
export class ConfigError extends Error {}

type Given = Readonly<Record<string, string | undefined>>;

function parse(given: Given) {
  const defaults = given['NODE_ENV'] === 'production' ? { INTROSPECTION: 'false', GRAPHIQL: 'false', SANDBOX_PAYMENTS: 'false', DEMO_DATA: 'false' } : {};
  return variables.safeParse({ ...defaults, ...((given['DATABASE_URL'] || given['JWKS_URL']) && { DEMO_DATA: 'false', SANDBOX_PAYMENTS: 'false' }), ...given });
}

/** What is wrong with settings that may each be right: what is missing, and what does not go together. */
function missing({ NODE_ENV, DATABASE_URL, JWKS_URL, JWT_SECRET, JWT_ISSUER, JWT_AUDIENCE }: Given): string[] {
  const production = NODE_ENV === 'production';
  return [
    ...(production && !JWT_SECRET && !JWKS_URL ? ['JWKS_URL (or JWT_SECRET) must be set in production'] : []),
    ...(production && JWKS_URL && !(JWT_ISSUER && JWT_AUDIENCE) ? ['JWT_ISSUER and JWT_AUDIENCE must be set with JWKS_URL in production: else tokens that the provider made for others are good here'] : []),
    ...(JWT_SECRET && JWKS_URL ? ['set JWKS_URL or JWT_SECRET, not both'] : []),
    ...(production && !DATABASE_URL ? ['DATABASE_URL must be set in production'] : []),
  ];
}

/** Reads the settings; every problem at once. */
export function readConfig(env: Given): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = parse(given);
  const problems = [...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`), ...missing(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('; '));
  return parsed.data;
}

/** The version of this package, for `/healthz` and the logs. */
export function packageVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'unknown';
}
