import { Field, ObjectType } from 'type-graphql';
import { Quote } from '../../carts/quote.types.ts';
import { Money } from '../../platform/money.types.ts';
import { UserError } from '../../platform/mutation.types.ts';
import type { PriceChangedRefusal } from './quote-order.rules.ts';

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The order comes to something else than the client expects; nothing was placed. Show the quote, and order again with its total.' })
export class PriceChanged extends UserError {
  constructor(refused: PriceChangedRefusal) {
    super(refused);
    const { total, currency } = refused.shown.priced.quote;
    this.expected = new Money(refused.expected, currency);
    this.actual = new Money(total, currency);
    this.quote = new Quote(refused.shown);
  }

  @Field(() => Money, { description: 'The total that was expected.' })
  readonly expected: Money;
  @Field(() => Money, { description: 'What it comes to now.' })
  readonly actual: Money;
  @Field(() => Quote, { description: 'The new quote, which says why.' })
  readonly quote: Quote;
}
