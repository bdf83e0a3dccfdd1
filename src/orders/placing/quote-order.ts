import { basketBenefits, customerOf, type BasketBenefits } from '../../carts/basket.rules.ts';
import { benefitsRefusals, mostPoints } from '../../carts/benefits.rules.ts';
import { alreadyOrdered } from '../../carts/cart-command.ts';
import type { CartLineInput } from '../../carts/cart-inputs.types.ts';
import type { CartKind } from '../../carts/cart-kinds.ts';
import { cartLineRefusals, differenceOf } from '../../carts/cart.rules.ts';
import { findCarts, linesOfCart } from '../../carts/cart.queries.ts';
import type { CartLineRow, CartRow } from '../../carts/cart.tables.ts';
import { quoteSale } from '../../carts/quote-sale.ts';
import { sizeRefusal, wantedOfCartLine, wantedOfDraft, type Sale } from '../../carts/sale.rules.ts';
import { currencyRefusals } from '../../carts/store-currency.rules.ts';
import type { LineName, ShownQuote } from '../../carts/shown-quote.ts';
import { callerOf, type Context } from '../../context.ts';
import { findAddress } from '../../customers/address-book.queries.ts';
import type { Region } from '../../freight/freight.rules.ts';
import { regionOf } from '../../freight/quote-freight.ts';
import { badInput, type RequestError } from '../../platform/errors.ts';
import { fromGlobalId, personIdOf } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { priceRightRefusals, setterOf, termsRefusals } from '../../carts/check-cart.ts';
import { findStore, worksIn } from '../../stores/store.queries.ts';
import type { StoreRow } from '../../stores/store.tables.ts';
import type { QuoteInput, QuoteTerms } from './quote-inputs.types.ts';

/** A question cannot be refused as a command is: what is wrong with it is an error of the request. */
function mustBeSound(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first) throw asked(first);
}

const asked = ({ code, message, path }: Refusal): RequestError => badInput(`${path ? `${path.join('.')}: ` : ''}${message}`, code);

/** Where the goods would go, as far as anybody has said. Freight is left out until then. */
async function destinationOf(context: Context, { destination, addressId, deliveryType }: QuoteTerms): Promise<Region | null> {
  if (deliveryType === 'SELF_PICK') return null;
  if (destination != null) return regionOf(destination);
  if (addressId == null) return null;
  const id = fromGlobalId('address', addressId);
  const booked = id && (await findAddress(context.db, callerOf(context).personId, id));
  if (!booked) throw badInput('There is no such address in your book.');
  return regionOf(booked.address);
}

const destinationRefusals = ({ destination }: QuoteTerms): Refusal[] =>
  textRefusals(Object.entries(destination ?? {}).map(([part, value]) => [part, value as string | null, 200, false] as const), ['destination']);

interface Bought extends Pick<Sale, 'currency' | 'storeId' | 'customerId' | 'lines'> {
  readonly kind: CartKind;
}

async function quoteOf(context: Context, { kind, ...bought }: Bought, terms: QuoteTerms, { couponCode, pointsWanted: named }: BasketBenefits, names: readonly LineName[]): Promise<ShownQuote> {
  mustBeSound([...benefitsRefusals(terms), ...destinationRefusals(terms)]);
  const pointsRedemption = terms.pointsRedemption ?? false;
  const pointsWanted = named ?? (pointsRedemption ? mostPoints : 0);
  // At a till nothing is sent.
  const destination = kind === 'TILL' ? null : await destinationOf(context, terms);
  const shown = await quoteSale(context, { ...bought, couponCode, pointsWanted, pointsRedemption, destination }, destination && (terms.deliveryType ?? 'EXPRESS'), names);
  const size = sizeRefusal(shown.priced, (index) => (index === null ? ['lines'] : ['lines', String(index)]));
  if (size) throw asked(size);
  return shown;
}

