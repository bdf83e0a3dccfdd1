import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCurrency } from './money.ts';
import { isInstant, toInstant, type Instant } from './time.ts';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** Shows the head of what came, so that an error names the mistake without repeating a long input. */
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 40) ?? String(value);

function textScalar(name: string, description: string, parse: (text: string) => string | null, expected: string): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw new GraphQLError(`${name} expects ${expected}, got ${shown(value)}.`, { extensions: { code: 'BAD_USER_INPUT' } });
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

function instantOf(text: string): Instant | null {
  const epoch = rfc3339.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse turns the 30th of February into a day of March; what was meant is not ours to guess.
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(epoch) || Number.isNaN(day) || !toInstant(day).startsWith(text.slice(0, 10))) return null;
  const instant = toInstant(epoch);
  // PostgreSQL knows no year 0, and years of more digits are written otherwise; an offset can lead to both.
  return isInstant(instant) && !instant.startsWith('0000') ? instant : null;
}

export const DateTime = textScalar(
  'DateTime',
  'An instant as RFC 3339 text, always in UTC on the way out: `2026-03-01T09:30:00.000Z`. Other offsets are understood on the way in.',
  instantOf,
  'RFC 3339 text with a time zone, such as "2026-03-01T09:30:00Z"',
);

export const Decimal = textScalar(
  'Decimal',
  'An exact decimal number as text, such as "15.92"; never a float. As an amount of money it has at most as many decimals as its currency (JPY none).',
  (text) => (/^-?\d{1,13}(\.\d{1,4})?$/.test(text) ? text : null),
  'decimal text with at most 13 digits before and 4 after the point, such as "15.92"',
);

export const CurrencyCode = textScalar(
  'CurrencyCode',
  'A currency as its ISO 4217 code, such as GBP, CNY or JPY.',
  (text) => (isCurrency(text) ? text : null),
  'an ISO 4217 code, such as "GBP"',
);

const rateText = /^0*(\d{1,12})(?:\.(\d{1,10}))?$/;

/** Without leading and trailing zeros, so that one rate has one text. */
function rateOf(text: string): string | null {
  const match = rateText.exec(text);
  if (!match) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  const rate = `${match[1]}${fraction === '' ? '' : `.${fraction}`}`;
  return rate === '0' ? null : rate;
}

export const Rate = textScalar(
  'Rate',
  'An exact exchange rate above zero as decimal text, such as "7.1895", with at most 12 digits before and 10 after the point.',
  rateOf,
  'a decimal above zero with at most 12 digits before and 10 after the point, such as "7.1895"',
);
