/** Decides whether the terms of an offer or coupon can be saved as sent, and what they become. */
import { parseDecimal } from '../platform/money.ts';
import { parsePercent } from '../platform/percent.rules.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals, type TextBound } from '../platform/text.rules.ts';
import { epochOf, type Instant } from '../platform/time.ts';
import type { OfferEffect, OfferScope } from './offer-model.rules.ts';
import type { TermColumns } from './offer.tables.ts';

export interface EffectDraft {
  readonly kind: OfferEffect['kind'];
  readonly percent?: string | null | undefined;
  readonly amount?: string | null | undefined;
  readonly pieces?: number | null | undefined;
}

export interface TermsDraft {
  readonly description?: string | null | undefined;
  readonly effect: EffectDraft;
  readonly scope?: { readonly [Part in keyof OfferScope]?: OfferScope[Part] | null | undefined } | null | undefined;
  readonly currency?: string | null | undefined;
  readonly minimumPieces?: number | null | undefined;
  readonly minimumAmount?: string | null | undefined;
  readonly maximumDiscount?: string | null | undefined;
  readonly startsAt?: Instant | null | undefined;
  readonly endsAt?: Instant | null | undefined;
  readonly tierCodes?: readonly string[] | null | undefined;
  readonly totalLimit?: number | null | undefined;
  readonly customerLimit?: number | null | undefined;
}

const longestDescription = 1000;
const longestList = 1000;
const mostValues = 200;
const mostAttributes = 10;
const mostPieces = 1_000_000;
const largestGroup = 1000;

export const bad = (message: string, ...path: string[]): Refusal => refusal('INVALID_INPUT', message, path);

/** The terms with everything that was left out, or all that is wrong with them. The stores are the caller's to find. */
export function termsOf(draft: TermsDraft, storeIds: readonly string[]): TermColumns | Refusal[] {
  const amounts = amountsOf(draft);
  const effect = effectOf(draft);
  const refusals = [...(Array.isArray(amounts) ? amounts : []), ...(Array.isArray(effect) ? effect : []), ...scopeRefusals(draft), ...boundRefusals(draft), ...textRefusals([['description', draft.description ?? null, longestDescription, false]])];
  if (refusals.length > 0 || Array.isArray(amounts) || Array.isArray(effect)) return refusals;
  const { scope, tierCodes } = draft;
  return {
    description: draft.description ?? null, effect, ...amounts, currency: draft.currency ?? null,
    scope: {
      skuCodes: distinct(scope?.skuCodes), productCodes: distinct(scope?.productCodes), attributes: (scope?.attributes ?? []).map(({ name, values }) => ({ name, values: distinct(values) })),
      excludedSkuCodes: distinct(scope?.excludedSkuCodes), excludedProductCodes: distinct(scope?.excludedProductCodes),
    },
    minimumPieces: draft.minimumPieces ?? 0, startsAt: draft.startsAt ?? null, endsAt: draft.endsAt ?? null,
    storeIds: distinct(storeIds), tierCodes: distinct(tierCodes), totalLimit: draft.totalLimit ?? null, customerLimit: draft.customerLimit ?? null,
  };
}

const distinct = (values: readonly string[] | null | undefined): string[] => [...new Set(values ?? [])];

/** An amount that was named; null where it is none, or below `least`. */
const amountIn = (text: string, currency: string | null | undefined, least: number): number | null => {
  const amount = currency == null ? null : parseDecimal(text, currency);
  return amount !== null && amount >= least ? amount : null;
};

const noAmount = (text: string, { currency }: TermsDraft, ...path: string[]): Refusal =>
  currency == null ? bad('An amount of money needs a currency.', 'currency') : bad(`"${text}" is no such amount in ${currency}.`, ...path);

function amountsOf(draft: TermsDraft): Pick<TermColumns, 'minimumAmount' | 'maximumDiscount'> | Refusal[] {
  const { minimumAmount, maximumDiscount, currency } = draft;
  const minimum = minimumAmount == null ? 0 : amountIn(minimumAmount, currency, 0);
  const maximum = maximumDiscount == null ? null : amountIn(maximumDiscount, currency, 1);
  const refusals = [
    ...(minimum === null ? [noAmount(minimumAmount!, draft, 'minimumAmount')] : []),
    ...(maximumDiscount != null && maximum === null ? [noAmount(maximumDiscount, draft, 'maximumDiscount')] : []),
  ];
  return refusals.length > 0 || minimum === null ? refusals : { minimumAmount: minimum, maximumDiscount: maximum };
}

