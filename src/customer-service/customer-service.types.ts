import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ActorRoleEnum } from '../orders/order-enums.types.ts';
import { TenderEnum } from '../orders/placing/order-inputs.types.ts';
import type { Role } from '../identity/caller.ts';
import type { Tender } from '../payments/payment-states.ts';
import { Address } from '../platform/address.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import type { EventRow } from '../platform/event-log.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime } from '../platform/scalars.ts';
import { payoutStates, serviceStatuses, type PayoutState, type ServiceStatus, type ServiceType } from './customer-service.lifecycle.ts';
import type { CustomerServiceItemRow, CustomerServiceRow } from './customer-service.tables.ts';
import { itemRoles, type GoodsCondition, type ItemRole } from './item-words.ts';
import { piecesOf } from './order-case.rules.ts';
import { serviceEventTypes, type ServiceEventType } from './service-events.ts';
import { GoodsConditionEnum, ServiceTypeEnum } from './service-inputs.types.ts';
import { logText } from './service-words.rules.ts';

export const ServiceStatusEnum = enumOf('CustomerServiceStatus', 'How far a document has come (S2-121 to S2-128).', serviceStatuses);
const ServiceEventTypeEnum = enumOf('CustomerServiceEventType', 'What happened to a document.', serviceEventTypes);
const PayoutStateEnum = enumOf('CustomerServicePayoutState', 'What has become of a document’s money; its refunds say it in detail.', payoutStates);
const ItemRoleEnum = enumOf('CustomerServiceItemRole', 'Which side of a document a line stands on.', itemRoles);

@ObjectType({ simpleResolvers: true, description: 'A line of a document: goods that come back, or goods that are given in exchange (S2-287 to S2-291).' })
export class CustomerServiceItem {
  constructor(readonly row: CustomerServiceItemRow) {}

