import { callerOf, type Context } from '../context.ts';
import { couponsHeldBy } from '../offers/coupon.queries.ts';
import { judgeCoupons } from '../offers/price-quote.rules.ts';
import type { CouponVerdict } from '../offers/quote-model.rules.ts';
import { defineLoader } from '../platform/loaders.ts';
import { membershipIn } from '../stores/store.queries.ts';
import { withoutOthersCoupon } from './own-coupon.ts';
import { readAllTerms, type TermsQuestion } from './read-terms.ts';
import { priceSale, type Sale, type SaleTerms } from './sale.rules.ts';
import type { LineName, ShownQuote } from './shown-quote.ts';

/** Questions of one request are answered together, so that a page of carts costs what one cart does. */
const termsOfSale = defineLoader(({ db }: Pick<Context, 'db' | 'loaders'>, questions: readonly TermsQuestion[]): Promise<SaleTerms[]> => readAllTerms(db, questions));

/** Prices a sale as an order of it would be priced now. */
export async function quoteSale(context: Context, sale: Sale, sentBy: string | null, names: readonly LineName[]): Promise<ShownQuote> {
  const maySpend = maySpendBenefits(context, sale.storeId);
  const now = context.clock();
  const { lines, currency, storeId, customerId, couponCode } = sale;
  const terms = await termsOfSale(context).load({ lines, currency, storeId, customerId, couponCode, sentBy, now });
  const spends = await maySpend;
  return { priced: priceSale(sale, spends ? terms : withoutOthersCoupon(terms, couponCode), now), names, maySpendBenefits: spends };
}

/** Whether naming a customer is enough for the caller to spend that customer's benefits in this store: shoppers name themselves. */
async function maySpendBenefits(context: Context, storeId: string | null): Promise<boolean> {
  if (callerOf(context).role !== 'STAFF') return true;
  return storeId !== null && (await membershipIn(context).load(storeId))?.maySpendBenefits === true;
}

const couponsInHand = defineLoader(({ db, clock }: Pick<Context, 'db' | 'loaders' | 'clock'>, customerIds: readonly string[]) => couponsHeldBy(db, customerIds, clock()));

/** What each coupon in the customer's hand would do to a sale, of which at most one can be used (S2-174). */
export async function judgeHeldCoupons(context: Context, { priced: { request }, maySpendBenefits: theirs }: ShownQuote): Promise<CouponVerdict[]> {
  return request.customerId === null || !theirs ? [] : judgeCoupons(request, await couponsInHand(context).load(request.customerId));
}
