/** Money in whole minor units (cents, fen, yen) of an ISO 4217 currency. Never a fraction, never a float. */
export interface MoneyAmount {
  readonly minor: number;
  readonly currency: string;
}

const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has: 2 for GBP, 0 for JPY. Throws a RangeError for what is no ISO 4217 code. */
export function decimalsOf(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  digitsByCurrency.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => knownCurrencies.has(code);

/** Minor units as the decimal text people write: 1592 GBP is "15.92", 24414 JPY is "24414". */
export function toDecimal(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return String(minor);
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const decimalText = /^(-?)(\d{1,13})(?:\.(\d+))?$/;

/** "15.92" GBP is 1592. Null where the text is no decimal, or has a fraction of a minor unit ("0.001" GBP). */
export function parseDecimal(text: string, currency: string): number | null {
  const match = decimalText.exec(text);
  if (!match) return null;
  const decimals = decimalsOf(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const minor = Number(match[2]! + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] && minor !== 0 ? -minor : minor;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency });
    if (formatters.size >= 500) formatters.clear();
    formatters.set(key, formatter);
  }
  return formatter;
}

/** As people of a locale write it: 361843 USD in "en-US" is "$3,618.43". Throws a RangeError for a malformed locale. */
export const formatMoney = ({ minor, currency }: MoneyAmount, locale: string): string =>
  formatterOf(currency, locale).format(toDecimal(minor, currency) as Intl.StringNumericLiteral);

/** How people of a locale mark the currency: USD is "$" in "en-US" and "US$" in "zh-CN". Throws a RangeError for a malformed locale. */
export const symbolOf = (currency: string, locale: string): string =>
  formatterOf(currency, locale).formatToParts(0).find(({ type }) => type === 'currency')!.value;
