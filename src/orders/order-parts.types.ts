/** What an order holds copies of: people, the store, the parcel, what the customer was entitled to. */
import { ID, Int, ObjectType } from 'type-graphql';
import type { BuyerCopy } from '../customers/tier.queries.ts';
import type { CouponDistribution } from '../offers/coupon-kinds.ts';
import { CouponDistributionEnum } from '../offers/coupon.types.ts';
import { OfferEffect } from '../offers/offer-terms.types.ts';
import { Address } from '../platform/address.types.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { toPercent } from '../platform/percent.rules.ts';
import { DateTime, Decimal } from '../platform/scalars.ts';
import { TitleEnum } from './order-enums.types.ts';
import type { CouponCopy, CustomerCopy } from './placing/order-pricing.ts';
import type { OrderRow } from './order.tables.ts';
import type { Title } from './parties.rules.ts';

@ObjectType({ simpleResolvers: true, description: 'Who gets the goods, and where, as it was when the order was placed (S2-251).' })
export class Contact {
  constructor(readonly row: OrderRow) {}

  @Getter(() => String, { description: 'Name of the recipient.' })
  get name(): string { return this.row.contactName!; }
  @Getter(() => String, { nullable: true, description: 'Phone number.' })
  get phone(): string | null { return this.row.contactPhone; }
  @Getter(() => Address, { nullable: true, description: 'Address.' })
  get address(): Address | null { return this.row.contactAddress; }
  @Getter(() => TitleEnum, { nullable: true, description: 'How they are addressed (S3-153).' })
  get title(): Title | null { return this.row.contactTitle; }
  @Getter(() => String, { nullable: true, description: 'Given name by itself (S3-154).' })
  get givenName(): string | null { return this.row.contactGivenName; }
  @Getter(() => String, { nullable: true, description: 'Family name by itself (S3-154).' })
  get familyName(): string | null { return this.row.contactFamilyName; }
  @Getter(() => String, { nullable: true, description: 'E-mail (S3-156).' })
  get email(): string | null { return this.row.contactEmail; }
}

@ObjectType({ simpleResolvers: true, description: 'The parcel’s way (S2-253).' })
export class Shipment {
  constructor(readonly row: OrderRow) {}

  @Getter(() => String, { nullable: true, description: 'Courier; null for an imported order of which nobody told it (S1-74).' })
  get courierCompany(): string | null { return this.row.courierCompany; }
  @Getter(() => String, { nullable: true, description: 'Code of the courier.' })
  get courierCode(): string | null { return this.row.courierCode; }
  @Getter(() => String, { description: 'Number of the waybill.' })
  get waybillNumber(): string { return this.row.waybillNumber!; }
}

@ObjectType({ simpleResolvers: true, description: 'The invoice that was asked for (S2-258).' })
export class Invoice {
  constructor(readonly row: OrderRow) {}

  @Getter(() => String, { nullable: true, description: 'To whom it is made out.' })
  get title(): string | null { return this.row.invoiceTitle; }
}

@ObjectType({ simpleResolvers: true, description: 'The store as it was when it got the order; the order keeps this copy.' })
export class OrderStore {
  constructor(readonly row: OrderRow) {}

  @Getter(() => ID, { description: 'Id of the store.' })
  get id(): string { return toGlobalId('store', this.row.storeId!); }
  @Getter(() => String, { description: 'Its code then.' })
  get code(): string { return this.row.storeCode!; }
  @Getter(() => String, { description: 'Its name then.' })
  get name(): string { return this.row.storeName!; }
}

@ObjectType({ simpleResolvers: true, description: 'The coupon that an order used, as it was then (S0-55).' })
export class OrderCoupon {
  constructor(readonly copy: CouponCopy, readonly currency: string) {}

