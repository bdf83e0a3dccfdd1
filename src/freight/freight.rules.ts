/** Decides what it costs to send goods somewhere: by region, by pieces or weight, free from an amount or a number of pieces. */
import { shareOut } from '../platform/shares.rules.ts';

/** Where goods go, from coarse to fine, as an address writes it. */
export interface Region {
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
}

export type FreightUnit = 'PIECES' | 'WEIGHT';

/** One price list of a template. The first rule whose regions hold the destination counts. */
export interface FreightRule {
  /** Names of countries, provinces and cities, or paths of them ("Jilin/Jilin"); empty is everywhere. */
  readonly regions: readonly string[];
  /** False: nothing is sent there, and the fees mean nothing. */
  readonly served?: boolean;
  /** Pieces, or grams. */
  readonly firstUnits: number;
  /** Minor units of the template's currency. */
  readonly firstFee: number;
  /** At least 1. */
  readonly additionalUnits: number;
  readonly additionalFee: number;
  /** Either threshold suffices. */
  readonly freeFromAmount: number | null;
  readonly freeFromPieces: number | null;
}

export interface FreightTemplate {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly unit: FreightUnit;
  readonly deliveryTypes: readonly string[];
  /** Where it is sent from; a destination that names no country lies in this one. */
  readonly origin?: Region | null;
  readonly rules: readonly FreightRule[];
}

/** What freight needs to know of a line; `saleTotal` is after every discount, before points. */
export interface FreightLine {
  readonly seq: number;
  readonly quantity: number;
  /** Of one piece. */
  readonly weightGrams: number | null;
  /** Null: the line is sent without a charge. */
  readonly freightTemplateId: string | null;
  readonly saleTotal: number;
}

export const undeliverableReasons = {
  REGION_NOT_SERVED: 'No rule of the template reaches the region, or the one that does refuses it.',
  OTHER_CURRENCY: 'The template charges in another currency.',
  WEIGHT_UNKNOWN: 'The template goes by weight, and that of some goods is not known.',
  TEMPLATE_UNKNOWN: 'The template that should charge for the goods is not there.',
} as const satisfies Record<string, string>;

/** Why lines cannot be sent. */
export type UndeliverableReason = keyof typeof undeliverableReasons;

/** What one template charges for its lines. */
export interface FreightCharge {
  readonly templateId: string;
  readonly templateCode: string;
  readonly name: string;
  readonly seqs: readonly number[];
  /** Pieces or grams of its lines; 0 where they cannot be sent. */
  readonly units: number;
  readonly fee: number;
  /** What the fee would be without thresholds. */
  readonly fullFee: number;
  /** Whether a threshold made it free. */
  readonly free: boolean;
  /** What is missing until it is free; null where nothing makes it so, or it is. */
  readonly missingAmount: number | null;
  readonly missingPieces: number | null;
  /** False where the lines cannot be sent: the order cannot be placed like this. */
  readonly deliverable: boolean;
  readonly reason: UndeliverableReason | null;
}

export interface FreightShare {
  readonly seq: number;
  readonly amount: number;
}

export interface Freight {
  readonly total: number;
  readonly charges: readonly FreightCharge[];
  /** Lines that cannot be sent to this region; where there are any, nothing is charged. */
  readonly undeliverable: readonly number[];
  /** Each line's part of the fees, by `seq`; they sum to the total. */
  readonly shares: readonly FreightShare[];
}

/** Names are compared without regard to case, width and surrounding space. */
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

const namesOf = ({ country, province, city }: Region): string[] => [country, province, city].map((name) => plain(name ?? ''));

/** Whether the path names levels of the place that follow each other: "Jilin" its province or city, "Jilin/Jilin" both. */
function holds(path: string, place: readonly string[]): boolean {
  const wanted = path.split('/').map(plain);
  return wanted.every((name) => name !== '') && place.some((_, start) => wanted.every((name, index) => name === place[start + index]));
}

/** The rule that counts for a destination; null where none reaches it, or the one that does refuses it. */
export function ruleFor({ rules, origin }: FreightTemplate, region: Region): FreightRule | null {
  const place = namesOf(region.country?.trim() ? region : { ...region, country: origin?.country ?? null });
  const rule = rules.find(({ regions }) => regions.length === 0 || regions.some((path) => holds(path, place)));
  return rule && rule.served !== false ? rule : null;
}

