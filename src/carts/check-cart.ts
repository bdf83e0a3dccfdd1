import { sellableSkus } from '../catalog/catalog.queries.ts';
import { productsUnavailable } from '../catalog/products-unavailable.rules.ts';
import { callerOf, type Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { CommandScope } from '../platform/commands.ts';
import { personIdOf } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { findMember } from '../stores/store.queries.ts';
import { benefitsRefusals, type BenefitsDraft } from './benefits.rules.ts';
import type { PriceSetter } from './cart.rules.ts';
import type { CartRow } from './cart.tables.ts';
import type { LineDraft } from './line-draft.rules.ts';
import { unavailableIn, wantedOfDraft } from './sale.rules.ts';

/** What holds for a whole cart, as a client says it. */
export interface CartTerms extends BenefitsDraft {
  readonly customerSubject?: string | null | undefined;
}

export const termsRefusals = (terms: CartTerms, kind: CartRow['kind']): Refusal[] => [
  ...textRefusals([['customerSubject', terms.customerSubject, 255, true]]), ...benefitsRefusals(terms),
  ...(kind === 'TILL' || terms.customerSubject == null ? [] : [refusal('INVALID_INPUT', 'A shopper’s cart is the shopper’s own; only a till names the customer.', ['customerSubject'])]),
];

/** The columns that a client has spoken of. */
export function termsOf({ customerSubject, couponCode, pointsWanted }: CartTerms): Partial<Pick<CartRow, 'customerId' | 'couponCode' | 'pointsWanted'>> {
  return {
    ...(customerSubject !== undefined && { customerId: customerSubject === null ? null : personIdOf(customerSubject) }),
    ...(couponCode !== undefined && { couponCode }),
    ...(pointsWanted != null && { pointsWanted }),
  };
}

/** Names every SKU among the lines that the catalogue does not sell in this store and currency. */
export async function catalogueRefusals(context: Context, { db, now }: CommandScope, drafts: readonly LineDraft[], { currency, storeId }: Pick<CartRow, 'currency' | 'storeId'>, path?: readonly string[]): Promise<Refusal[]> {
  if (drafts.length === 0) return [];
  const wanted = drafts.map((draft) => wantedOfDraft(draft, currency, setterOf(callerOf(context))));
  const found = await sellableSkus(db, wanted.map(({ sku }) => sku), currency, { storeId, at: now, quantities: wanted.map(({ quantity }) => quantity) });
  const byPlace = new Map(found.map((sku) => [sku.place, sku]));
  const missing = unavailableIn(wanted, { offered: wanted.map((_, place) => byPlace.get(place) ?? null) });
  return missing.length > 0 ? [productsUnavailable(missing, currency, path)] : [];
}

async function maySetPrices(context: Context, { db }: Pick<CommandScope, 'db'>, storeId: string | null): Promise<boolean> {
  const { role, personId } = callerOf(context);
  return role === 'SERVICE' || (storeId !== null && (await findMember(db, storeId, personId))?.maySetPrice === true);
}

/** Refuses a price set by hand to a clerk without that right; `path` leads to the price. */
export const priceRightRefusals = async (context: Context, scope: Pick<CommandScope, 'db'>, storeId: string | null, path: readonly string[]): Promise<Refusal[]> =>
  ((await maySetPrices(context, scope, storeId)) ? [] : [priceNotAllowed(path)]);

export const priceNotAllowed = (path: readonly string[]): Refusal =>
  refusal('PRICE_NOT_ALLOWED', 'You may not set unit prices; ask a manager, or leave the price to the catalogue.', path);

/** Refuses more pieces at a price that was set by hand to a clerk without the right to set one. */
export const morePiecesRefusals = async (context: Context, scope: CommandScope, storeId: string | null): Promise<Refusal[]> => ((await maySetPrices(context, scope, storeId)) ? [] : [
  refusal('PRICE_NOT_ALLOWED', 'The line’s price was set by hand for fewer pieces; ask a manager to raise them, or add the others as a line of its own at the catalogue’s price.', ['quantity']),
]);

export const setterOf = ({ personId, name }: Pick<Caller, 'personId' | 'name'>): PriceSetter => ({ id: personId, name });
