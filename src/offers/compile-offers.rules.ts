/** Turns offers into an index by SKU, product and attribute, once, so that a quote looks only at those that may touch its lines. */
import { epochOf } from '../platform/time.ts';
import type { AttributeMatch, OfferDefinition, OfferScope } from './offer-model.rules.ts';

/** An offer with what is looked up again and again; `rank` is its place in the order of application. */
export interface CompiledOffer extends OfferDefinition {
  readonly rank: number;
  readonly startsEpoch: number;
  readonly endsEpoch: number;
  readonly excludedSkus: ReadonlySet<string>;
  readonly excludedProducts: ReadonlySet<string>;
}

/** Offers of one target, by the ways into their scopes. */
export interface ScopeIndex {
  readonly everything: CompiledOffer[];
  readonly bySku: Map<string, CompiledOffer[]>;
  readonly byProduct: Map<string, CompiledOffer[]>;
  /** By the first of the attributes that an offer asks for: its name, then its values. */
  readonly byAttribute: Map<string, Map<string, CompiledOffer[]>>;
}

/** Made by `compileOffers`; nobody else looks inside. */
export interface CompiledOffers {
  /** In the order of application. */
  readonly offers: readonly CompiledOffer[];
  readonly byCode: ReadonlyMap<string, CompiledOffer>;
  /** Also those of other stores and currencies, of which somebody may name one. */
  readonly everywhere: ReadonlyMap<string, OfferDefinition>;
  readonly line: ScopeIndex;
  readonly cart: ScopeIndex;
}

/** What of a line decides whether it is in a scope. */
export interface ScopedLine {
  readonly skuCode: string;
  readonly productCode: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const inOrder = (a: OfferDefinition, b: OfferDefinition): number => a.priority - b.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const compiled = (definition: OfferDefinition, rank: number): CompiledOffer => ({
  ...definition, rank,
  startsEpoch: definition.startsAt === null ? Number.NEGATIVE_INFINITY : epochOf(definition.startsAt),
  endsEpoch: definition.endsAt === null ? Number.POSITIVE_INFINITY : epochOf(definition.endsAt),
  excludedSkus: new Set(definition.scope.excludedSkuCodes),
  excludedProducts: new Set(definition.scope.excludedProductCodes),
});

export function compileOffers(definitions: readonly OfferDefinition[], everywhere?: ReadonlyMap<string, OfferDefinition>): CompiledOffers {
  const offers = definitions.toSorted(inOrder).map(compiled);
  const byCode = new Map(offers.map((offer) => [offer.code, offer]));
  return {
    offers, byCode, everywhere: everywhere ?? byCode,
    line: indexOf(offers.filter(({ target }) => target === 'LINE')), cart: indexOf(offers.filter(({ target }) => target === 'CART')),
  };
}

function indexOf(offers: readonly CompiledOffer[]): ScopeIndex {
  const index: ScopeIndex = { everything: [], bySku: new Map(), byProduct: new Map(), byAttribute: new Map() };
  for (const offer of offers) enter(index, offer);
  return index;
}

function enter(index: ScopeIndex, offer: CompiledOffer): void {
  const { scope } = offer;
  if (coversEverything(scope)) index.everything.push(offer);
  for (const code of new Set(scope.skuCodes)) append(index.bySku, code, offer);
  for (const code of new Set(scope.productCodes)) append(index.byProduct, code, offer);
  const [first] = scope.attributes;
  if (!first) return;
  const byValue = index.byAttribute.get(first.name) ?? new Map<string, CompiledOffer[]>();
  index.byAttribute.set(first.name, byValue);
  for (const value of new Set(first.values)) append(byValue, value, offer);
}

function append(map: Map<string, CompiledOffer[]>, key: string, offer: CompiledOffer): void {
  const list = map.get(key);
  if (list) list.push(offer);
  else map.set(key, [offer]);
}

const coversEverything = ({ skuCodes, productCodes, attributes }: OfferScope): boolean => skuCodes.length === 0 && productCodes.length === 0 && attributes.length === 0;

const hasAll = (attributes: readonly AttributeMatch[], line: ScopedLine): boolean =>
  attributes.length > 0 && attributes.every(({ name, values }) => values.includes(line.attributes[name] ?? ''));

/** Calls `visit` with every offer of the index whose scope holds the line; an offer that names it twice may come twice. */
export function eachOfferFor(index: ScopeIndex, line: ScopedLine, visit: (offer: CompiledOffer) => void): void {
  const admit = (offers: readonly CompiledOffer[] | undefined): void => {
    for (const offer of offers ?? []) if (!offer.excludedSkus.has(line.skuCode) && !offer.excludedProducts.has(line.productCode)) visit(offer);
  };
  admit(index.everything);
  admit(index.bySku.get(line.skuCode));
  admit(index.byProduct.get(line.productCode));
  if (index.byAttribute.size === 0) return;
  for (const [name, value] of Object.entries(line.attributes)) admit(index.byAttribute.get(name)?.get(value)?.filter(({ scope }) => hasAll(scope.attributes, line)));
}

/** The same question for one scope, without an index. */
export function isInScope(scope: OfferScope, line: ScopedLine): boolean {
  if (scope.excludedSkuCodes.includes(line.skuCode) || scope.excludedProductCodes.includes(line.productCode)) return false;
  return coversEverything(scope) || scope.skuCodes.includes(line.skuCode) || scope.productCodes.includes(line.productCode) || hasAll(scope.attributes, line);
}
