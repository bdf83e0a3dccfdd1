import { sellableSkus } from '../catalog/catalog.queries.ts';
import type { Context } from '../context.ts';
import { badInput } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { Money } from '../platform/money.types.ts';
import type { FreightQuoteInput, RegionInput } from './freight-inputs.types.ts';
import { freightTemplatesOf } from './freight.queries.ts';
import { freightOf, type FreightLine, type Region } from './freight.rules.ts';
import { FreightCharge, FreightQuote } from './freight.types.ts';

const maximalLines = 200;
const maximalQuantity = 1_000_000;
const longestName = 200;
/** In minor units; far above any freight, and low enough to be exact. */
const maximalTotal = 1_000_000_000_000;

/** The part of an address that freight looks at. */
export const regionOf = ({ country, province, city }: RegionInput): Region => ({ country: country ?? null, province: province ?? null, city: city ?? null });

function check({ lines, destination }: FreightQuoteInput): void {
  if (lines.length === 0 || lines.length > maximalLines) throw badInput(`Ask for 1 to ${maximalLines} lines; you sent ${lines.length}.`);
  const wrong = lines.find(({ quantity }) => quantity < 1 || quantity > maximalQuantity);
  if (wrong) throw badInput(`A quantity is a whole number from 1 to ${maximalQuantity}; you sent ${wrong.quantity}.`);
  if (Object.values(destination).some((name) => typeof name === 'string' && name.length > longestName)) throw badInput(`The parts of a destination have at most ${longestName} characters.`);
}

/** What sending goods costs, thresholds judged by the catalogue's prices: a quote knows offers as well. Two statements. */
export async function quoteFreight(context: Context, input: FreightQuoteInput): Promise<FreightQuote> {
  check(input);
  const { db, clock, orderSettings } = context;
  const currency = input.currency ?? orderSettings.defaultCurrency;
  const deliveryType = input.deliveryType ?? 'EXPRESS';
  const codes = input.lines.map(({ sku }) => sku);
  const terms = { at: clock(), quantities: input.lines.map(({ quantity }) => quantity), deliveryType, storeId: input.storeId == null ? null : fromGlobalId('store', input.storeId) };
  const [found, templates] = await Promise.all([sellableSkus(db, codes, currency, terms), freightTemplatesOf(db, codes, deliveryType)]);
  const sellable = found.filter(({ withdrawn, salePrice }) => !withdrawn && salePrice !== null);
  const lines = sellable.map(({ place, quantity, weightGrams, freightTemplateId, salePrice }): FreightLine => ({ seq: place + 1, quantity, weightGrams, freightTemplateId, saleTotal: salePrice! * quantity }));
  const destination = regionOf(input.destination);
  const { total, charges, undeliverable } = freightOf(templates, destination, lines, currency);
  if (total > maximalTotal) throw badInput('Sending so much comes to more than an amount can hold; ask for less.');
  const unavailableSkus = [...new Set(codes.filter((_, index) => !sellable.some(({ place }) => place === index)))];
  const deliverable = undeliverable.length === 0 && unavailableSkus.length === 0;
  return { destination, deliverable, total: deliverable ? new Money(total, currency) : null, charges: charges.map((charge) => new FreightCharge(charge, currency)), unavailableSkus };
}
