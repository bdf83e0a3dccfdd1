/** Decides whether the lines of an order of the past can be taken over as they are told, and the rows they become. Prices are history: taken as recorded. */
import type { Attribute } from '../../catalog/catalog.tables.ts';
import { attributeRefusals } from '../../catalog/product-input.rules.ts';
import { decimalsOf, parseDecimal } from '../../platform/money.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import type { Instant } from '../../platform/time.ts';
import type { NewItem } from '../placing/new-order.rules.ts';
import type { SoldCopy } from '../placing/order-pricing.ts';

type Maybe<T> = T | null | undefined;

export interface ImportedLine {
  readonly sku: string;
  readonly productCode?: Maybe<string>;
  readonly name: string;
  readonly specification?: Maybe<string>;
  readonly barcode?: Maybe<string>;
  readonly cover?: Maybe<string>;
  readonly weightGrams?: Maybe<number>;
  readonly volumeMillilitres?: Maybe<number>;
  readonly brandCode?: Maybe<string>;
  readonly options?: Maybe<readonly Attribute[]>;
  readonly attributes?: Maybe<readonly Attribute[]>;
  readonly shelfLocation?: Maybe<string>;
  readonly quantity: number;
  readonly listPrice?: Maybe<string>;
  readonly salePrice: string;
  readonly saleTotal?: Maybe<string>;
  readonly unitCost?: Maybe<string>;
  readonly priceReason?: Maybe<string>;
  readonly parentSeq?: Maybe<number>;
  readonly commentId?: Maybe<string>;
}

interface ImportedLines {
  readonly currency: string;
  readonly lines: readonly ImportedLine[];
}

/** In minor units. */
const maximalAmount = 1_000_000_000_000;
const bad = (message: string, ...path: string[]): Refusal => refusal('INVALID_INPUT', message, path);

export const amountRefusals = (currency: string, amounts: readonly (readonly [field: string, text: Maybe<string>])[], parent: readonly string[] = []): Refusal[] => amounts.flatMap(([field, text]) => {
  const amount = text == null ? 0 : parseDecimal(text, currency);
  return amount !== null && amount >= 0 && amount <= maximalAmount ? [] : [bad(`"${text}" is no amount in ${currency} (${decimalsOf(currency)} decimals, not negative).`, ...parent, field)];
});

interface LineMoney {
  readonly listPrice: number;
  readonly salePrice: number;
  readonly listTotal: number;
  readonly saleTotal: number;
}

/** Of a line whose amounts are amounts. */
function moneyOf({ quantity, listPrice, salePrice, saleTotal }: ImportedLine, currency: string): LineMoney {
  const sale = parseDecimal(salePrice, currency)!;
  const list = listPrice == null ? sale : parseDecimal(listPrice, currency)!;
  return { listPrice: list, salePrice: sale, listTotal: list * quantity, saleTotal: saleTotal == null ? sale * quantity : parseDecimal(saleTotal, currency)! };
}

const halfUp = (amount: number, parts: number): number => Math.floor((2 * amount + parts) / (2 * parts));

