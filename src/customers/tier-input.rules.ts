/** Decides whether a tier as sent can be saved, and the row it becomes. */
import { parseDecimal } from '../platform/money.ts';
import { parsePercent } from '../platform/percent.rules.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { CustomerTierRow, TierCurrency } from './tier.tables.ts';

export interface TierDraft {
  readonly code: string;
  readonly name: string;
  readonly discountPercent?: string | null | undefined;
  readonly birthdayDiscountPercent?: string | null | undefined;
  readonly canRedeemPoints?: boolean | null | undefined;
  readonly minimumPoints?: number | null | undefined;
  readonly maximumPointsPercent?: string | null | undefined;
  readonly pointsPerUnit?: number | null | undefined;
  readonly earnPercent?: string | null | undefined;
  readonly currencies?: readonly TierCurrencyDraft[] | null | undefined;
}

export interface TierCurrencyDraft {
  readonly currency: string;
  readonly pointsPerUnit?: number | null | undefined;
  readonly birthdayMaximum?: string | null | undefined;
}

export type TierTerms = Omit<CustomerTierRow, 'id' | 'defaultSince' | 'createdAt' | 'updatedAt'>;

const maximalPoints = 2_000_000_000;
const maximalPointsPerUnit = 1_000_000;

const bad = (message: string, ...path: string[]): Refusal => refusal('INVALID_INPUT', message, path);

const outside = (value: number, minimum: number, maximum: number): boolean => value < minimum || value > maximum;

function currencyOf({ currency, pointsPerUnit, birthdayMaximum }: TierCurrencyDraft, index: number): TierCurrency | Refusal {
  const path = ['currencies', String(index)];
  const maximum = birthdayMaximum == null ? null : parseDecimal(birthdayMaximum, currency);
  if (birthdayMaximum != null && (maximum === null || maximum < 0)) return bad(`"${birthdayMaximum}" is no amount in ${currency}.`, ...path, 'birthdayMaximum');
  if (pointsPerUnit != null && outside(pointsPerUnit, 1, maximalPointsPerUnit)) return bad(`One unit of ${currency} is worth 1 to ${maximalPointsPerUnit} points.`, ...path, 'pointsPerUnit');
  return { currency, pointsPerUnit: pointsPerUnit ?? null, birthdayMaximum: maximum };
}

const percentFields = ['discountPercent', 'birthdayDiscountPercent', 'maximumPointsPercent', 'earnPercent'] as const;

function termRefusals(draft: TierDraft): Refusal[] {
  const named = (draft.currencies ?? []).map(({ currency }) => currency);
  return [
    ...textRefusals([['code', draft.code, 40, true], ['name', draft.name, 120, true]]),
    ...percentFields.filter((field) => draft[field] != null && parsePercent(draft[field]) === null)
      .map((field) => bad(`"${draft[field]}" is no percentage from 0 to 100 with at most two decimals.`, field)),
    ...(outside(draft.minimumPoints ?? 0, 0, maximalPoints) ? [bad(`The fewest points are 0 to ${maximalPoints}.`, 'minimumPoints')] : []),
    ...(outside(draft.pointsPerUnit ?? 1, 1, maximalPointsPerUnit) ? [bad(`One unit of money is worth 1 to ${maximalPointsPerUnit} points.`, 'pointsPerUnit')] : []),
    ...(new Set(named).size < named.length ? [bad('A currency stands there twice.', 'currencies')] : []),
  ];
}

/** The terms of a tier, or why they are none. What is left out grants nothing. */
export function tierTermsOf(draft: TierDraft): TierTerms | Refusal[] {
  const read = (draft.currencies ?? []).map(currencyOf);
  const currencies = read.filter((one) => 'currency' in one);
  const refusals = [...termRefusals(draft), ...read.filter((one) => 'code' in one)];
  if (refusals.length > 0) return refusals;
  const bps = (text: string | null | undefined): number => parsePercent(text ?? '0')!;
  return {
    code: draft.code, name: draft.name, discountBps: bps(draft.discountPercent), birthdayDiscountBps: bps(draft.birthdayDiscountPercent),
    canRedeemPoints: draft.canRedeemPoints ?? false, minimumPoints: draft.minimumPoints ?? 0, maximumShareBps: bps(draft.maximumPointsPercent ?? '100'),
    pointsPerUnit: draft.pointsPerUnit ?? 1, earnBps: bps(draft.earnPercent), currencies,
  };
}