const needsAmount = (kind: OfferEffect['kind']): kind is 'AMOUNT_OFF' | 'FIXED_PRICE' => kind === 'AMOUNT_OFF' || kind === 'FIXED_PRICE';
const needsPieces = (kind: OfferEffect['kind']): kind is 'EVERY_N' | 'NTH_PIECE' => kind === 'EVERY_N' || kind === 'NTH_PIECE';

/** Each kind of effect has figures of its own; others are refused rather than forgotten. */
function effectOf(draft: TermsDraft): OfferEffect | Refusal[] {
  const { kind, percent, amount, pieces } = draft.effect;
  const strays = [
    ...(needsAmount(kind) && percent != null ? ['percent'] : []), ...(!needsAmount(kind) && amount != null ? ['amount'] : []), ...(!needsPieces(kind) && pieces != null ? ['pieces'] : []),
  ];
  if (strays.length > 0) return strays.map((field) => bad(`${kind} has no ${field}.`, 'effect', field));
  if (needsAmount(kind)) {
    const minor = amount == null ? null : amountIn(amount, draft.currency, kind === 'AMOUNT_OFF' ? 1 : 0);
    if (minor === null) return [amount == null ? bad(`${kind} needs an amount.`, 'effect', 'amount') : noAmount(amount, draft, 'effect', 'amount')];
    return kind === 'AMOUNT_OFF' ? { kind, amount: minor } : { kind, price: minor };
  }
  const bps = percent == null ? null : parsePercent(percent);
  if (bps === null || bps === 0) return [bad(`${kind} needs a percentage above 0 and up to 100, with at most two decimals.`, 'effect', 'percent')];
  if (!needsPieces(kind)) return { kind, bps };
  if (pieces == null || pieces < 2 || pieces > largestGroup) return [bad(`${kind} needs a number of pieces from 2 to ${largestGroup}.`, 'effect', 'pieces')];
  return { kind, pieces, bps };
}

function scopeRefusals({ scope, tierCodes }: TermsDraft): Refusal[] {
  const lists = [['skuCodes', scope?.skuCodes], ['productCodes', scope?.productCodes], ['excludedSkuCodes', scope?.excludedSkuCodes], ['excludedProductCodes', scope?.excludedProductCodes]] as const;
  return [
    ...lists.flatMap(([field, codes]) => listRefusals(codes, longestList, ['scope', field])),
    ...listRefusals(tierCodes, mostValues, ['tierCodes']),
    ...((scope?.attributes?.length ?? 0) > mostAttributes ? [bad(`At most ${mostAttributes} attributes.`, 'scope', 'attributes')] : []),
    ...(scope?.attributes ?? []).flatMap(({ name, values }, index) => [
      ...textRefusals([['name', name, 64, true]], ['scope', 'attributes', String(index)]),
      ...(values.length === 0 ? [bad('An attribute needs at least one value.', 'scope', 'attributes', String(index), 'values')] : []),
      ...listRefusals(values, mostValues, ['scope', 'attributes', String(index), 'values']),
    ]),
  ];
}

function listRefusals(values: readonly string[] | null | undefined, most: number, path: readonly string[]): Refusal[] {
  if ((values?.length ?? 0) > most) return [bad(`At most ${most} entries; you sent ${values!.length}.`, ...path)];
  return textRefusals((values ?? []).map((value, index): TextBound => [String(index), value, 64, true]), path);
}

function boundRefusals({ minimumPieces, startsAt, endsAt, totalLimit, customerLimit }: TermsDraft): Refusal[] {
  return [
    ...(minimumPieces != null && (minimumPieces < 0 || minimumPieces > mostPieces) ? [bad(`A number of pieces is from 0 to ${mostPieces}.`, 'minimumPieces')] : []),
    ...(startsAt != null && endsAt != null && epochOf(endsAt) <= epochOf(startsAt) ? [bad('It must end after it starts.', 'endsAt')] : []),
    ...(totalLimit != null && totalLimit < 1 ? [bad('A limit is at least 1; leave it out for none.', 'totalLimit')] : []),
    ...(customerLimit != null && customerLimit < 1 ? [bad('A limit is at least 1; leave it out for none.', 'customerLimit')] : []),
  ];
}