function oneLine(line: ImportedLine, { currency, lines }: ImportedLines, path: readonly string[]): Refusal[] {
  const amounts = amountRefusals(currency, [['listPrice', line.listPrice], ['salePrice', line.salePrice], ['saleTotal', line.saleTotal], ['unitCost', line.unitCost]], path);
  const countable = line.quantity >= 1 && line.quantity <= 1_000_000;
  const { salePrice, saleTotal, listTotal } = amounts.length === 0 && countable ? moneyOf(line, currency) : { salePrice: 0, saleTotal: 0, listTotal: 0 };
  const bundle = line.parentSeq == null ? null : lines[line.parentSeq - 1];
  return [
    ...textRefusals([['sku', line.sku, 64, true], ['productCode', line.productCode, 64, true], ['name', line.name, 300, true], ['specification', line.specification, 200, false], ['barcode', line.barcode, 64, false],
      ['cover', line.cover, 2000, true], ['brandCode', line.brandCode, 64, true], ['shelfLocation', line.shelfLocation, 64, true], ['priceReason', line.priceReason, 200, true], ['commentId', line.commentId, 64, true]], path),
    ...attributeRefusals(line.options, [...path, 'options']), ...attributeRefusals(line.attributes, [...path, 'attributes']),
    ...((line.weightGrams ?? 0) < 0 ? [bad('A weight is not below zero.', ...path, 'weightGrams')] : []),
    ...((line.volumeMillilitres ?? 0) < 0 ? [bad('A volume is not below zero.', ...path, 'volumeMillilitres')] : []),
    ...(countable ? [] : [bad('A quantity is a whole number from 1 to 1,000,000.', ...path, 'quantity')]),
    ...(bundle === null || (bundle && lines.indexOf(line) >= line.parentSeq! && bundle.parentSeq == null) ? [] : [bad('parentSeq names a line before this one (the first is 1) that is no part itself.', ...path, 'parentSeq')]),
    ...amounts,
    ...(Math.max(listTotal, saleTotal) > maximalAmount ? [bad('The line comes to more than an order can hold; check quantity and price.', ...path)] : []),
    ...(countable && amounts.length === 0 && halfUp(saleTotal, line.quantity) !== salePrice ? [bad('saleTotal does not come to salePrice a piece, rounded half up; check both, or leave saleTotal out.', ...path, 'saleTotal')] : []),
  ];
}

/** Beyond the most that an order can hold sums would not be exact any more, and every list that shows the order would fail. */
export function lineRefusals(order: ImportedLines): Refusal[] {
  const { lines, currency } = order;
  if (lines.length === 0 || lines.length > 200) return [bad(`An imported order has 1 to 200 lines; this one has ${lines.length}.`, 'lines')];
  const each = lines.flatMap((line, index) => oneLine(line, order, ['lines', String(index)]));
  if (each.length > 0) return each;
  const sizes = lines.map((line) => moneyOf(line, currency)).map(({ listTotal, saleTotal }) => Math.max(listTotal, saleTotal));
  return sizes.reduce((sum, size) => sum + size, 0) > maximalAmount ? [bad('The lines come to more than an order can hold; check quantities and prices.', 'lines')] : [];
}

/** What lines without fault came to. */
export const saleTotalOf = ({ lines, currency }: ImportedLines): number => lines.reduce((sum, line) => sum + moneyOf(line, currency).saleTotal, 0);

/** Ids of what the catalogue does, or did, know under these codes. */
export interface KnownSku {
  readonly skuId: string;
  readonly productId: string;
  readonly productCode: string;
}

function soldOf({ options, attributes, brandCode, volumeMillilitres, shelfLocation, unitCost }: ImportedLine, currency: string): SoldCopy {
  const pairs = (given: Maybe<readonly Attribute[]>): Attribute[] => (given ?? []).map(({ name, value }) => ({ name, value }));
  return {
    options: pairs(options), attributes: pairs(attributes), brandCode: brandCode ?? null, volumeMillilitres: volumeMillilitres ?? null, shelfLocation: shelfLocation ?? null,
    unitCost: unitCost == null ? null : parseDecimal(unitCost, currency)!, offerChoice: 'AUTO', offerCode: null, priceSetBy: null,
  };
}

export const importedItems = ({ lines, currency }: ImportedLines, endedAt: Instant, skuOf: (line: ImportedLine) => KnownSku): NewItem[] => lines.map((line, index): NewItem => {
  const money = moneyOf(line, currency);
  return {
    seq: index + 1, parentSeq: line.parentSeq ?? null, ...skuOf(line), skuCode: line.sku, name: line.name, specification: line.specification ?? null, barcode: line.barcode ?? null, cover: line.cover ?? null,
    weightGrams: line.weightGrams ?? null, quantity: line.quantity, currency, ...money, discountTotal: money.listTotal - money.saleTotal, priceReason: line.priceReason ?? null, pointsUsed: 0, pointsShare: 0, freightShare: 0,
    pricing: null, sold: soldOf(line, currency), status: 'CREATED', returningQuantity: 0, returnedQuantity: 0, commentId: line.commentId ?? null, reviewedAt: line.commentId == null ? null : endedAt,
  };
});