/** What some carts would come to as one order, with their own coupon and points unless others are named; an error where ordering would be refused for them. */
export function quoteCarts(context: Context, carts: readonly CartRow[], lines: readonly CartLineRow[], terms: QuoteTerms): Promise<ShownQuote> {
  const { currency, storeId, kind } = carts[0]!;
  const held = basketBenefits(carts, terms);
  if ('code' in held) throw asked(held);
  return quoteOf(context, { kind, currency, storeId, customerId: customerOf(carts), lines: lines.map(wantedOfCartLine) }, terms, held, lines.map(({ seq, cartId }) => ({ seq, cartId })));
}

async function quoteNamedCarts(context: Context, input: QuoteInput, cartIds: readonly string[]): Promise<ShownQuote | null> {
  if (cartIds.length === 0 || cartIds.length > 50 || new Set(cartIds).size < cartIds.length) throw badInput('Name 1 to 50 carts, each once.');
  const carts = await findCarts(context.db, callerOf(context), cartIds);
  if (carts.some((cart) => cart === null)) return null;
  const found = carts as CartRow[];
  mustBeSound(found.filter(({ state }) => state === 'ORDERED').map(() => alreadyOrdered(['cartIds'])));
  const difference = differenceOf(found);
  if (difference !== null) throw asked(refusal('CARTS_DIFFER', difference, ['cartIds']));
  const lines = await linesOfCart(context).loadMany(found.map(({ id }) => id));
  return quoteCarts(context, found, lines.flatMap((some) => some as CartLineRow[]), input);
}

/** The store that lines are priced for, if any; null where the caller may not price anything there. */
async function shopOf(context: Context, { storeId }: QuoteInput): Promise<{ readonly store: StoreRow | null } | null> {
  const caller = callerOf(context);
  const isShopper = caller.role === 'SHOPPER';
  if (storeId == null) return isShopper ? { store: null } : null;
  const id = fromGlobalId('store', storeId);
  const [store, mayPrice] = id ? await Promise.all([findStore(context.db, id), isShopper || worksIn(context.db, caller, id)]) : [null, false];
  return store && mayPrice ? { store } : null;
}

/** Lines that stand in no cart yet: of a shopper, or at a till where the caller works. */
async function quoteLines(context: Context, input: QuoteInput, drafts: readonly CartLineInput[]): Promise<ShownQuote | null> {
  const { role, personId } = callerOf(context);
  const kind = role === 'SHOPPER' ? 'SHOPPER' : 'TILL';
  const shop = await shopOf(context, input);
  if (!shop) return null;
  const { store } = shop;
  const currency = store?.currency ?? input.currency ?? context.orderSettings.defaultCurrency;
  mustBeSound([...currencyRefusals(store, input.currency), ...cartLineRefusals(drafts, { kind, currency }), ...termsRefusals(input, kind)]);
  const priced = drafts.findIndex(({ unitPrice }) => unitPrice != null);
  if (priced !== -1) mustBeSound(await priceRightRefusals(context, context, store?.id ?? null, ['lines', String(priced), 'unitPrice']));
  const customerId = kind === 'SHOPPER' ? personId : input.customerSubject == null ? null : personIdOf(input.customerSubject);
  const bought = { kind, currency, storeId: store?.id ?? null, customerId, lines: drafts.map((draft) => wantedOfDraft(draft, currency, setterOf(callerOf(context)))) } as const;
  return quoteOf(context, bought, input, { couponCode: input.couponCode ?? null, pointsWanted: input.pointsWanted ?? null }, drafts.map((_, index) => ({ seq: index + 1, cartId: null })));
}

/** What lines or carts come to; null where the caller may not know of the store or a cart. */
export function quoteFor(context: Context, input: QuoteInput): Promise<ShownQuote | null> {
  if ((input.cartIds == null) === (input.lines == null)) throw badInput('Give either lines or cartIds.');
  return input.cartIds == null ? quoteLines(context, input, input.lines!) : quoteNamedCarts(context, input, input.cartIds);
}