  @Getter(() => Int, { description: 'Position in the document, from 1.' })
  get seq(): number { return this.row.seq; }
  @Getter(() => ItemRoleEnum, { description: 'Which side it stands on.' })
  get role(): ItemRole { return this.row.role; }
  @Getter(() => Int, { nullable: true, description: 'Goods that come back: the line of the order. Goods given in exchange: the number they go by when they are given back in their turn. Null without an order.' })
  get lineSeq(): number | null { return this.row.lineSeq; }
  @Getter(() => String, { description: 'Code of the SKU then.' })
  get skuCode(): string { return this.row.skuCode; }
  @Getter(() => ID, { description: 'Id of the SKU (S2-289).' })
  get skuId(): string { return toGlobalId('sku', this.row.skuId); }
  @Getter(() => ID, { description: 'Id of the product (S2-289).' })
  get productId(): string { return toGlobalId('product', this.row.productId); }
  @Getter(() => String, { description: 'Code of the product then.' })
  get productCode(): string { return this.row.productCode; }
  @Getter(() => String, { description: 'Name of the product then.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'What set the SKU apart.' })
  get specification(): string | null { return this.row.specification; }
  @Getter(() => String, { nullable: true, description: 'Barcode then.' })
  get barcode(): string | null { return this.row.barcode; }
  @Getter(() => String, { nullable: true, description: 'URL of the picture then.' })
  get cover(): string | null { return this.row.cover; }
  @Getter(() => Int, { nullable: true, description: 'Weight of a piece in grams then (S2-291). Null where it was not known, and for documents older than this field.' })
  get weightGrams(): number | null { return this.row.weightGrams; }
  @Getter(() => Int, { description: 'Pieces that count: those that came back, or, until they were counted, those that are to. Of goods given in exchange, those that are given: of the same goods once more, as many as came back.' })
  get quantity(): number { return piecesOf(this.row); }
  @Getter(() => Int, { description: 'Pieces that were asked for.' })
  get requestedQuantity(): number { return this.row.quantity; }
  @Getter(() => Int, { nullable: true, description: 'Pieces that came back; null until they were counted, and for goods given in exchange.' })
  get receivedQuantity(): number | null { return this.row.role === 'RETURN' ? this.row.receivedQuantity : null; }
  @Getter(() => GoodsConditionEnum, { nullable: true, description: 'How they were when they came back.' })
  get condition(): GoodsCondition | null { return this.row.condition; }
  @Getter(() => Money, { description: 'Price of a piece.' })
  get price(): Money { return new Money(this.row.price, this.row.currency); }
  @Getter(() => Money, { description: 'What the pieces are worth: goods that come back, as they were paid; goods given in exchange, as they cost (S2-290).' })
  get total(): Money { return new Money(this.row.total, this.row.currency); }
  @Getter(() => Money, { nullable: true, description: 'What goes back for them, or is credited; null for goods given in exchange (S2-205).' })
  get refundFee(): Money | null { return this.row.role === 'RETURN' ? new Money(this.row.amount, this.row.currency) : null; }
  @Getter(() => Int, { description: 'Points that belong to them: they go back, or stay with goods given in exchange.' })
  get points(): number { return this.row.points; }
}

@ObjectType({ simpleResolvers: true, description: 'The store that answers a document, as it was when the document was opened.' })
export class CustomerServiceStore {
  constructor(readonly row: CustomerServiceRow) {}

  @Getter(() => ID, { description: 'Id of the store.' })
  get id(): string { return toGlobalId('store', this.row.storeId!); }
  @Getter(() => String, { description: 'Its code then.' })
  get code(): string { return this.row.storeCode!; }
  @Getter(() => String, { description: 'Its name then.' })
  get name(): string { return this.row.storeName!; }
}

@ObjectType({ simpleResolvers: true, description: 'Where goods are to be sent back to.' })
export class ReturnPlace {
  constructor(readonly row: CustomerServiceRow) {}

  @Getter(() => String, { nullable: true, description: 'To whom.' })
  get name(): string | null { return this.row.returnName; }
  @Getter(() => String, { nullable: true, description: 'Phone number for the courier.' })
  get phone(): string | null { return this.row.returnPhone; }
  @Getter(() => Address, { description: 'Address.' })
  get address(): Address { return this.row.returnAddress!; }
}

@ObjectType({ simpleResolvers: true, description: 'A parcel of a document (S2-280).' })
export class CustomerServiceParcel {
  constructor(courierCompany: string, courierCode: string | null, waybillNumber: string) {
    this.courierCompany = courierCompany;
    this.courierCode = courierCode;
    this.waybillNumber = waybillNumber;
  }

  @Field(() => String, { description: 'Courier.' })
  readonly courierCompany: string;
  @Field(() => String, { nullable: true, description: 'Code of the courier.' })
  readonly courierCode: string | null;
  @Field(() => String, { description: 'Number of the waybill.' })
  readonly waybillNumber: string;
}

@ObjectType({ simpleResolvers: true, description: 'An entry of a document’s log, in plain words (S2-226, S2-277).' })
export class CustomerServiceLogEntry {
  constructor(readonly row: EventRow, readonly currency: string) {}

  @Getter(() => ServiceEventTypeEnum, { description: 'What happened.' })
  get type(): ServiceEventType { return this.row.type as ServiceEventType; }
  @Getter(() => Int, { description: 'The document’s version after it; entries of one document follow it without a gap.' })
  get version(): number { return this.row.version; }
  @Getter(() => DateTime, { description: 'When.' })
  get at(): string { return this.row.at; }
  @Getter(() => String, { description: 'What happened, in plain words, with the figure that belongs to it: "Amount changed: 58.00 CNY to go back".' })
  get text(): string { return logText(this.row, this.currency); }
  @Getter(() => ActorRoleEnum, { description: 'Who did it.' })
  get actorRole(): Role | 'SYSTEM' { return this.row.actorRole as Role | 'SYSTEM'; }
  @Getter(() => String, { nullable: true, description: 'Name of whoever did it, as their token told.' })
  get actorName(): string | null { return this.row.actorName; }
  @Getter(() => ServiceStatusEnum, { nullable: true, description: 'Status before; null for CREATED.' })
  get fromStatus(): ServiceStatus | null { return this.row.fromStatus as ServiceStatus | null; }
  @Getter(() => ServiceStatusEnum, { description: 'Status after.' })
  get toStatus(): ServiceStatus { return this.row.toStatus as ServiceStatus; }
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A refund, return or exchange: what is given back, what for, and where goods and money are (S2-274).' })
export class CustomerService extends Node {
  constructor(readonly row: CustomerServiceRow) {
    super('service', row.id);
  }

  @Getter(() => String, { description: 'Number for people: twenty digits, beginning with the UTC time of opening.' })
  get number(): string { return this.row.number; }
  @Getter(() => String, { nullable: true, description: 'The client’s own id (S0-18).' })
  get uid(): string | null { return this.row.uid; }
  @Getter(() => ServiceTypeEnum, { description: 'What was asked for (S2-275).' })
  get type(): ServiceType { return this.row.type; }
  @Getter(() => ServiceStatusEnum, { description: 'How far it has come (S2-275).' })
  get status(): ServiceStatus { return this.row.status; }
  @Getter(() => Boolean, { description: 'Of CANCELED: whether the store has refused (S4-94), and not whoever asked called it off (S2-127). The reason is the content of the log’s last entry.' })
  get refused(): boolean { return this.row.status === 'CANCELED' && this.row.lastAction === 'REFUSE'; }
  @Getter(() => Int, { description: 'Grows by one with every entry of the log; pass it as `expectedVersion`.' })
  get version(): number { return this.row.version; }
  @Getter(() => String, { nullable: true, description: 'Number of the order; null for a return without one (S2-284).' })
  get orderNumber(): string | null { return this.row.orderNumber; }
  @Getter(() => CustomerServiceStore, { nullable: true, description: 'The store that answers it; null where the platform does (S2-281).' })
  get store(): CustomerServiceStore | null { return this.row.storeId === null ? null : new CustomerServiceStore(this.row); }
  @Getter(() => ID, { nullable: true, description: 'Id of the clerk who works on it (S2-282).' })
  get clerkId(): string | null { return this.row.clerkId === null ? null : toGlobalId('staff', this.row.clerkId); }
  @Getter(() => String, { nullable: true, description: 'Name of the clerk who works on it (S2-282).' })
  get clerkName(): string | null { return this.row.clerkName; }
  @Getter(() => String, { description: 'Why (S2-276).' })
  get reason(): string { return this.row.reason; }
  @Getter(() => String, { nullable: true, description: 'Code of the reason, where one of the platform’s was named.' })
  get reasonCode(): string | null { return this.row.reasonCode; }
  @Getter(() => String, { nullable: true, description: 'What else was said when it was opened (S2-276).' })
  get content(): string | null { return this.row.content; }
  @Getter(() => [String], { description: 'URLs of pictures (S2-276).' })
  get images(): readonly string[] { return this.row.images; }
  @Getter(() => Boolean, { nullable: true, description: 'Whether the customer had the goods, as was said when it was opened (S4-59).' })
  get goodsReceived(): boolean | null { return this.row.goodsReceived; }
  @Getter(() => Boolean, { description: 'Whether the shopper wants the whole order called off (S4 status 6).' })
  get cancelsOrder(): boolean { return this.row.cancelsOrder; }
  @Getter(() => Boolean, { description: 'Whether the lines’ shares of the freight go back as well.' })
  get refundsFreight(): boolean { return this.row.withFreight; }
  @Getter(() => CurrencyCode, { description: 'Currency of all its amounts.' })
  get currency(): string { return this.row.currency; }
  @Getter(() => Money, { description: 'What the goods that come back are credited with.' })
  get creditTotal(): Money { return new Money(this.row.creditTotal, this.row.currency); }
  @Getter(() => Money, { description: 'What the goods given in exchange cost.' })
  get replacementTotal(): Money { return new Money(this.row.replacementTotal, this.row.currency); }
  @Getter(() => Money, { nullable: true, description: 'What goes back in money (S2-206, S2-278); null for an exchange that gives nothing back.' })
  get refundFee(): Money | null { return moneyOrNull(this.row.refundFee, this.row.currency); }
  @Getter(() => Money, { nullable: true, description: 'What an exchange costs on top (S2-207, S2-279); null where it costs nothing. It is paid as a payment of the order, and nothing ships before.' })
  get supplementaryFee(): Money | null { return moneyOrNull(this.row.supplementaryFee, this.row.currency); }
  @Getter(() => Int, { description: 'Points that go back.' })
  get pointsReturned(): number { return this.row.pointsReturned; }
  @Getter(() => Money, { description: 'What has gone back by now.' })
  get refundedTotal(): Money { return new Money(this.row.refundedTotal, this.row.currency); }
  @Getter(() => PayoutStateEnum, { description: 'What has become of the money.' })
  get payoutState(): PayoutState { return this.row.payoutState; }
  @Getter(() => TenderEnum, { nullable: true, description: 'How a return without an order was paid out.' })
  get payoutTender(): Tender | null { return this.row.payoutTender; }
  @Getter(() => ReturnPlace, { nullable: true, description: 'Where the goods are to be sent, once that was agreed.' })
  get returnPlace(): ReturnPlace | null { return this.row.returnAddress === null ? null : new ReturnPlace(this.row); }
  @Getter(() => CustomerServiceParcel, { nullable: true, description: 'The goods’ way back (S2-280).' })
  get returnParcel(): CustomerServiceParcel | null { return this.row.waybillNumber === null ? null : new CustomerServiceParcel(this.row.courierCompany!, this.row.courierCode, this.row.waybillNumber); }
  @Getter(() => CustomerServiceParcel, { nullable: true, description: 'The way of what is given in exchange; null also where it was handed over.' })
  get replacementParcel(): CustomerServiceParcel | null {
    const { replacementCourierCompany: company, replacementCourierCode: code, replacementWaybillNumber: waybill } = this.row;
    return waybill === null ? null : new CustomerServiceParcel(company!, code, waybill);
  }
  @Getter(() => DateTime, { description: 'When it was opened (S2-284).' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { description: 'When it last changed.' })
  get updatedAt(): string { return this.row.updatedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When somebody looked into it.' })
  get takenUpAt(): string | null { return this.row.takenUpAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When the store agreed.' })
  get approvedAt(): string | null { return this.row.approvedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When the goods were sent back.' })
  get sentBackAt(): string | null { return this.row.sentBackAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When the goods were back.' })
  get receivedAt(): string | null { return this.row.receivedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When what is given in exchange was sent, or handed over.' })
  get replacementShippedAt(): string | null { return this.row.replacementShippedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When it was done, refused or called off.' })
  get finishedAt(): string | null { return this.row.finishedAt; }
}
