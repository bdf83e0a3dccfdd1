import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { linesOfCart } from '../../carts/cart.queries.ts';
import { Cart } from '../../carts/cart.types.ts';
import { judgeHeldCoupons } from '../../carts/quote-sale.ts';
import { CouponVerdict, Quote } from '../../carts/quote.types.ts';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { QuoteInput, QuoteTerms } from './quote-inputs.types.ts';
import { quoteCarts, quoteFor } from './quote-order.ts';

/** What things cost; how they are delivered is a matter of orders, which stand above carts. */
@Resolver(() => Cart)
export class CartQuoteResolver {
  @FieldResolver(() => Quote, { nullable: true, description: 'What it comes to now, and why, with its own coupon and points unless others are named. An order of it comes to the same. Null once it has become an order, which keeps the numbers it was placed with.' })
  async quote(@Ctx() context: Context, @Root() { row }: Cart, @Args(() => QuoteTerms) terms: QuoteTerms): Promise<Quote | null> {
    if (row.state === 'ORDERED') return null;
    return new Quote(await quoteCarts(context, [row], await linesOfCart(context).load(row.id), terms));
  }
}

@Resolver(() => Quote)
export class QuoteResolver {
  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Query(() => Quote, { nullable: true, description: 'What lines, or carts as one order, come to now, and why. Nothing is kept. Null where the caller may not know of the store or a cart. What ordering would be refused for as a whole (carts that differ or were ordered, a price that the caller may not set) is an error, whose extension `refusal` has the code.' })
  async quote(@Ctx() context: Context, @Arg('input', () => QuoteInput, { description: 'What is to be priced.' }) input: QuoteInput): Promise<Quote | null> {
    const shown = await quoteFor(context, input);
    return shown && new Quote(shown);
  }

  @FieldResolver(() => [CouponVerdict], { description: 'What the coupons in the customer’s hand would do here: of each kind the one that expires first, in the order in which they expire, at most 200 kinds; one of them can be used (S2-174). Empty for staff who may not spend a named customer’s benefits (`StoreMember.maySpendBenefits`).' })
  async coupons(@Ctx() context: Context, @Root() { shown }: Quote): Promise<CouponVerdict[]> {
    const { currency } = shown.priced.quote;
    return (await judgeHeldCoupons(context, shown)).map((verdict) => new CouponVerdict(verdict, currency));
  }
}
