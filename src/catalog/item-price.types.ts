import { Int, ObjectType } from 'type-graphql';
import { Getter } from '../platform/getter.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { DateTime } from '../platform/scalars.ts';
import { CurrencyInfo } from './currency.types.ts';
import type { ItemPriceFacts } from './price-of-item.ts';

@ObjectType({ simpleResolvers: true, description: 'What the catalogue asks for so many pieces of a SKU, before offers and coupons (S1-5).' })
export class ItemPrice {
  constructor(readonly facts: ItemPriceFacts) {}

  private money(minor: number): Money { return new Money(minor, this.facts.currency); }

  @Getter(() => Int, { description: 'How many pieces were asked for.' })
  get quantity(): number { return this.facts.quantity; }
  @Getter(() => Money, { description: 'What a piece costs before any discount (S1-71).' })
  get unitBasePrice(): Money { return this.money(this.facts.listPrice); }
  @Getter(() => Money, { description: 'What a piece costs now (S1-71).' })
  get unitPrice(): Money { return this.money(this.facts.salePrice); }
  @Getter(() => Money, { description: 'What all pieces cost now: `unitPrice` × `quantity` (S1-126).' })
  get total(): Money { return this.money(this.facts.salePrice * this.facts.quantity); }
  @Getter(() => Money, { description: 'What a piece is reduced by; zero where it is not (S1-123).' })
  get discount(): Money { return this.money(this.facts.listPrice - this.facts.salePrice); }
  @Getter(() => Boolean, { description: 'Whether it is reduced now (S1-123).' })
  get discounted(): boolean { return this.facts.salePrice < this.facts.listPrice; }
  @Getter(() => DateTime, { nullable: true, description: 'Since when it is reduced (S1-124); null where it is not, or always has been.' })
  get validFrom(): string | null { return this.discounted ? this.facts.saleFrom : null; }
  @Getter(() => DateTime, { nullable: true, description: 'Until when it is reduced (S1-124); null where it is not, or for good.' })
  get validUntil(): string | null { return this.discounted ? this.facts.saleUntil : null; }
  @Getter(() => Boolean, { description: 'Whether it may be sold below cost (S1-126).' })
  get lossAllowed(): boolean { return this.facts.lossAllowed; }
  @Getter(() => Money, { nullable: true, description: 'What a piece costs the platform (S1-122). Null where it is not known, and for callers other than the platform and services (S4-171).' })
  get unitCost(): Money | null { return moneyOrNull(this.facts.unitCost, this.facts.currency); }
  @Getter(() => CurrencyInfo, { description: 'The currency with its sign and its exchange rate (S1-125).' })
  get currencyInfo(): CurrencyInfo { return new CurrencyInfo(this.facts.currency); }
}
