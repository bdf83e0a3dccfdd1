import { Arg, Field, FieldResolver, InputType, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from './errors.ts';
import { formatMoney, toDecimal } from './money.ts';
import { CurrencyCode, Decimal } from './scalars.ts';
import { Getter } from './getter.ts';

@ObjectType({ simpleResolvers: true, description: 'An exact amount of money in one currency.' })
export class Money {
  constructor(readonly minor: number, currency: string) {
    this.currency = currency;
  }

  @Getter(() => Decimal, { description: 'The amount as decimal text with all decimals of the currency: "15.92" GBP, "24414" JPY.' })
  get amount(): string {
    return toDecimal(this.minor, this.currency);
  }

  @Field(() => CurrencyCode, { description: 'ISO 4217 code of the currency.' })
  readonly currency: string;
}

@InputType({ description: 'An exact amount of money in one currency.' })
export class MoneyInput {
  @Field(() => Decimal, { description: 'The amount as decimal text, with no more decimals than the currency has.' })
  amount!: string;
  @Field(() => CurrencyCode, { description: 'ISO 4217 code of the currency.' })
  currency!: string;
}

/** Null stays null. */
export const moneyOrNull = (minor: number | null, currency: string): Money | null => (minor === null ? null : new Money(minor, currency));

const longestLocale = 35;

/** What `write` makes of a language tag that a client sent; BAD_USER_INPUT where it is none. */
export function inLocale(locale: string, write: (locale: string) => string): string {
  if (locale.length > longestLocale) throw badInput(`A language tag has at most ${longestLocale} characters.`);
  try {
    return write(locale);
  } catch {
    throw badInput(`"${locale}" is no language tag; write "en-GB" or "zh-CN".`);
  }
}

@Resolver(() => Money)
export class MoneyResolver {
  @FieldResolver(() => String, { description: 'As people of a locale write it (S1-65): 361843 cents in "en-US" is "$3,618.43". BAD_USER_INPUT for a malformed locale.' })
  formatted(@Root() money: Money, @Arg('locale', () => String, { defaultValue: 'en', description: 'BCP 47 language tag, e.g. "en-GB" or "zh-CN".' }) locale: string): string {
    return inLocale(locale, (tag) => formatMoney(money, tag));
  }
}