/** First units at one fee, every begun block of further ones at another. */
export function feeFor({ firstUnits, firstFee, additionalUnits, additionalFee }: FreightRule, units: number): number {
  return firstFee + Math.ceil(Math.max(0, units - firstUnits) / additionalUnits) * additionalFee;
}

const sumOf = (lines: readonly FreightLine[], of: (line: FreightLine) => number): number => lines.reduce((sum, line) => sum + of(line), 0);

const refused = (id: string, template: FreightTemplate | undefined, lines: readonly FreightLine[], reason: UndeliverableReason): FreightCharge => ({
  templateId: id, templateCode: template?.code ?? '', name: template?.name ?? '', seqs: lines.map(({ seq }) => seq), units: 0, fee: 0, fullFee: 0,
  free: false, missingAmount: null, missingPieces: null, deliverable: false, reason,
});

function charged(template: FreightTemplate, rule: FreightRule, lines: readonly FreightLine[]): FreightCharge {
  const pieces = sumOf(lines, ({ quantity }) => quantity);
  const amount = sumOf(lines, ({ saleTotal }) => saleTotal);
  const units = template.unit === 'PIECES' ? pieces : sumOf(lines, ({ quantity, weightGrams }) => quantity * weightGrams!);
  const fullFee = feeFor(rule, units);
  const { freeFromAmount, freeFromPieces } = rule;
  const free = (freeFromAmount !== null && amount >= freeFromAmount) || (freeFromPieces !== null && pieces >= freeFromPieces);
  return {
    templateId: template.id, templateCode: template.code, name: template.name, seqs: lines.map(({ seq }) => seq), units, fee: free ? 0 : fullFee, fullFee, free,
    missingAmount: free || freeFromAmount === null ? null : freeFromAmount - amount,
    missingPieces: free || freeFromPieces === null ? null : freeFromPieces - pieces,
    deliverable: true, reason: null,
  };
}

function chargeOf(id: string, template: FreightTemplate | undefined, region: Region, lines: readonly FreightLine[], currency: string): FreightCharge {
  if (!template) return refused(id, template, lines, 'TEMPLATE_UNKNOWN');
  if (template.currency !== currency) return refused(id, template, lines, 'OTHER_CURRENCY');
  const rule = ruleFor(template, region);
  if (!rule) return refused(id, template, lines, 'REGION_NOT_SERVED');
  if (template.unit === 'WEIGHT' && lines.some(({ weightGrams }) => weightGrams === null)) return refused(id, template, lines, 'WEIGHT_UNKNOWN');
  return charged(template, rule, lines);
}

/** Each line's part of its template's fee: by grams where those count and there are any, else by pieces. */
function sharesOf({ fee, units }: FreightCharge, unit: FreightUnit, lines: readonly FreightLine[]): FreightShare[] {
  const weights = lines.map(({ quantity, weightGrams }) => (unit === 'WEIGHT' && units > 0 ? quantity * weightGrams! : quantity));
  return shareOut(fee, weights).map((amount, index) => ({ seq: lines[index]!.seq, amount }));
}

/** What sending the lines costs. The lines of one template are one parcel, whichever order they stand in; parcels add up. */
export function freightOf(templates: readonly FreightTemplate[], region: Region, lines: readonly FreightLine[], currency: string): Freight {
  const ids = [...new Set(lines.flatMap(({ freightTemplateId }) => freightTemplateId ?? []))].toSorted();
  const byId = new Map(templates.map((template) => [template.id, template]));
  const parcels = ids.map((id) => {
    const parcel = lines.filter(({ freightTemplateId }) => freightTemplateId === id).toSorted((a, b) => a.seq - b.seq);
    return { parcel, template: byId.get(id), charge: chargeOf(id, byId.get(id), region, parcel, currency) };
  });
  const charges = parcels.map(({ charge }) => charge);
  const undeliverable = charges.filter(({ deliverable }) => !deliverable).flatMap(({ seqs }) => seqs).toSorted((a, b) => a - b);
  if (undeliverable.length > 0) return { total: 0, charges, undeliverable, shares: [] };
  const shares = parcels.flatMap(({ parcel, template, charge }) => sharesOf(charge, template!.unit, parcel)).toSorted((a, b) => a.seq - b.seq);
  return { total: charges.reduce((sum, { fee }) => sum + fee, 0), charges, undeliverable, shares };
}
