import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import type { EventRow } from '../platform/event-log.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money } from '../platform/money.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime, Rate } from '../platform/scalars.ts';
import { OfferChoiceEnum } from '../carts/cart-inputs.types.ts';
import type { OfferChoiceKind } from '../carts/cart-kinds.ts';
import type { Attribute as AttributeRow } from '../catalog/catalog.tables.ts';
import { Attribute } from '../catalog/catalog.types.ts';
import { allApplied, AppliedOffer, appliedOrNull, PriceStep } from '../carts/quote.types.ts';
import { stepsOf } from './placing/new-order.rules.ts';
import {
  ActorRoleEnum, AfterSalesEnum, DeliveryTypeEnum, FulfilmentEnum, OrderEventTypeEnum, OrderItemStatusEnum, OrderKindEnum, OrderStatusEnum, OriginEnum, PaymentStateEnum, VisibilityEnum,
} from './order-enums.types.ts';
import type { OrderEventType } from './order-events.ts';
import type { Role } from '../identity/caller.ts';
import type { AfterSales, DeliveryType, Fulfilment, ItemStatus, OrderKind, OrderStatus, PaymentState, Visibility } from './order.lifecycle.ts';
import type { OrderItemRow, OrderRow } from './order.tables.ts';
import type { Origin } from './placing/origins.ts';
import { OrderHold, OrderParty, OrderReminder, OrderReview } from './desk/order-facts.types.ts';
import { Contact, Invoice, OrderCoupon, OrderCustomerTerms, OrderStore, Shipment } from './order-parts.types.ts';
import { Getter } from '../platform/getter.ts';
import { amountDueOf } from './order.rules.ts';

type ActorRole = Role | 'SYSTEM';

@ObjectType({ simpleResolvers: true, description: 'A line of an order, frozen as it was sold.' })
export class OrderItem {
  constructor(readonly row: OrderItemRow) {}