  @Getter(() => String, { description: 'Its code.' })
  get code(): string { return this.copy.code; }
  @Getter(() => String, { description: 'Its name.' })
  get name(): string { return this.copy.name; }
  @Getter(() => String, { nullable: true, description: 'What people were told of it (S0 `desc`); null for its name alone.' })
  get description(): string | null { return this.copy.description ?? null; }
  @Getter(() => CouponDistributionEnum, { nullable: true, description: 'How it had come to the customer (S0 `couponType`); null for orders from before this was kept.' })
  get distribution(): CouponDistribution | null { return this.copy.distribution ?? null; }
  @Getter(() => ID, { nullable: true, description: 'Id of the coupon in the customer’s hand; null where the code of the definition was named.' })
  get couponId(): string | null { return this.copy.couponId && toGlobalId('coupon', this.copy.couponId); }
  @Getter(() => ID, { description: 'Id of the definition that it was made after (S0 `eventId`).' })
  get definitionId(): string { return toGlobalId('coupon_definition', this.copy.definitionId); }
  @Getter(() => Money, { description: 'What it took off in all.' })
  get discount(): Money { return new Money(this.copy.discount, this.currency); }
  @Getter(() => OfferEffect, { nullable: true, description: 'What it did to prices; null for orders from before its terms were kept.' })
  get effect(): OfferEffect | null { return this.copy.terms ? new OfferEffect(this.copy.terms.effect, this.copy.terms.currency) : null; }
  @Getter(() => Int, { nullable: true, description: 'How many pieces it asked for.' })
  get minimumPieces(): number | null { return this.copy.terms?.minimumPieces ?? null; }
  @Getter(() => Money, { nullable: true, description: 'What the goods had to come to; null where to nothing.' })
  get minimumAmount(): Money | null { return moneyOrNull(this.copy.terms?.minimumAmount || null, this.currency); }
  @Getter(() => Money, { nullable: true, description: 'The most it could take off; null for no bound.' })
  get maximumDiscount(): Money | null { return moneyOrNull(this.copy.terms?.maximumDiscount ?? null, this.currency); }
  @Getter(() => DateTime, { nullable: true, description: 'From when on it held (S0 `startAt`).' })
  get startsAt(): string | null { return this.copy.terms?.startsAt ?? null; }
  @Getter(() => DateTime, { nullable: true, description: 'Until when (S0 `endAt`); null: for ever.' })
  get endsAt(): string | null { return this.copy.terms?.endsAt ?? null; }
}

@ObjectType({ simpleResolvers: true, description: 'A customer’s profile as it was when they placed an order (S0-56, S0-86).' })
export class OrderBuyer {
  constructor(readonly copy: BuyerCopy) {}

  @Getter(() => String, { description: 'Name.' })
  get name(): string { return this.copy.name; }
  @Getter(() => String, { nullable: true, description: 'Phone number.' })
  get phone(): string | null { return this.copy.phone; }
  @Getter(() => String, { nullable: true, description: 'Number of the membership.' })
  get memberNumber(): string | null { return this.copy.memberNumber; }
  @Getter(() => String, { nullable: true, description: 'Brand that the membership belonged to.' })
  get brandCode(): string | null { return this.copy.brandCode; }
  @Getter(() => String, { nullable: true, description: 'Kind of the membership card.' })
  get cardType(): string | null { return this.copy.cardType; }
}

@ObjectType({ simpleResolvers: true, description: 'What a customer was entitled to when they placed an order (S0-56, S0-57).' })
export class OrderCustomerTerms {
  constructor(readonly copy: CustomerCopy) {}

  @Getter(() => String, { nullable: true, description: 'Code of their tier; null without one.' })
  get tierCode(): string | null { return this.copy.tierCode; }
  @Getter(() => String, { nullable: true, description: 'Name of their tier.' })
  get tierName(): string | null { return this.copy.tierName; }
  @Getter(() => Decimal, { description: 'The tier’s discount in per cent, e.g. "12.5".' })
  get discountPercent(): string { return toPercent(this.copy.discountBps); }
  @Getter(() => Decimal, { description: 'Their birthday’s discount in per cent; it counts where `isBirthday`.' })
  get birthdayDiscountPercent(): string { return toPercent(this.copy.birthdayDiscountBps); }
  @Getter(() => Boolean, { description: 'Whether it was their birthday.' })
  get isBirthday(): boolean { return this.copy.isBirthday; }
  @Getter(() => Int, { nullable: true, description: 'Points that they had (S0 `mileage.current`); null where they collected none.' })
  get pointsBalance(): number | null { return this.copy.pointsBalance; }
  @Getter(() => Int, { nullable: true, description: 'Points that could have been spent on the order (S0 `mileage.available`).' })
  get pointsUsable(): number | null { return this.copy.pointsUsable; }
  @Getter(() => Int, { nullable: true, description: 'How many points one unit of the order’s currency was (S2-230); null where they collected none.' })
  get pointsPerUnit(): number | null { return this.copy.pointsPerUnit ?? null; }
}
