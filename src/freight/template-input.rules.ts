/** Decides whether a freight template as sent can be saved, and the rules it becomes. */
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { FreightRule, FreightUnit, Region } from './freight.rules.ts';

/** Deliveries that are sent; what is picked up costs no freight. */
export const freightDeliveries = {
  EXPRESS: 'Sent by courier.',
  FLASH: 'Brought by the store within hours.',
} as const satisfies Record<string, string>;

export type FreightDelivery = keyof typeof freightDeliveries;

export interface RuleDraft {
  readonly regions: readonly string[];
  readonly served?: boolean | null | undefined;
  readonly firstUnits?: number | null | undefined;
  readonly firstFee?: string | null | undefined;
  readonly additionalUnits?: number | null | undefined;
  readonly additionalFee?: string | null | undefined;
  readonly freeFromAmount?: string | null | undefined;
  readonly freeFromPieces?: number | null | undefined;
}

export interface TemplateDraft {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly unit: FreightUnit;
  readonly deliveryTypes?: readonly FreightDelivery[] | null | undefined;
  readonly origin?: Partial<Region> | null | undefined;
  readonly rules: readonly RuleDraft[];
}

const maximalRules = 200;
const maximalRegions = 200;
const maximalUnits = 10_000_000;
/** In minor units. */
const maximalFee = 100_000_000;
const maximalThreshold = 1_000_000_000_000;

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

export function templateRefusals(draft: TemplateDraft): Refusal[] {
  const { rules, origin, deliveryTypes } = draft;
  const everywhere = rules.findIndex(({ regions }) => regions.length === 0);
  return [
    ...textRefusals([['code', draft.code, 40, true], ['name', draft.name, 120, true]]),
    ...textRefusals([['country', origin?.country, 200, false], ['province', origin?.province, 200, false], ['city', origin?.city, 200, false]], ['origin']),
    ...(deliveryTypes?.length === 0 ? [bad('A template charges for one kind of delivery at least.', ['deliveryTypes'])] : []),
    ...(rules.length === 0 || rules.length > maximalRules ? [bad(`A template has 1 to ${maximalRules} rules; you sent ${rules.length}.`, ['rules'])] : []),
    ...(everywhere >= 0 && everywhere < rules.length - 1 ? [bad('A rule for everywhere stands last: no rule after it would ever count.', ['rules', String(everywhere), 'regions'])] : []),
    ...rules.flatMap((rule, index) => ruleRefusals(rule, draft.currency, ['rules', String(index)])),
  ];
}

function ruleRefusals(rule: RuleDraft, currency: string, path: readonly string[]): Refusal[] {
  const { regions, served, firstUnits, firstFee, additionalUnits, additionalFee, freeFromAmount, freeFromPieces } = rule;
  const units = [['firstUnits', firstUnits], ['additionalUnits', additionalUnits], ['freeFromPieces', freeFromPieces]] as const;
  const amounts = [['firstFee', firstFee, maximalFee], ['additionalFee', additionalFee, maximalFee], ['freeFromAmount', freeFromAmount, maximalThreshold]] as const;
  return [
    ...(regions.length > maximalRegions ? [bad(`A rule names at most ${maximalRegions} regions; make two of it.`, [...path, 'regions'])] : []),
    ...regions.flatMap((region, index) => regionRefusals(region, [...path, 'regions', String(index)])),
    ...units.filter(([, value]) => value != null && (value < 1 || value > maximalUnits)).map(([field]) => bad(`${field} is a whole number from 1 to ${maximalUnits}.`, [...path, field])),
    ...amounts.filter(([, value, maximum]) => value != null && !isAmount(value, currency, maximum)).map(([field, value]) => bad(`"${value}" is no such amount in ${currency}.`, [...path, field])),
    ...(served !== false && firstFee == null ? [bad('A rule says what the first units cost, or that it does not serve (served: false).', [...path, 'firstFee'])] : []),
  ];
}

function isAmount(text: string, currency: string, maximum: number): boolean {
  const minor = parseDecimal(text, currency);
  return minor !== null && minor >= 0 && minor <= maximum;
}

function regionRefusals(region: string, path: readonly string[]): Refusal[] {
  const parts = region.split('/');
  if (parts.length > 3 || parts.some((part) => part.trim() === '')) return [bad(`"${region.slice(0, 60)}" is no region; write a name, or a path such as "Guangdong/Guangzhou".`, path)];
  return textRefusals([[path.at(-1)!, region, 200, true]], path.slice(0, -1));
}

/** The rules as they are kept. The draft must have no refusals. */
export const rulesOf = ({ currency, rules }: TemplateDraft): FreightRule[] => rules.map((rule): FreightRule => {
  const minor = (text: string | null | undefined): number | null => (text == null ? null : parseDecimal(text, currency));
  return {
    regions: rule.regions, served: rule.served ?? true, firstUnits: rule.firstUnits ?? 1, firstFee: minor(rule.firstFee) ?? 0,
    additionalUnits: rule.additionalUnits ?? 1, additionalFee: minor(rule.additionalFee) ?? 0, freeFromAmount: minor(rule.freeFromAmount), freeFromPieces: rule.freeFromPieces ?? null,
  };
});
