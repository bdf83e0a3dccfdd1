/** Decides what each stock code is called and costs, from all the lines it was sold on. */
import type { Thousandths } from './exact-money.rules.ts';
import type { RetailRow } from './retail-row.ts';

export interface Article {
  readonly code: string;
  readonly name: string;
  readonly listPrice: Thousandths;
}

/** Prices and names under which a stock code was seen, and how often. */
export interface Sightings {
  readonly prices: Map<Thousandths, number>;
  readonly names: Map<string, number>;
}

const countUp = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

export function noteSighting(sightings: Map<string, Sightings>, { stockCode, unitPrice, description }: RetailRow): void {
  const seen = sightings.get(stockCode) ?? { prices: new Map(), names: new Map() };
  sightings.set(stockCode, seen);
  countUp(seen.prices, unitPrice);
  if (description !== '') countUp(seen.names, description);
}

/** The key with the highest count; `better` decides between equals. */
function mostFrequent<K>(counts: ReadonlyMap<K, number>, better: (a: K, b: K) => boolean): K | null {
  let best: readonly [key: K, count: number] | null = null;
  for (const [key, count] of counts) {
    if (!best || count > best[1] || (count === best[1] && better(key, best[0]))) best = [key, count];
  }
  return best && best[0];
}

const longestName = 300;

/** The price most lines were sold at, the higher of equals, so that few lines need a price of their own; gifts do not make an article free. */
export function articleOf(code: string, { prices, names }: Sightings): Article {
  const charged = new Map([...prices].filter(([price]) => price > 0n));
  const listPrice = mostFrequent(charged, (a, b) => a > b) ?? 0n;
  const name = mostFrequent(names, (a, b) => a < b) ?? `Article ${code}`;
  return { code, name: [...name].slice(0, longestName).join(''), listPrice };
}