  @Getter(() => Int, { description: 'Position in the order, from 1; what names the line, since a SKU may stand on several (S0-36).' })
  get seq(): number { return this.row.seq; }
  @Getter(() => ID, { description: 'Id of the SKU.' })
  get skuId(): string { return toGlobalId('sku', this.row.skuId); }
  @Getter(() => String, { description: 'Code of the SKU then.' })
  get skuCode(): string { return this.row.skuCode; }
  @Getter(() => ID, { description: 'Id of the product (S2-268).' })
  get productId(): string { return toGlobalId('product', this.row.productId); }
  @Getter(() => String, { description: 'Code of the product then.' })
  get productCode(): string { return this.row.productCode; }
  @Getter(() => String, { description: 'Name of the product then.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'What set the SKU apart, e.g. "red, XL" (S2-269).' })
  get specification(): string | null { return this.row.specification; }
  @Getter(() => String, { nullable: true, description: 'Barcode then.' })
  get barcode(): string | null { return this.row.barcode; }
  @Getter(() => String, { nullable: true, description: 'URL of the picture then.' })
  get cover(): string | null { return this.row.cover; }
  @Getter(() => Int, { nullable: true, description: 'Weight of a piece in grams then.' })
  get weightGrams(): number | null { return this.row.weightGrams; }
  @Getter(() => Int, { description: 'Pieces.' })
  get quantity(): number { return this.row.quantity; }
  @Getter(() => Money, { description: 'Price of a piece before any discount.' })
  get listPrice(): Money { return new Money(this.row.listPrice, this.row.currency); }
  @Getter(() => Money, { description: 'Price of a piece as sold: saleTotal / quantity, rounded half up (S0 `unitSalePrice`).' })
  get salePrice(): Money { return new Money(this.row.salePrice, this.row.currency); }
  @Getter(() => Money, { description: 'listPrice × quantity (S0-34).' })
  get listTotal(): Money { return new Money(this.row.listTotal, this.row.currency); }
  @Getter(() => Money, { description: 'listTotal − saleTotal.' })
  get discountTotal(): Money { return new Money(this.row.discountTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What the line came to after all discounts, before points (S0-34).' })
  get saleTotal(): Money { return new Money(this.row.saleTotal, this.row.currency); }
  @Getter(() => String, { nullable: true, description: 'Why a clerk set the price by hand; null where it came from the catalogue.' })
  get priceReason(): string | null { return this.row.priceReason; }
  @Getter(() => [PriceStep], { description: 'Every step from listTotal to saleTotal, in order, as it was then.' })
  get steps(): PriceStep[] { return stepsOf(this.row).map((step) => new PriceStep(step, this.row.currency)); }
  @Getter(() => AppliedOffer, { nullable: true, description: 'The offer that gave the line its price (S0-73, S2-272); null where none did.' })
  get catalogOffer(): AppliedOffer | null { return appliedOrNull(this.row.pricing?.catalogOffer ?? null); }
  @Getter(() => [AppliedOffer], { description: 'All offers on the line that were applied, in that order.' })
  get catalogOffers(): AppliedOffer[] { return allApplied(this.row.pricing?.catalogOffers ?? []); }
  @Getter(() => [AppliedOffer], { description: 'Offers on the whole order of which the line has a share (S0-74).' })
  get cartOffers(): AppliedOffer[] { return allApplied(this.row.pricing?.cartOffers ?? []); }
  @Getter(() => Int, { description: 'Points that paid for it.' })
  get pointsUsed(): number { return this.row.pointsUsed; }
  @Getter(() => Money, { description: 'What those points paid of it; money paid saleTotal − pointsShare.' })
  get pointsShare(): Money { return new Money(this.row.pointsShare, this.row.currency); }
  @Getter(() => Money, { description: 'Its share of the freight.' })
  get freightShare(): Money { return new Money(this.row.freightShare, this.row.currency); }
  @Getter(() => Int, { nullable: true, description: 'Seq of the bundle that it belongs to, and which it costs nothing beside (S1-68); null for a line of its own.' })
  get parentSeq(): number | null { return this.row.parentSeq; }
  @Getter(() => [Attribute], { description: 'What set the SKU apart, one by one, then (S0-79); empty for an imported line of which nobody told.' })
  get options(): readonly AttributeRow[] { return this.row.sold?.options ?? []; }
  @Getter(() => [Attribute], { description: 'The product’s attributes then, such as year and season (S0-80, S2-271 `partner_level_zone`); empty for an imported line of which nobody told.' })
  get attributes(): readonly AttributeRow[] { return this.row.sold?.attributes ?? []; }
  @Getter(() => String, { nullable: true, description: 'Code of the product’s brand then (S0-77).' })
  get brandCode(): string | null { return this.row.sold?.brandCode ?? null; }
  @Getter(() => Int, { nullable: true, description: 'Volume of a piece, packed, in millilitres then (S2-271 `bulk`).' })
  get volumeMillilitres(): number | null { return this.row.sold?.volumeMillilitres ?? null; }
  @Getter(() => OfferChoiceEnum, { description: 'How its offer was chosen (S0-71): by the rules, unless a till chose it by hand.' })
  get offerChoice(): OfferChoiceKind { return this.row.sold?.offerChoice ?? 'AUTO'; }
  @Getter(() => String, { nullable: true, description: 'Code of the offer that a till chose by hand (S0-71); null unless the choice was ONLY.' })
  get offerCode(): string | null { return this.row.sold?.offerCode ?? null; }
  @Getter(() => OrderItemStatusEnum, { description: 'What has become of the line (S2-273).' })
  get status(): ItemStatus { return this.row.status; }
  @Getter(() => OrderReview, { nullable: true, description: 'The comment that is linked to it; null while there is none (S1-70).' })
  get review(): OrderReview | null { return this.row.commentId === null ? null : new OrderReview(this.row); }
  @Getter(() => Int, { description: 'Pieces that open customer services claim (S2-130).' })
  get returningQuantity(): number { return this.row.returningQuantity; }
  @Getter(() => Int, { description: 'Pieces that were given back (S2-131).' })
  get returnedQuantity(): number { return this.row.returnedQuantity; }
}

@ObjectType({ simpleResolvers: true, description: 'Something that happened to an order: its history, and what the live feed tells.' })
export class OrderEvent {
  constructor(readonly row: EventRow) {}

  @Getter(() => OrderEventTypeEnum, { description: 'What happened.' })
  get type(): OrderEventType { return this.row.type as OrderEventType; }
  @Getter(() => Int, { description: 'The order’s version after it; events of one order follow it without a gap.' })
  get version(): number { return this.row.version; }
  @Getter(() => DateTime, { description: 'When.' })
  get at(): string { return this.row.at; }
  @Getter(() => OrderStatusEnum, { nullable: true, description: 'Status before; null for PLACED.' })
  get fromStatus(): OrderStatus | null { return this.row.fromStatus as OrderStatus | null; }
  @Getter(() => OrderStatusEnum, { description: 'Status after.' })
  get toStatus(): OrderStatus { return this.row.toStatus as OrderStatus; }
  @Getter(() => PaymentStateEnum, { nullable: true, description: 'The state of its payment after it (S3-149); null for an event that says nothing of it.' })
  get payment(): PaymentState | null { return (this.row.changes['payment'] as PaymentState | undefined) ?? null; }
  @Getter(() => ActorRoleEnum, { description: 'Who did it.' })
  get actorRole(): ActorRole { return this.row.actorRole as ActorRole; }
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'An order: where its goods and its money are, and a copy of everything it was placed with.' })
export class Order extends Node {
  /** `at`: the instant for which the order is shown as it was; null for the order as it is. */
  constructor(readonly row: OrderRow, readonly at: string | null = null) {
    super('order', row.id);
  }

  @Getter(() => String, { description: 'Order number for people: twenty digits, beginning with the UTC time of placing (S2-241).' })
  get number(): string { return this.row.number; }
  @Getter(() => String, { nullable: true, description: 'The client’s own id (S0-47).' })
  get uid(): string | null { return this.row.uid; }
  @Getter(() => OrderKindEnum, { description: 'Who placed it, and where.' })
  get kind(): OrderKind { return this.row.kind; }
  @Getter(() => DeliveryTypeEnum, { description: 'How the goods reach the customer.' })
  get deliveryType(): DeliveryType { return this.row.deliveryType; }
  @Getter(() => OriginEnum, { description: 'Through what it was placed.' })
  get origin(): Origin { return this.row.origin; }
  @Getter(() => OrderStatusEnum, { description: 'Projected from fulfilment, payment and after-sales.' })
  get status(): OrderStatus { return this.row.status; }
  @Getter(() => FulfilmentEnum, { description: 'Where the goods are.' })
  get fulfilment(): Fulfilment { return this.row.fulfilment; }
  @Getter(() => PaymentStateEnum, { description: 'What the ledger of payments says.' })
  get payment(): PaymentState { return this.row.payment; }
  @Getter(() => AfterSalesEnum, { description: 'What open customer services want of it.' })
  get afterSales(): AfterSales { return this.row.afterSales; }
  @Getter(() => Int, { description: 'Grows by one with every event; pass it as `expectedVersion`.' })
  get version(): number { return this.row.version; }
  @Getter(() => CurrencyCode, { description: 'Currency of all its amounts.' })
  get currency(): string { return this.row.currency; }
  @Getter(() => Rate, { nullable: true, description: 'What one unit of its currency was worth in the platform’s own when it was placed. Null for imported orders of which nobody told it, and where no rate had been saved by then (`exchangeRateSave`): nothing is charged by it, so that a sale does not wait for one.' })
  get exchangeRate(): string | null { return this.row.exchangeRate; }
  @Getter(() => Money, { description: 'Sum of the lines at list price (S0-49).' })
  get listTotal(): Money { return new Money(this.row.listTotal, this.row.currency); }
  @Getter(() => Money, { description: 'Sum of the lines’ discounts (S0-51).' })
  get discountTotal(): Money { return new Money(this.row.discountTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What the goods came to: listTotal − discountTotal.' })
  get saleTotal(): Money { return new Money(this.row.listTotal - this.row.discountTotal, this.row.currency); }
  @Getter(() => Int, { description: 'Points that pay for a part of it (S0-57, S2-37).' })
  get pointsUsed(): number { return this.row.pointsUsed; }
  @Getter(() => Money, { description: 'What those points pay.' })
  get pointsTotal(): Money { return new Money(this.row.pointsTotal, this.row.currency); }
  @Getter(() => Int, { description: 'Points that its customer earns when it is done (S4-130).' })
  get pointsToEarn(): number { return this.row.pointsToEarn; }
  @Getter(() => Boolean, { description: 'Whether it is paid with points (S4 order type 2).' })
  get pointsRedemption(): boolean { return this.row.pointsRedemption; }
  @Getter(() => OrderCoupon, { nullable: true, description: 'The coupon that was used (S0-54, S0-55); null where none was (S0-44).' })
  get coupon(): OrderCoupon | null { return this.row.pricing?.coupon ? new OrderCoupon(this.row.pricing.coupon, this.row.currency) : null; }
  @Getter(() => [AppliedOffer], { description: 'Offers on lines that were applied, each once (S0-60).' })
  get catalogOffers(): AppliedOffer[] { return allApplied(this.row.pricing?.catalogOffers ?? []); }
  @Getter(() => [AppliedOffer], { description: 'Offers on the whole order that were applied (S0-61).' })
  get cartOffers(): AppliedOffer[] { return allApplied(this.row.pricing?.cartOffers ?? []); }
  @Getter(() => OrderCustomerTerms, { nullable: true, description: 'What the customer was entitled to then (S0-56); null where they had no tier.' })
  get customerTerms(): OrderCustomerTerms | null { return this.row.pricing?.customer ? new OrderCustomerTerms(this.row.pricing.customer) : null; }
  @Getter(() => Money, { description: 'Freight, part of the total (S2-259).' })
  get freightTotal(): Money { return new Money(this.row.freightTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What is to be paid (S0-50).' })
  get total(): Money { return new Money(this.row.total, this.row.currency); }
  @Getter(() => Money, { description: 'What has been paid; refunds are not taken off.' })
  get paidTotal(): Money { return new Money(this.row.paidTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What has gone back.' })
  get refundedTotal(): Money { return new Money(this.row.refundedTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What exchanges cost on top of the total (S2-279).' })
  get supplementTotal(): Money { return new Money(this.row.supplementTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What after-sales have given back, part of refundedTotal.' })
  get returnedTotal(): Money { return new Money(this.row.returnedTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What is left to pay, of the total or of what an exchange costs on top; zero once it is covered, or nothing is awaited any more.' })
  get amountDue(): Money { return new Money(amountDueOf(this.row), this.row.currency); }
  @Getter(() => Int, { description: 'Sum of the lines’ pieces (S0-48).' })
  get pieces(): number { return this.row.pieces; }
  @Getter(() => String, { description: 'The lines in a word: "name x quantity. " (S2-256).' })
  get description(): string { return this.row.description; }
  @Getter(() => String, { nullable: true, description: 'URL of the first line’s picture.' })
  get cover(): string | null { return this.row.cover; }
  @Getter(() => Contact, { nullable: true, description: 'Who gets the goods, and where.' })
  get contact(): Contact | null { return this.row.contactName === null ? null : new Contact(this.row); }
  @Getter(() => OrderStore, { nullable: true, description: 'The store that has it; null for an order without one, e.g. after a reject.' })
  get store(): OrderStore | null { return this.row.storeId === null ? null : new OrderStore(this.row); }
  @Getter(() => ID, { nullable: true, description: 'Id of the clerk who settles it (S2-263).' })
  get clerkId(): string | null { return this.row.clerkId === null ? null : toGlobalId('staff', this.row.clerkId); }
  @Getter(() => String, { nullable: true, description: 'Name of the clerk who settles it (S2-263).' })
  get clerkName(): string | null { return this.row.clerkName; }
  @Getter(() => ID, { nullable: true, description: 'Id of whoever made the sale, where that was said beside the cashier (S0-62).' })
  get salespersonId(): string | null { return this.row.salespersonId === null ? null : toGlobalId('staff', this.row.salespersonId); }
  @Getter(() => String, { nullable: true, description: 'Name of whoever made the sale, where that was said beside the cashier (S0-62).' })
  get salespersonName(): string | null { return this.row.salespersonName; }
  @Getter(() => String, { nullable: true, description: 'The number on the till’s receipt (S0-58); null where none was said.' })
  get receiptNumber(): string | null { return this.row.receiptNumber; }
  @Getter(() => String, { nullable: true, description: 'The customer’s remark.' })
  get remark(): string | null { return this.row.remark; }
  @Getter(() => String, { nullable: true, description: 'When the goods are wanted, in the customer’s words.' })
  get receivingTime(): string | null { return this.row.receivingTime; }
  @Getter(() => Invoice, { nullable: true, description: 'The invoice that was asked for; null where none was.' })
  get invoice(): Invoice | null { return this.row.invoiceWanted ? new Invoice(this.row) : null; }
  @Getter(() => Shipment, { nullable: true, description: 'The parcel’s way, once it is shipped.' })
  get shipment(): Shipment | null { return this.row.waybillNumber === null ? null : new Shipment(this.row); }
  @Getter(() => DateTime, { nullable: true, description: 'Until when it must be paid; null for in-store orders (S2-246).' })
  get payDeadline(): string | null { return this.row.payDeadline; }
  @Getter(() => DateTime, { description: 'When it was placed (S2-244).' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { description: 'When it last changed.' })
  get updatedAt(): string { return this.row.updatedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When it was paid in full (S2-245).' })
  get paidAt(): string | null { return this.row.paidAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When platform or store took it on (S2-247).' })
  get confirmedAt(): string | null { return this.row.confirmedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When shipping began, or the store set out (S2-248).' })
  get deliveryStartedAt(): string | null { return this.row.deliveryStartedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When it was shipped or brought (S2-249).' })
  get deliveredAt(): string | null { return this.row.deliveredAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When the deal was done (S2-250).' })
  get finishedAt(): string | null { return this.row.finishedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When it was canceled or its payment timed out.' })
  get canceledAt(): string | null { return this.row.canceledAt; }
  @Getter(() => OrderHold, { nullable: true, description: 'That it is stopped; null unless it is.' })
  get hold(): OrderHold | null { return this.row.heldAt === null ? null : new OrderHold(this.row); }
  @Getter(() => OrderReminder, { nullable: true, description: 'That the customer has asked for the goods; null unless they have (S2-159).' })
  get reminder(): OrderReminder | null { return this.row.remindedAt === null ? null : new OrderReminder(this.row); }
  @Getter(() => DateTime, { nullable: true, description: 'When accounts with the store were settled; null while they are not (S2-157).' })
  get settledAt(): string | null { return this.row.settledAt; }
  @Getter(() => OrderReview, { nullable: true, description: 'The comment that is linked to it as a whole; null while there is none (S2-6).' })
  get review(): OrderReview | null { return this.row.commentId === null ? null : new OrderReview(this.row); }
  @Getter(() => Boolean, { description: 'Whether it is done, and neither it nor each of its lines has a comment yet (S2-316, S4-129).' })
  get awaitingReview(): boolean { return this.row.awaitingReview; }
  @Getter(() => VisibilityEnum, { description: 'What its owner has done with it in their own lists (S1-84).' })
  get visibility(): Visibility { return this.row.visibility; }
  @Getter(() => OrderParty, { nullable: true, description: 'Who pays the bill, where it is not who gets the goods (S3-139).' })
  get billing(): OrderParty | null { return this.row.billing === null ? null : new OrderParty(this.row.billing); }
  @Getter(() => String, { nullable: true, description: 'The system that it was imported from, where `uid` is its number; null for an order placed here.' })
  get importedFrom(): string | null { return this.row.importedFrom; }
}

@ObjectType({ simpleResolvers: true, description: 'An order in a page of orders.' })
export class OrderEdge {
  @Field(() => String, { description: 'Pass it as `after` or `before` to go on from this order.' })
  cursor!: string;
  @Field(() => Order, { description: 'The order.' })
  node!: Order;
}

@ObjectType({ simpleResolvers: true, description: 'A page of orders, in the order that `sort` asks for.' })
export class OrderConnection {
  @Field(() => [OrderEdge], { description: 'The orders of this page.' })
  edges!: OrderEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
  /** Counts the whole list; asked only by `totalCount`. */
  countAll!: () => Promise<number>;
}
