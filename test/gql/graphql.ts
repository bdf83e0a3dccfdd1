/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who did something: a caller by their role, or the system by itself. */
export type ActorRole =
  /** The back office: sees and steers every store. */
  | 'PLATFORM'
  /** An integrated system: keeps catalogue and customers, and places in-store orders for any store. */
  | 'SERVICE'
  /** Buys, and sees what is their own. */
  | 'SHOPPER'
  /** Works orders of the stores they are a member of. */
  | 'STAFF'
  /** Nobody in particular: a deadline passed, or a gateway reported. */
  | 'SYSTEM';

/** An address to be taken out of the book. */
export type AddressDeleteInput = {
  /** Which address of the caller’s. */
  addressId: string | number;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
};

/** A postal address, from coarse to fine. Every part may be left out, and has at most 200 characters. */
export type AddressInput = {
  /** City (S2-49). */
  city?: string | null | undefined;
  /** Two-letter ISO 3166 code of the country. */
  country?: string | null | undefined;
  /** Floor, room, anything else (S2-52). */
  detail?: string | null | undefined;
  /** District (S2-50). */
  district?: string | null | undefined;
  /** Province or state (S2-48). */
  province?: string | null | undefined;
  /** Street and house number (S2-51). */
  street?: string | null | undefined;
  /** Postcode (S2-47). */
  zip?: string | null | undefined;
};

/** An address to be kept. Saved as a whole: what is left out is not kept. */
export type AddressSaveInput = {
  /** Where; with a street or a detail at least. */
  address: AddressInput;
  /** Which address of the caller’s to change; a new one when left out. */
  addressId?: string | number | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** E-mail address, at most 255 characters. */
  email?: string | null | undefined;
  /** Family name, at most 120 characters. */
  familyName?: string | null | undefined;
  /** Given name, at most 120 characters. */
  givenName?: string | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** True makes it the default in place of another, false no longer; left out, that stays as it is. Without any, the oldest address is the default. */
  isDefault?: boolean | null | undefined;
  /** Name of the recipient, 1 to 120 characters. */
  name: string;
  /** Phone number, at most 40 characters; couriers need one. */
  phone?: string | null | undefined;
  /** How the recipient is addressed. */
  title?: Salutation | null | undefined;
};

/** A name and a value. */
export type AttributeInput = {
  /** Name, 1 to 64 characters; once in a list. */
  name: string;
  /** Value, at most 200 characters. */
  value: string;
};

/** A day of the year on which somebody was born. Month and day suffice for the birthday discount. */
export type BirthdayInput = {
  /** Day of the month. */
  day: number;
  /** Month, 1 to 12. */
  month: number;
  /** Year, from 1900 on; null where it is not known. */
  year?: number | null | undefined;
};

/** A change of one line; what is left out stays. */
export type CartChangeLineInput = {
  /** Id of the cart. */
  cartId: string | number;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Tills only: how the line’s offer is chosen. */
  offerChoice?: OfferChoice | null | undefined;
  /** Code of the offer, with ONLY. */
  offerCode?: string | null | undefined;
  /** Why the price differs, 1 to 200 characters. */
  priceReason?: string | null | undefined;
  /** Pieces, 1 to 1,000,000. More of a line whose price was set by hand need the right to set prices: PRICE_NOT_ALLOWED. */
  quantity?: number | null | undefined;
  /** Which line. */
  seq: number;
  /** Tills only: a price for one piece, with a reason; null gives the line back to the catalogue. */
  unitPrice?: string | null | undefined;
};

/** A new cart. A shopper’s is their own; staff and services open one at a store’s till. */
export type CartCreateInput = {
  /** Code of the coupon to be used, at most 64 characters; the quote says whether it applies. */
  couponCode?: string | null | undefined;
  /** Currency of a cart without a store; the platform’s own when left out. With a store, the store’s; another is refused with INVALID_INPUT. */
  currency?: string | null | undefined;
  /** Tills only: the subject of the buying shopper, when they are known. */
  customerSubject?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Its first lines, each a line of its own: at most 200 for a shopper, 2000 at a till. */
  lines?: Array<CartLineInput> | null | undefined;
  /** How many points to spend; none when left out. The quote says how many can be; an order that spends fewer must confirm its total (`expectedTotal`). */
  pointsWanted?: number | null | undefined;
  /** The store it is for. A till needs it; without one a shopper’s cart becomes an EXPRESS order of the platform. */
  storeId?: string | number | null | undefined;
};

/** A line for a cart. What it costs is computed, never sent; only a till may set a price by hand. */
export type CartLineInput = {
  /** Tills only: how the line’s offer is chosen; AUTO when left out (S0-71). */
  offerChoice?: OfferChoice | null | undefined;
  /** Code of the offer, with ONLY. One that does not apply when the cart is ordered refuses the order with OFFER_NOT_APPLICABLE. */
  offerCode?: string | null | undefined;
  /** Why the price differs, 1 to 200 characters; kept with the line and the order. */
  priceReason?: string | null | undefined;
  /** Pieces, 1 to 1,000,000. */
  quantity: number;
  /** Code of the SKU. */
  sku: string;
  /** Tills only: a price for one piece in place of the catalogue’s, which no offer, tier or coupon touches; for staff with that right, with a reason. */
  unitPrice?: string | null | undefined;
};

/** What has become of a cart. */
export type CartState =
  /** Thrown away, or merged into another. */
  | 'DELETED'
  /** Can be changed and ordered. */
  | 'OPEN'
  /** Has become an order; it never becomes a second one (S3-36). */
  | 'ORDERED';

/** Goods that a clerk gives in exchange. */
export type ClerkReplacementLineInput = {
  /** Pieces, 1 to 1,000,000 (S2-83). */
  quantity: number;
  /** Code of the SKU (S2-81, S2-82). */
  sku: string;
  /** A price for one piece in place of the catalogue’s; only by those who may set prices. */
  unitPrice?: string | null | undefined;
};

/** Goods that a clerk takes back, or credits. */
export type ClerkReturnLineInput = {
  /** Pieces. With an order, all that are left when left out (S2-200); without one it must be given (S2-201). */
  quantity?: number | null | undefined;
  /** What goes back for them all. With an order, what they were paid when left out, and never more; without one, the catalogue’s price when left out, another only by those who may set prices (S2-203). */
  refundFee?: string | null | undefined;
  /** With an order: the line’s number in it. */
  seq?: number | null | undefined;
  /** Without an order: code of the SKU (S2-77, S2-78). */
  sku?: string | null | undefined;
};

/** Who gets the goods, and where (S2-45 to S2-52). */
export type ContactInput = {
  /** Address; EXPRESS and FLASH need at least street or detail. */
  address?: AddressInput | null | undefined;
  /** E-mail, at most 255 characters (S3-156). */
  email?: string | null | undefined;
  /** Family name by itself, at most 120 characters (S3-154). */
  familyName?: string | null | undefined;
  /** Given name by itself, at most 120 characters (S3-154). */
  givenName?: string | null | undefined;
  /** Name, 1 to 120 characters. */
  name: string;
  /** Phone number, at most 40 characters; EXPRESS and FLASH need it. */
  phone?: string | null | undefined;
  /** How they are addressed (S3-153). */
  title?: Title | null | undefined;
};

/** Coupons that are to go out of force. */
export type CouponDisableInput = {
  /** Which definition. */
  definitionId: string | number;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the definition is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
};

/** How coupons of a definition come to people. */
export type CouponDistribution =
  /** A shopper claims one with its code, and then has a coupon of their own. */
  | 'CLAIMED'
  /** Only the platform gives it to customers. */
  | 'ISSUED'
  /** Whoever names its code when ordering may use it; it can be claimed as well. */
  | 'PUBLIC';

/** Who is to get a coupon. */
export type CouponIssueInput = {
  /** Code of the definition. */
  code: string;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Subjects (`sub`) of the customers’ tokens, 1 to 500; each gets one coupon. */
  subjects: Array<string>;
};

/** Why a coupon does not apply. */
export type CouponRefusalReason =
  /** It needs goods for more money; `missingAmount` says how much. */
  | 'AMOUNT_MISSING'
  /** Nobody knows whose order this is. */
  | 'CUSTOMER_UNKNOWN'
  /** It was withdrawn. */
  | 'DISABLED'
  /** It is not valid any more. */
  | 'EXPIRED'
  /** The goods are at cost already. */
  | 'LOSS_GUARD'
  /** It is for other goods. */
  | 'NOT_FOR_THIS'
  /** The customer has no such coupon, and nobody may use such a code. */
  | 'NOT_FOUND'
  /** It is not valid yet. */
  | 'NOT_YET_VALID'
  /** It would take nothing off: nothing is left, its price is no lower, or its part of so little money is less than half a minor unit. */
  | 'NO_EFFECT'
  /** The goods have an offer already, and it does not go with offers. */
  | 'ONLY_WITHOUT_OFFERS'
  /** It is for another currency. */
  | 'OTHER_CURRENCY'
  /** It is for another store. */
  | 'OTHER_STORE'
  /** This is the code of its definition; whoever may not spend a customer’s benefits names the coupon’s own, which the customer shows. */
  | 'OWN_CODE_NEEDED'
  /** It needs more pieces; `missingPieces` says how many. */
  | 'PIECES_MISSING'
  /** It is for customers of another tier. */
  | 'TIER_MISSING'
  /** It was used. */
  | 'USED'
  /** The customer has used it as often as they may. */
  | 'USED_BY_CUSTOMER'
  /** All its uses are taken. */
  | 'USED_UP';

/** How somebody came by a coupon. */
export type CouponSource =
  /** The customer claimed it with a code. */
  | 'CLAIMED'
  /** The platform gave it. */
  | 'ISSUED'
  /** It came by sharing an order: to who shared it, or to a friend. */
  | 'SHARED';

/** Whether a coupon can be used. */
export type CouponState =
  /** Its time is over. */
  | 'EXPIRED'
  /** Its time has not come. */
  | 'NOT_YET_VALID'
  /** It can be used now, where its conditions are met. */
  | 'USABLE'
  /** An order has used it; it comes back if that order dies. */
  | 'USED'
  /** The platform took it out of force. */
  | 'WITHDRAWN';

/** A shopper’s profile. What is left out stays as it is; null clears it. */
export type CustomerInput = {
  /** Birthday; without it there is no birthday discount. */
  birthday?: BirthdayInput | null | undefined;
  /** Brand that the membership belongs to, at most 40 characters. */
  brandCode?: string | null | undefined;
  /** Kind of the membership card, at most 40 characters. */
  cardType?: string | null | undefined;
  /** Country, at most 60 characters. */
  country?: string | null | undefined;
  /** E-mail address, at most 255 characters. */
  email?: string | null | undefined;
  /** Family name, at most 120 characters. */
  familyName?: string | null | undefined;
  /** Gender. */
  gender?: Gender | null | undefined;
  /** Given name, at most 120 characters. */
  givenName?: string | null | undefined;
  /** Whether they are married. */
  married?: boolean | null | undefined;
  /** Number of the membership, at most 64 characters; one customer’s within a brand, and likewise among those without one. Refused with DUPLICATE_MEMBER_NUMBER where another has it (S0-86). */
  memberNumber?: string | null | undefined;
  /** Name, 1 to 120 characters. */
  name: string;
  /** Phone number, at most 40 characters. */
  phone?: string | null | undefined;
  /** The subject (`sub`) of the shopper’s token, 1 to 255 characters; the profile is found by it. */
  subject: string;
  /** Code of their tier; null for the default one. */
  tier?: string | null | undefined;
  /** IANA name of their time zone, e.g. "Asia/Shanghai": where their birthday begins and ends. UTC without one. */
  timeZone?: string | null | undefined;
};

/** Profiles to be made or brought up to date, found by their subjects. */
export type CustomerSaveInput = {
  /** 1 to 500 profiles; all are saved or none. */
  customers: Array<CustomerInput>;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
};

/** A step of a document’s lifecycle. */
export type CustomerServiceAction =
  /** The store agrees: goods may come back to the address it gives, or money may go back (S2-216). */
  | 'APPROVE'
  /** Called off by whoever asked for it, as long as no goods are on their way. */
  | 'CANCEL'
  /** The store changes what is to go back, up to what the lines paid, until it is paid out (S2-224). */
  | 'CHANGE_AMOUNT'
  /** The customer has what was given in exchange. */
  | 'COMPLETE_EXCHANGE'
  /** All of the money has gone back. */
  | 'FINISH_REFUND'
  /** What a gateway or a card terminal has refused is paid out in another way: in cash, into the wallet, or by hand. */
  | 'PAY_OUT_OTHERWISE'
  /** The goods are back, all or part of them (S2-217). */
  | 'RECEIVE'
  /** The money is paid out: cash at once, through gateways afterwards. */
  | 'REFUND'
  /** Nothing can be given in exchange; the goods’ worth is refunded. */
  | 'REFUND_INSTEAD'
  /** The store does not agree, or takes its word back before money has moved (S2-308). */
  | 'REFUSE'
  /** A word to the other side. */
  | 'REPLY'
  /** A gateway that has refused is asked again now (S2-225); a card is to be tried at a terminal again. */
  | 'RETRY_REFUND'
  /** The goods are with a courier (S2-227). */
  | 'SEND_BACK'
  /** What is given in exchange is with a courier, or handed over. */
  | 'SHIP_REPLACEMENT'
  /** Somebody looks into it. */
  | 'TAKE_UP';

/** A refund, return or exchange that a clerk opens (S2-12). */
export type CustomerServiceCreateInput = {
  /** What else there is to say, at most 1000 characters (S2-75, S4-55). */
  content?: string | null | undefined;
  /** Without an order: the subject of the shopper, when they are known. */
  customerSubject?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** The goods lie on the counter: approved and received by the same command. */
  goodsHandedIn?: boolean | null | undefined;
  /** Whether the customer has the goods (S4-59). */
  goodsReceived?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** URLs of pictures, at most 9 (S2-76, S4-57). */
  images?: Array<string> | null | undefined;
  /** Id of the order, or its number; a RETURN may be without one (S2-198, S2-199). */
  orderId?: string | number | null | undefined;
  /** Why, in words, 1 to 200 characters (S2-74, S2-95); the named reason’s own words when left out. */
  reason?: string | null | undefined;
  /** Code of a reason that the platform keeps (`customerServiceReasons`); it or `reason` must be given (S2-18). */
  reasonCode?: string | null | undefined;
  /** Pays out by the same command, where no goods are awaited any more. */
  refundNow?: boolean | null | undefined;
  /** EXCHANGE: what is given for it, at most 2000 lines; the same goods once more when left out, as many of them as come back. */
  replacements?: Array<ClerkReplacementLineInput> | null | undefined;
  /** What is given back or credited, at most 2000 lines; all that is left of the order when left out. */
  returns?: Array<ClerkReturnLineInput> | null | undefined;
  /** The store that takes goods back without an order; with one it is the order’s (S2-70). */
  storeId?: string | number | null | undefined;
  /** What is done (S2-73). */
  type: CustomerServiceType;
  /** An id of your own for the document, 1 to 64 characters; refused with DUPLICATE_UID when you have one with it (S0-18). */
  uid?: string | null | undefined;
};

/** What happened to a document. */
export type CustomerServiceEventType =
  /** The store agrees: goods may come back to the address it gives, or money may go back (S2-216). */
  | 'APPROVE'
  /** Called off by whoever asked for it, as long as no goods are on their way. */
  | 'CANCEL'
  /** The store changes what is to go back, up to what the lines paid, until it is paid out (S2-224). */
  | 'CHANGE_AMOUNT'
  /** The customer has what was given in exchange. */
  | 'COMPLETE_EXCHANGE'
  /** It was asked for. */
  | 'CREATED'
  /** All of the money has gone back. */
  | 'FINISH_REFUND'
  /** What a gateway or a card terminal has refused is paid out in another way: in cash, into the wallet, or by hand. */
  | 'PAY_OUT_OTHERWISE'
  /** The goods are back, all or part of them (S2-217). */
  | 'RECEIVE'
  /** The money is paid out: cash at once, through gateways afterwards. */
  | 'REFUND'
  /** Nothing can be given in exchange; the goods’ worth is refunded. */
  | 'REFUND_INSTEAD'
  /** A gateway or a terminal that had refused has paid after all what had been paid out otherwise; somebody must get it back. */
  | 'REFUND_PAID_TWICE'
  /** A gateway works on the refund. */
  | 'REFUND_PENDING'
  /** A gateway has refused the refund; it is asked again by itself, or when somebody retries. */
  | 'REFUND_REFUSED'
  /** A card terminal has refused the refund; a terminal may be tried again, or the money is paid out otherwise. */
  | 'REFUND_REFUSED_AT_TERMINAL'
  /** Money has gone back. */
  | 'REFUND_SUCCEEDED'
  /** A gateway did not answer; it is asked again under the same number. */
  | 'REFUND_UNKNOWN'
  /** The store does not agree, or takes its word back before money has moved (S2-308). */
  | 'REFUSE'
  /** A word to the other side. */
  | 'REPLY'
  /** A gateway that has refused is asked again now (S2-225); a card is to be tried at a terminal again. */
  | 'RETRY_REFUND'
  /** The goods are with a courier (S2-227). */
  | 'SEND_BACK'
  /** What is given in exchange is with a courier, or handed over. */
  | 'SHIP_REPLACEMENT'
  /** What the exchange costs on top is paid. */
  | 'SUPPLEMENT_PAID'
  /** Somebody looks into it. */
  | 'TAKE_UP';

/** How a document is paid out. */
export type CustomerServiceRefundInput = {
  /** A word to the customer, at most 500 characters. */
  comment?: string | null | undefined;
  /** Id of the document, or its number. */
  customerServiceId: string | number;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the document is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Over which payments; last in, first out when left out. The shares must come to all that is left to pay out. Not for a return without an order, which is paid in cash. */
  over?: Array<RefundShareInput> | null | undefined;
};

/** How far a document has come (S2-121 to S2-128). */
export type CustomerServiceStatus =
  /** Called off, or refused (S2-127). */
  | 'CANCELED'
  /** Asked for; nobody has looked into it (S2-121). */
  | 'CREATED'
  /** The goods are back; what is given in exchange is on its way (S2-124). */
  | 'DELIVERING'
  /** Done: the customer has what was given in exchange (S2-128). */
  | 'EXCHANGED'
  /** Somebody looks into it (S2-122). */
  | 'HANDLING'
  /** Done: the money has gone back (S2-126). */
  | 'REFUNDED'
  /** The money is to go back, or on its way (S2-125). */
  | 'REFUND_PENDING'
  /** Approved; the goods are to come back (S2-123). */
  | 'RETURN_PENDING';

/** What is asked for (S2-132 to S2-134). */
export type CustomerServiceType =
  /** Goods come back, and others go out; the difference is settled either way (S2-134). */
  | 'EXCHANGE'
  /** Money back, without goods coming back (S2-133). */
  | 'REFUND'
  /** Goods come back, and their money goes back (S2-132). */
  | 'RETURN';

/** A tier to be made or brought up to date, found by its code. What is left out grants nothing. */
export type CustomerTierSaveInput = {
  /** Percent off on the customer’s birthday, 0 to 100; 0 when left out. */
  birthdayDiscountPercent?: string | null | undefined;
  /** Whether points can be spent; false when left out. */
  canRedeemPoints?: boolean | null | undefined;
  /** Unique code, 1 to 40 characters. */
  code: string;
  /** What is otherwise in some currencies. */
  currencies?: Array<TierCurrencyInput> | null | undefined;
  /** Percent off everything, 0 to 100, at most two decimals; 0 when left out. */
  discountPercent?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Percent of what money paid that comes back as points, 0 to 100; 0 when left out. */
  earnPercent?: string | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** True makes it the tier of all who have none, in place of the one that was. */
  isDefault?: boolean | null | undefined;
  /** The most of an order’s goods, in percent, that points can pay; 100 when left out. */
  maximumPointsPercent?: string | null | undefined;
  /** The fewest points that can be spent at a time; 0 when left out. */
  minimumPoints?: number | null | undefined;
  /** Name as customers see it, 1 to 120 characters. */
  name: string;
  /** Points that one major unit of money is worth, 1 to 1,000,000; 1 when left out. */
  pointsPerUnit?: number | null | undefined;
};

/** How the goods reach the customer (S2-137 to S2-139). */
export type DeliveryType =
  /** By courier (S2-137). */
  | 'EXPRESS'
  /** Brought by the store itself, at once (S2-139). */
  | 'FLASH'
  /** The shopper fetches it from the store (S2-138). */
  | 'SELF_PICK';

/** A new exchange rate to the platform’s own currency. */
export type ExchangeRateSaveInput = {
  /** The currency. */
  currency: string;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What one unit of it is worth in the platform’s own currency. */
  rate: string;
  /** From when on it holds; now when left out, and never in the past. A rate that is still to come can be replaced under its instant. */
  validFrom?: string | null | undefined;
};

/** A kind of delivery that goods are sent by. */
export type FreightDelivery =
  /** Sent by courier. */
  | 'EXPRESS'
  /** Brought by the store within hours. */
  | 'FLASH';

/** So many pieces of a SKU. */
export type FreightLineInput = {
  /** How many pieces, 1 to 1,000,000. */
  quantity: number;
  /** Code of the SKU. */
  sku: string;
};

/** Goods, and where they should go. */
export type FreightQuoteInput = {
  /** In which currency; the platform’s own when left out. */
  currency?: string | null | undefined;
  /** How; EXPRESS when left out. */
  deliveryType?: FreightDelivery | null | undefined;
  /** Where to (S4-78). */
  destination: RegionInput;
  /** 1 to 200 lines (S4-79). */
  lines: Array<FreightLineInput>;
  /** The store that sells them, whose own prices count for the thresholds. */
  storeId?: string | number | null | undefined;
};

/** What sending to some regions costs. The first rule of a template that reaches the destination counts. */
export type FreightRuleInput = {
  /** What those cost; nothing when left out. */
  additionalFee?: string | null | undefined;
  /** Pieces or grams that each further fee covers, begun ones as whole; 1 when left out. */
  additionalUnits?: number | null | undefined;
  /** What they cost; needed unless `served` is false. */
  firstFee?: string | null | undefined;
  /** Pieces or grams that the first fee covers; 1 when left out. */
  firstUnits?: number | null | undefined;
  /** From which amount of the template’s goods on sending them is free, after all discounts; never when left out. */
  freeFromAmount?: string | null | undefined;
  /** From how many pieces of the template’s goods on sending them is free; never when left out. Either threshold suffices. */
  freeFromPieces?: number | null | undefined;
  /** Names of countries, provinces and cities, or paths of them ("Guangdong/Guangzhou"), as addresses write them; empty is everywhere, which stands last. */
  regions: Array<string>;
  /** False: nothing is sent there; true when left out. */
  served?: boolean | null | undefined;
};

/** Products that a freight template charges for. */
export type FreightTemplateAssignInput = {
  /** Code of the template. */
  code: string;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Codes of 1 to 500 products; all or none. Of several templates for one delivery and currency, the one assigned last counts. */
  productCodes: Array<string>;
  /** True: it no longer charges for them. */
  remove?: boolean | null | undefined;
};

/** A freight template to be made or brought up to date, found by its code. */
export type FreightTemplateSaveInput = {
  /** Unique code, 1 to 40 characters. */
  code: string;
  /** Currency of its fees. Goods that are sold in several need a template for each. */
  currency: string;
  /** Which deliveries it charges for; EXPRESS when left out. */
  deliveryTypes?: Array<FreightDelivery> | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Name, 1 to 120 characters. */
  name: string;
  /** Where it sends from (S4-183). */
  origin?: RegionInput | null | undefined;
  /** 1 to 200 rules. Where none of them reaches, nothing is sent. */
  rules: Array<FreightRuleInput>;
  /** What it goes by. */
  unit: FreightUnit;
};

/** What freight goes by. */
export type FreightUnit =
  /** By the number of pieces. */
  | 'PIECES'
  /** By weight, in grams. */
  | 'WEIGHT';

/** A person’s gender, as they wish to be known. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Neither, or not said. */
  | 'OTHER';

/** An account of a customer. None ever falls below zero. */
export type LedgerAccount =
  /** Points that can be spent. */
  | 'POINTS'
  /** Points that an order holds until it is paid or given up. */
  | 'POINTS_RESERVED'
  /** Money that the customer keeps with the platform, in one currency. */
  | 'WALLET';

/** Points or money to be given to a customer, or taken from them. */
export type LedgerAdjustInput = {
  /** The customer, who needs a profile. */
  customerId: string | number;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Money for the wallet in its currency: above zero gives, below zero takes. Either this or `points`. */
  money?: MoneyInput | null | undefined;
  /** Points: above zero gives, below zero takes; at most 10,000,000 at a time. Either this or `money`. */
  points?: number | null | undefined;
  /** Why, 1 to 200 characters; the customer reads it in the statement. */
  reason: string;
};

/** Why points or money moved. */
export type LedgerReason =
  /** Given or taken by the platform; the note says why. */
  | 'ADJUST'
  /** Points for a finished order. */
  | 'EARN'
  /** Points that had been earned with what was returned afterwards. */
  | 'EARN_REVERSED'
  /** Points that an order no longer holds, because it was given up. */
  | 'RELEASE'
  /** Points set aside for an order that waits for its payment. */
  | 'RESERVE'
  /** Points that paid for an order. */
  | 'SPEND'
  /** Points that came back with a refund. */
  | 'SPEND_RETURNED'
  /** Money put into the wallet. */
  | 'TOP_UP'
  /** Money out of the wallet that paid for an order. */
  | 'WALLET_PAYMENT'
  /** Money that a refund put back into the wallet. */
  | 'WALLET_REFUND';

/** An exact amount of money in one currency. */
export type MoneyInput = {
  /** The amount as decimal text, with no more decimals than the currency has. */
  amount: string;
  /** ISO 4217 code of the currency. */
  currency: string;
};

/** An attribute of products or SKUs that a scope asks for (S0-80). */
export type OfferAttributeInput = {
  /** Name, e.g. "Year"; 1 to 64 characters. */
  name: string;
  /** Any of these values will do, e.g. "2016"; 1 to 200 of them. */
  values: Array<string>;
};

/** How the offer on a line is chosen (S0-71). */
export type OfferChoice =
  /** Whatever offers apply, as the rules say. */
  | 'AUTO'
  /** None: the line is sold without an offer. */
  | 'NONE'
  /** The one that is named, and no other; where it does not apply, the cart cannot be ordered. */
  | 'ONLY';

/** An offer that is to go out of force. */
export type OfferDisableInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the offer is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Which offer. */
  offerId: string | number;
};

/** What an offer or coupon does to prices. */
export type OfferEffectInput = {
  /** In the currency of the terms; for AMOUNT_OFF (above 0) and FIXED_PRICE. */
  amount?: string | null | undefined;
  /** Which kind. */
  kind: OfferEffectKind;
  /** Per cent, above 0 and up to 100, with at most two decimals; for PERCENT_OFF, EVERY_N and NTH_PIECE. */
  percent?: string | null | undefined;
  /** Size of a group, 2 to 1000; for EVERY_N and NTH_PIECE. */
  pieces?: number | null | undefined;
};

/** What an offer or coupon does to prices. */
export type OfferEffectKind =
  /** An amount off: each piece of a LINE offer, the sum of a CART offer or coupon. */
  | 'AMOUNT_OFF'
  /** A percentage off the pieces of each complete group of `pieces`; where some are left over, the dearest count. */
  | 'EVERY_N'
  /** Each piece at this price; none becomes dearer. */
  | 'FIXED_PRICE'
  /** A percentage off one of every `pieces`, the cheapest of all. */
  | 'NTH_PIECE'
  /** A percentage off: each piece of a LINE offer, the sum of a CART offer or coupon. */
  | 'PERCENT_OFF';

/** An offer to be made, or brought up to date: it is found by its code, and replaced as a whole. */
export type OfferSaveInput = {
  /** Short unique code, 1 to 64 characters. */
  code: string;
  /** Currency of all amounts here; it then holds in this currency only. When left out no amount may be named, and it holds in every currency. */
  currency?: string | null | undefined;
  /** By how many orders of one customer, counted likewise; no limit when left out. */
  customerLimit?: number | null | undefined;
  /** What people are told of it, at most 1000 characters; nothing but its name when left out. Orders keep a copy (S2-272). */
  description?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** What it does to prices. */
  effect: OfferEffectInput;
  /** Until when, this instant excluded; for ever when left out. */
  endsAt?: string | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the offer is at this version; 0 for an offer that must be new. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** The most it takes off one order; no bound when left out. */
  maximumDiscount?: string | null | undefined;
  /** What the lines in scope must come to; nothing when left out. A LINE offer counts catalogue prices, a CART offer and a coupon what earlier discounts have left. */
  minimumAmount?: string | null | undefined;
  /** How many pieces in scope the cart must hold, 0 to 1,000,000; none when left out. */
  minimumPieces?: number | null | undefined;
  /** Name as shoppers see it, 1 to 200 characters. */
  name: string;
  /** Stackable offers are applied in this order, the smaller first, 0 to 1,000,000; 100 when left out. */
  priority?: number | null | undefined;
  /** Which lines it sees; every line when left out. */
  scope?: OfferScopeInput | null | undefined;
  /** Whether it goes with others; STACKABLE when left out. */
  stacking?: OfferStacking | null | undefined;
  /** From when on it holds; from now on when left out. */
  startsAt?: string | null | undefined;
  /** In which stores it holds, at most 1000; everywhere, also without a store, when left out or empty. */
  storeIds?: Array<string | number> | null | undefined;
  /** What it is about. */
  target: OfferTarget;
  /** For customers of which tiers, by code, at most 200; for everybody when left out or empty. */
  tierCodes?: Array<string> | null | undefined;
  /** By how many orders it can be used in all, counted from when a limit is first set; no limit when left out. */
  totalLimit?: number | null | undefined;
};

/** Which lines are seen: those whose SKU or product is named or that have all the attributes, and that are not excluded. With nothing named, every line. */
export type OfferScopeInput = {
  /** Attributes, all of which a line must have; at most 10. */
  attributes?: Array<OfferAttributeInput> | null | undefined;
  /** Codes of products that are never in scope, at most 1000. */
  excludedProductCodes?: Array<string> | null | undefined;
  /** Codes of SKUs that are never in scope, at most 1000. */
  excludedSkuCodes?: Array<string> | null | undefined;
  /** Codes of products, at most 1000. */
  productCodes?: Array<string> | null | undefined;
  /** Codes of SKUs, at most 1000. */
  skuCodes?: Array<string> | null | undefined;
};

/** Whether an offer goes with others of its target. */
export type OfferStacking =
  /** Without others of its target, where it is better than they: on a line for LINE, on the cart for CART. What has another target, the tier and a coupon still go with it. */
  | 'EXCLUSIVE'
  /** With all other stackable ones, each on what the earlier ones have left; by itself where that is better. */
  | 'STACKABLE';

/** What an offer is about. */
export type OfferTarget =
  /** What the lines in scope have come to after that (S0 cart offer). */
  | 'CART'
  /** The prices of pieces, before the customer’s own discounts (S0 catalog offer). */
  | 'LINE';

/** Which store gets an order. */
export type OrderAssignStoreInput = {
  /** Note for the store, at most 500 characters, kept in the history. */
  comment?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
  /** The store. */
  storeId: string | number;
};

/** Why an order is called off. */
export type OrderCancelInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
  /** Reason, kept in the history, at most 500 characters. */
  reason?: string | null | undefined;
};

/** What happened to an order. */
export type OrderEventType =
  /** The store takes the order on. */
  | 'ACCEPT'
  /** The platform gives an order that has no store to one. */
  | 'ASSIGN_STORE'
  /** The order is called off; what was paid goes back by itself. */
  | 'CANCEL'
  /** The goods are with the customer (S2-184, S2-189, S2-193). */
  | 'COMPLETE'
  /** The platform confirms a paid order for shipping. */
  | 'CONFIRM'
  /** The shopper has received the goods (S2-229), or enough days have passed. */
  | 'CONFIRM_RECEIPT'
  /** Its owner puts the order into the recycle bin (S1-49). */
  | 'DELETE'
  /** The payment deadline has passed (S2-181); what was paid in part goes back by itself. */
  | 'EXPIRE'
  /** Somebody stops the order: it takes no step until it is released (S1-35). */
  | 'HOLD'
  /** The order, which was over by then, was taken over from another system. */
  | 'IMPORT'
  /** A payment covers the total; recorded when a gateway confirms, or by the clerk’s cash. */
  | 'PAY'
  /** A gateway declined a payment, or gave it up. */
  | 'PAYMENT_FAILED'
  /** A gateway that had not answered says that the payment can still be made. */
  | 'PAYMENT_OPEN'
  /** Money came in that does not cover the total, or came too late; see the order’s payments. */
  | 'PAYMENT_RECEIVED'
  /** A gateway did not answer in time; it is being asked. */
  | 'PAYMENT_UNKNOWN'
  /** What an exchange costs on top is paid; recorded when a gateway confirms, or by the clerk’s cash. */
  | 'PAY_SUPPLEMENT'
  /** The order was placed. */
  | 'PLACED'
  /** Its owner removes it from the recycle bin (S1-50). */
  | 'PURGE'
  /** Everything has been given back (S2-218). */
  | 'REFUND'
  /** A gateway refused a refund, and is asked again every hour; or a card terminal did. Somebody should look into it. */
  | 'REFUND_FAILED'
  /** Money that a gateway or a card terminal refused to give back was paid out in another way. */
  | 'REFUND_PAID_OTHERWISE'
  /** A gateway or a card terminal that had refused has paid after all what had been paid out otherwise; somebody must get it back. */
  | 'REFUND_PAID_TWICE'
  /** Money went back. */
  | 'REFUND_SUCCEEDED'
  /** The store cannot serve the order, or the platform takes it away from the store; it waits without a store until the platform assigns one (S2-191). */
  | 'REJECT'
  /** The order may move again; its deadlines have moved on by the time it was held. */
  | 'RELEASE'
  /** The customer asks for the goods to be sent (S2-5). */
  | 'REMIND'
  /** The shopper asks to call off an order that was taken on; the store answers the refund that is thereby asked for (S4 status 6). */
  | 'REQUEST_CANCEL'
  /** Its owner takes it out of the recycle bin again (S1-51). */
  | 'RESTORE'
  /** A comment is linked to the order, or to one of its lines (S2-6). */
  | 'REVIEW'
  /** A customer-service document of the order has come to its end. */
  | 'SERVICE_CLOSED'
  /** A customer-service document of the order has moved on, or somebody had something to say. */
  | 'SERVICE_MOVED'
  /** A refund, return or exchange was asked for; see the order’s customer services. */
  | 'SERVICE_OPENED'
  /** The platform has settled accounts with the store (S2-157). */
  | 'SETTLE'
  /** Handed to the courier, with waybill. */
  | 'SHIP'
  /** Shipping begins (EXPRESS), or the store sets out (FLASH, S2-192). */
  | 'START_DELIVERY'
  /** A payment through a gateway is begun; the order stays where it is until the gateway confirms. */
  | 'START_PAYMENT';

/** Which orders to list; all conditions must hold (S1-2, S2-28, S2-62 to S2-68, S4-19 to S4-26). What is left out does not matter. */
export type OrderFilter = {
  /** True: only orders about which there was a refund, return or exchange, or whose money goes back or went back, finished ones included (S2-2); false: only the others. */
  afterSales?: boolean | null | undefined;
  /** True: only orders that are done and not reviewed yet (S4-90); false: only the others. */
  awaitingReview?: boolean | null | undefined;
  /** Part of the name of the contact, from two characters on, whatever the case (S2-65). */
  contactName?: string | null | undefined;
  /** Exact phone number of the contact (S2-66). */
  contactPhone?: string | null | undefined;
  /** Created before this instant, which itself is excluded (S2-68, S4-23). */
  createdBefore?: string | null | undefined;
  /** Created at this instant or later (S2-68, S4-22). */
  createdFrom?: string | null | undefined;
  /** Whose order it is (S4-19). */
  customerId?: string | number | null | undefined;
  /** How the goods reach the customer. */
  deliveryType?: DeliveryType | null | undefined;
  /** Done before this instant, which itself is excluded. */
  finishedBefore?: string | null | undefined;
  /** Done at this instant or later. */
  finishedFrom?: string | null | undefined;
  /** Placed online or in a store (S2-63, S2-195, S2-196). */
  kind?: OrderKind | null | undefined;
  /** Created within so many months up to now, 1 to 1200 (S1-16, S1-62). */
  lastMonths?: number | null | undefined;
  /** Order numbers that begin with this (S2-67, S4-21). */
  number?: string | null | undefined;
  /** True: only orders on hold; false: only the others. */
  onHold?: boolean | null | undefined;
  /** Paid in full before this instant, which itself is excluded. */
  paidBefore?: string | null | undefined;
  /** Paid in full at this instant or later. */
  paidFrom?: string | null | undefined;
  /** Part of the name of a product in it, as it was sold, from two characters on, whatever the case (S1-14, S4-25). */
  productName?: string | null | undefined;
  /** True: only orders whose owner has reminded of them, at whatever time; false: only the others. */
  reminded?: boolean | null | undefined;
  /** Any of these statuses (S1-15, S2-64, S4-24). */
  status?: Array<OrderStatus> | null | undefined;
  /** True: only orders that no store has, e.g. after a reject; false: only those that one has. */
  unassigned?: boolean | null | undefined;
  /** What the owner has done with it. A shopper’s own list shows VISIBLE ones unless this says RECYCLED (S1-17, S1-60); everybody else’s shows all. */
  visibility?: OrderVisibility | null | undefined;
  /** Exact number of the waybill. */
  waybillNumber?: string | null | undefined;
};

/** Where the goods of an order are. */
export type OrderFulfilment =
  /** Canceled; what was paid goes back. */
  | 'CANCELED'
  /** Done. */
  | 'CONFIRMED'
  /** Paid; the store or the platform must act. */
  | 'CONFIRM_PENDING'
  /** With the courier or at the door; receipt is not confirmed. */
  | 'DELIVERED'
  /** Being prepared for the courier, or on its way from the store. */
  | 'DELIVERING'
  /** Accepted; waits to be sent or brought. */
  | 'DELIVER_PENDING'
  /** Waits for payment. */
  | 'PAY_PENDING'
  /** Not paid in time. */
  | 'PAY_TIMEOUT'
  /** Accepted; waits to be fetched. */
  | 'PICK_PENDING'
  /** Everything was given back. */
  | 'REFUNDED';

/** Who placed an order, and where (S2-150, S2-151). */
export type OrderKind =
  /** Placed by an agent for their company; done once it is paid (S3). */
  | 'COMPANY'
  /** Placed by a clerk at the till (S2 STORE_ORDER). */
  | 'IN_STORE'
  /** Placed by a shopper (S2 ORDER). */
  | 'ONLINE';

/** A line of an online order. Its price comes from the catalogue, never from the client. */
export type OrderLineInput = {
  /** Pieces, 1 to 1,000,000. */
  quantity: number;
  /** Code of the SKU. */
  sku: string;
};

/** Through what an order was placed (S2-140 to S2-144). */
export type OrderOrigin =
  /** Mobile app on Android. */
  | 'APP_ANDROID'
  /** Mobile app on iOS. */
  | 'APP_IOS'
  /** Mini program. */
  | 'MINI_PROGRAM'
  /** Anything else, a till among them. */
  | 'OTHER'
  /** WeChat public account. */
  | 'WPA';

/** Cash taken at the till. */
export type OrderPayCashInput = {
  /** How much of it is booked on the order; all that is left to pay when left out. */
  amount?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
  /** What was handed over; the change is computed. The booked amount when left out. */
  tendered?: string | null | undefined;
};

/** A payment out of the shopper’s wallet. */
export type OrderPayWithWalletInput = {
  /** How much of it; all that is left to pay when left out. The rest can be paid in another way. */
  amount?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
};

/** What the ledger of an order’s payments says. */
export type OrderPaymentState =
  /** The order ended without payment. */
  | 'CLOSED'
  /** A gateway has not said yet what became of a payment. */
  | 'CONFIRMING'
  /** Nothing was paid yet. */
  | 'OPEN'
  /** The total is covered. */
  | 'PAID'
  /** Something was paid, but less than the total. */
  | 'PARTIALLY_PAID'
  /** Part of what was paid was given back. */
  | 'PARTIALLY_REFUNDED'
  /** All that was paid was given back. */
  | 'REFUNDED';

/** An order of everything in a basket at a till. It is fetched at once (SELF_PICK). */
export type OrderPlaceFromCartInStoreInput = {
  /** Who pays the bill, where it is not who gets the goods (S3-139). */
  billing?: ContactInput | null | undefined;
  /** The basket (S0-6). */
  cartId: string | number;
  /** Who gets the goods; EXPRESS and FLASH need it. */
  contact?: ContactInput | null | undefined;
  /** Code of the coupon to be used, one for each order (S2-174); refused with COUPON_NOT_APPLICABLE where it does not apply. At a till, an issued coupon by its own code, which the customer shows: who may spend a customer’s benefits may name the code of its definition (BENEFITS_NOT_ALLOWED). From carts: theirs when left out, none when null. */
  couponCode?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** The total that the quote has shown. Where the order comes to something else by now, it is refused with PRICE_CHANGED, which carries the new quote, instead of being charged otherwise. */
  expectedTotal?: string | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Title of the invoice, at most 200 characters (S2-44). */
  invoiceTitle?: string | null | undefined;
  /** Whether an invoice is wanted (S2-43); when left out, whether it has a title. */
  invoiceWanted?: boolean | null | undefined;
  /** Through what it was placed; OTHER when left out (S2-36). */
  origin?: OrderOrigin | null | undefined;
  /** How many points to spend (S2-37); the quote says how many can be. Where fewer can, it is refused with INSUFFICIENT_POINTS or POINTS_NOT_APPLICABLE, which say how many, unless `expectedTotal` confirms what the order comes to with them, or they pay all of the goods. From carts: theirs together when left out. */
  pointsWanted?: number | null | undefined;
  /** The number on the till’s receipt, 1 to 64 characters (S0-58). */
  receiptNumber?: string | null | undefined;
  /** When the goods are wanted, in the shopper’s words, at most 80 characters (S2-42). */
  receivingTime?: string | null | undefined;
  /** Remark for the store, at most 500 characters. */
  remark?: string | null | undefined;
  /** The subject of whoever made the sale, a member of the store, where that is not the cashier (S0-62); refused with NOT_FOUND where nobody there has it. */
  salespersonSubject?: string | null | undefined;
  /** An id of your own for the order, 1 to 64 characters; refused with DUPLICATE_UID when you have an order with it (S0-7). */
  uid?: string | null | undefined;
};

/** An online order of everything in some carts. */
export type OrderPlaceFromCartsInput = {
  /** In place of `contact`: an address out of your address book (S4-32), which the order copies. */
  addressId?: string | number | null | undefined;
  /** Who pays the bill, where it is not who gets the goods (S3-139). */
  billing?: ContactInput | null | undefined;
  /** 1 to 50 carts of yours, of one store and currency; together they become one order (S4-4, S4-40). Lines come in the order of the carts. */
  cartIds: Array<string | number>;
  /** Who gets the goods; EXPRESS and FLASH need it. */
  contact?: ContactInput | null | undefined;
  /** Code of the coupon to be used, one for each order (S2-174); refused with COUPON_NOT_APPLICABLE where it does not apply. At a till, an issued coupon by its own code, which the customer shows: who may spend a customer’s benefits may name the code of its definition (BENEFITS_NOT_ALLOWED). From carts: theirs when left out, none when null. */
  couponCode?: string | null | undefined;
  /** How the goods reach you; EXPRESS when left out or null (S2-177). */
  deliveryType?: DeliveryType | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** The total that the quote has shown. Where the order comes to something else by now, it is refused with PRICE_CHANGED, which carries the new quote, instead of being charged otherwise. */
  expectedTotal?: string | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Title of the invoice, at most 200 characters (S2-44). */
  invoiceTitle?: string | null | undefined;
  /** Whether an invoice is wanted (S2-43); when left out, whether it has a title. */
  invoiceWanted?: boolean | null | undefined;
  /** Through what it was placed; OTHER when left out (S2-36). */
  origin?: OrderOrigin | null | undefined;
  /** True for an order that is paid with points (S4 order type 2): they pay all of the goods, or it is refused with INSUFFICIENT_POINTS; freight is paid with money. */
  pointsRedemption?: boolean | null | undefined;
  /** How many points to spend (S2-37); the quote says how many can be. Where fewer can, it is refused with INSUFFICIENT_POINTS or POINTS_NOT_APPLICABLE, which say how many, unless `expectedTotal` confirms what the order comes to with them, or they pay all of the goods. From carts: theirs together when left out. */
  pointsWanted?: number | null | undefined;
  /** When the goods are wanted, in the shopper’s words, at most 80 characters (S2-42). */
  receivingTime?: string | null | undefined;
  /** Remark for the store, at most 500 characters. */
  remark?: string | null | undefined;
  /** An id of your own for the order, 1 to 64 characters; refused with DUPLICATE_UID when you have an order with it (S0-7). */
  uid?: string | null | undefined;
};

/** An order placed at the till (S2-8). It is fetched at once (SELF_PICK). */
export type OrderPlaceInStoreInput = {
  /** Who pays the bill, where it is not who gets the goods (S3-139). */
  billing?: ContactInput | null | undefined;
  /** Who gets the goods; EXPRESS and FLASH need it. */
  contact?: ContactInput | null | undefined;
  /** Code of the coupon to be used, one for each order (S2-174); refused with COUPON_NOT_APPLICABLE where it does not apply. At a till, an issued coupon by its own code, which the customer shows: who may spend a customer’s benefits may name the code of its definition (BENEFITS_NOT_ALLOWED). From carts: theirs when left out, none when null. */
  couponCode?: string | null | undefined;
  /** The subject of the buying shopper, when they are known. */
  customerSubject?: string | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** The total that the quote has shown. Where the order comes to something else by now, it is refused with PRICE_CHANGED, which carries the new quote, instead of being charged otherwise. */
  expectedTotal?: string | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Title of the invoice, at most 200 characters (S2-44). */
  invoiceTitle?: string | null | undefined;
  /** Whether an invoice is wanted (S2-43); when left out, whether it has a title. */
  invoiceWanted?: boolean | null | undefined;
  /** 1 to 2000 lines. */
  lines: Array<TillLineInput>;
  /** Through what it was placed; OTHER when left out (S2-36). */
  origin?: OrderOrigin | null | undefined;
  /** How many points to spend (S2-37); the quote says how many can be. Where fewer can, it is refused with INSUFFICIENT_POINTS or POINTS_NOT_APPLICABLE, which say how many, unless `expectedTotal` confirms what the order comes to with them, or they pay all of the goods. From carts: theirs together when left out. */
  pointsWanted?: number | null | undefined;
  /** The number on the till’s receipt, 1 to 64 characters (S0-58). */
  receiptNumber?: string | null | undefined;
  /** When the goods are wanted, in the shopper’s words, at most 80 characters (S2-42). */
  receivingTime?: string | null | undefined;
  /** Remark for the store, at most 500 characters. */
  remark?: string | null | undefined;
  /** The subject of whoever made the sale, a member of the store, where that is not the cashier (S0-62); refused with NOT_FOUND where nobody there has it. */
  salespersonSubject?: string | null | undefined;
  /** The store of the till (S2-57). */
  storeId: string | number;
  /** An id of your own for the order, 1 to 64 characters; refused with DUPLICATE_UID when you have an order with it (S0-7). */
  uid?: string | null | undefined;
};

/** An online order. */
export type OrderPlaceInput = {
  /** In place of `contact`: an address out of your address book (S4-32), which the order copies. */
  addressId?: string | number | null | undefined;
  /** Who pays the bill, where it is not who gets the goods (S3-139). */
  billing?: ContactInput | null | undefined;
  /** Who gets the goods; EXPRESS and FLASH need it. */
  contact?: ContactInput | null | undefined;
  /** Code of the coupon to be used, one for each order (S2-174); refused with COUPON_NOT_APPLICABLE where it does not apply. At a till, an issued coupon by its own code, which the customer shows: who may spend a customer’s benefits may name the code of its definition (BENEFITS_NOT_ALLOWED). From carts: theirs when left out, none when null. */
  couponCode?: string | null | undefined;
  /** Currency of an order without a store; the platform’s own when left out. With a store, the store’s; another is refused with INVALID_INPUT. */
  currency?: string | null | undefined;
  /** How the goods reach you; EXPRESS when left out or null (S2-177). */
  deliveryType?: DeliveryType | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** The total that the quote has shown. Where the order comes to something else by now, it is refused with PRICE_CHANGED, which carries the new quote, instead of being charged otherwise. */
  expectedTotal?: string | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Title of the invoice, at most 200 characters (S2-44). */
  invoiceTitle?: string | null | undefined;
  /** Whether an invoice is wanted (S2-43); when left out, whether it has a title. */
  invoiceWanted?: boolean | null | undefined;
  /** 1 to 200 lines; one SKU may stand on several (S0-36). */
  lines: Array<OrderLineInput>;
  /** Through what it was placed; OTHER when left out (S2-36). */
  origin?: OrderOrigin | null | undefined;
  /** True for an order that is paid with points (S4 order type 2): they pay all of the goods, or it is refused with INSUFFICIENT_POINTS; freight is paid with money. */
  pointsRedemption?: boolean | null | undefined;
  /** How many points to spend (S2-37); the quote says how many can be. Where fewer can, it is refused with INSUFFICIENT_POINTS or POINTS_NOT_APPLICABLE, which say how many, unless `expectedTotal` confirms what the order comes to with them, or they pay all of the goods. From carts: theirs together when left out. */
  pointsWanted?: number | null | undefined;
  /** When the goods are wanted, in the shopper’s words, at most 80 characters (S2-42). */
  receivingTime?: string | null | undefined;
  /** Remark for the store, at most 500 characters. */
  remark?: string | null | undefined;
  /** The store; SELF_PICK and FLASH need it (S2-178, S2-179). */
  storeId?: string | number | null | undefined;
  /** An id of your own for the order, 1 to 64 characters; refused with DUPLICATE_UID when you have an order with it (S0-7). */
  uid?: string | null | undefined;
};

/** Why the store cannot serve an order. */
export type OrderRejectInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
  /** Reason for the platform, 1 to 500 characters. */
  reason: string;
};

/** With whom the parcel travels (S2-253). */
export type OrderShipInput = {
  /** Code of the courier, at most 40 characters. */
  courierCode?: string | null | undefined;
  /** Courier, 1 to 80 characters. */
  courierCompany: string;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
  /** Number of the waybill, 1 to 80 characters. */
  waybillNumber: string;
};

/** By what a list of orders is sorted. */
export type OrderSort =
  /** By the time of placing, newest first. An order keeps its place for ever. */
  | 'CREATED'
  /** By the last change, latest first. An order that changes moves to the top. */
  | 'UPDATED';

/** The status of an order: projected from where its goods and its money are, and what after-sales want. */
export type OrderStatus =
  /** Money is on its way back (S2-117). */
  | 'CANCELED_REFUND_PENDING'
  /** Goods are to come back (S2-115). */
  | 'CANCELED_RETURN_PENDING'
  /** Closed: canceled before anything was paid (S2-110). */
  | 'CLOSED_CANCELED'
  /** Done (S2-116). */
  | 'CLOSED_CONFIRMED'
  /** Closed: not paid in time (S2-109). */
  | 'CLOSED_PAY_TIMEOUT'
  /** Closed: everything was given back (S2-118). */
  | 'CLOSED_REFUNDED'
  /** Accepted; waits to be shipped or brought (S2-112). */
  | 'CONFIRMED_DELIVER_PENDING'
  /** Accepted; waits to be fetched (S2-119). */
  | 'CONFIRMED_PICK_PENDING'
  /** Waits for payment (S2-108). */
  | 'CREATED_PAY_PENDING'
  /** Shipped; receipt is not confirmed (S2-114). */
  | 'DELIVERED_CONFIRM_PENDING'
  /** Shipping has begun, or the store is on its way (S2-113). */
  | 'DELIVERING'
  /** Paid; the store or the platform must act (S2-111). */
  | 'PAID_CONFIRM_PENDING';

/** A step of one order. */
export type OrderStepInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the order is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order, or its number. */
  orderId: string | number;
};

/** What an order’s owner has done with it in their own lists (S1-46 to S1-48). */
export type OrderVisibility =
  /** Gone for its owner; staff, the platform and the history still have it (S1-48). */
  | 'PURGED'
  /** In the owner’s recycle bin, from which it can be restored (S1-47). */
  | 'RECYCLED'
  /** In the owner’s lists (S1-46). */
  | 'VISIBLE';

/** How far a payment has come. */
export type PaymentState =
  /** Given up without payment. */
  | 'CLOSED'
  /** The gateway declined. */
  | 'FAILED'
  /** The customer can pay at the gateway. */
  | 'STARTED'
  /** The money has come. */
  | 'SUCCEEDED'
  /** The gateway did not answer in time; what became of it is being asked. */
  | 'UNKNOWN';

/** What a step from the list price to the sale price is. */
export type PriceStepKind =
  /** The customer has their birthday. */
  | 'BIRTHDAY'
  /** The line’s share of an offer on the whole cart. */
  | 'CART_OFFER'
  /** The catalogue sells it below its list price. */
  | 'CATALOG'
  /** The line’s share of the coupon. */
  | 'COUPON'
  /** What the step before gave back, because the goods are not sold below cost. */
  | 'LOSS_GUARD'
  /** A price set by hand at a till, in place of the catalogue’s; nothing else touches the line. */
  | 'MANUAL'
  /** An offer on the line. */
  | 'OFFER'
  /** The discount of the customer’s tier. */
  | 'TIER';

/** A product with its variants. */
export type ProductInput = {
  /** What its variants have in common, at most 50; those that are left out are gone. Offers can ask for them. */
  attributes?: Array<AttributeInput> | null | undefined;
  /** Code of its brand, 1 to 64 characters (S0-77). */
  brandCode?: string | null | undefined;
  /** Unique code, 1 to 64 characters. */
  code: string;
  /** URL of its picture. */
  cover?: string | null | undefined;
  /** Name as shoppers see it, 1 to 300 characters. */
  name: string;
  /** Its variants; at least one. */
  skus: Array<SkuInput>;
};

/** Products to be made or brought up to date, found by their codes. */
export type ProductSaveInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** 1 to 500 products; all are saved or none. */
  products: Array<ProductInput>;
};

/** What is to be priced: lines that stand in no cart, or carts that would become one order. */
export type QuoteInput = {
  /** In place of `destination`: an address out of your book. */
  addressId?: string | number | null | undefined;
  /** 1 to 50 open carts of one store and currency, as one order would take them: what refuses that refuses their quote. */
  cartIds?: Array<string | number> | null | undefined;
  /** Code of a coupon. For a cart: its own when left out, none when null. */
  couponCode?: string | null | undefined;
  /** With `lines`: the currency where there is no store; the platform’s own when left out. With a store, the store’s; another is an error. */
  currency?: string | null | undefined;
  /** With `lines`, at a till: the subject of the buying shopper, when they are known. */
  customerSubject?: string | null | undefined;
  /** How the goods would reach you; EXPRESS when left out. At a till they are fetched. */
  deliveryType?: DeliveryType | null | undefined;
  /** Where they would go. Without it and an address, freight is left out. */
  destination?: RegionInput | null | undefined;
  /** Lines: at most 200 for a shopper, 2000 at a till. Either these or `cartIds`. */
  lines?: Array<CartLineInput> | null | undefined;
  /** Whether points are to pay all of the goods (S4 order type 2). */
  pointsRedemption?: boolean | null | undefined;
  /** Up to how many points to spend; the answer says how many can be. For carts: their own together when left out. */
  pointsWanted?: number | null | undefined;
  /** With `lines`: the store. Staff and services need it. */
  storeId?: string | number | null | undefined;
};

/** How much goes back over one payment. */
export type RefundShareInput = {
  /** How much, at most what it still holds. */
  amount: string;
  /** The payment that brought the money. */
  paymentId: string | number;
};

/** How far a refund has come. */
export type RefundState =
  /** The gateway refused; it is asked again every hour, and somebody should look into it. Of a card: a terminal refused, and nobody is asked again from here. */
  | 'FAILED'
  /** The gateway, or a card terminal, had refused, and somebody paid the money out in another way. Final: the gateway is never asked again. */
  | 'PAID_OTHERWISE'
  /** The gateway works on it; it is asked again under the same number. */
  | 'PENDING'
  /** Written down; the gateway is asked next. A card is given its money back at a terminal, and `orderRefundCard` told of it. */
  | 'REQUESTED'
  /** The money has gone back. */
  | 'SUCCEEDED'
  /** The gateway did not answer; what became of it is not known, and it is asked again under the same number. */
  | 'UNKNOWN';

/** Where goods go to or come from, from coarse to fine. */
export type RegionInput = {
  /** City. */
  city?: string | null | undefined;
  /** Country, as the templates’ rules write it; a destination without one lies in the country that the template sends from. */
  country?: string | null | undefined;
  /** Province or state. */
  province?: string | null | undefined;
};

/** How a person is addressed. */
export type Salutation =
  /** Mr. (S3-153: 0). */
  | 'MR'
  /** Ms. (S3-153: 1). */
  | 'MS';

/** A part of a bundle. */
export type SkuComponentInput = {
  /** How many pieces of it are in one bundle, 1 to 10,000. */
  quantity: number;
  /** Code of the SKU that is in it; not a bundle itself. */
  sku: string;
};

/** A variant of a product. */
export type SkuInput = {
  /** Barcode, at most 64 characters. */
  barcode?: string | null | undefined;
  /** Unique code, 1 to 64 characters. */
  code: string;
  /** What it consists of, where it is a bundle (S1-68); at most 50, and those that are left out are gone. */
  components?: Array<SkuComponentInput> | null | undefined;
  /** What sets it apart, one by one, at most 50; those that are left out are gone. */
  options?: Array<AttributeInput> | null | undefined;
  /** Its prices, at most 200; those that are left out are gone. */
  prices: Array<SkuPriceInput>;
  /** Where it lies in the warehouse, 1 to 64 characters (S2-271 `store_location`). Shoppers do not see it. */
  shelfLocation?: string | null | undefined;
  /** What sets it apart from its siblings, at most 200 characters. */
  specification?: string | null | undefined;
  /** Volume of a piece, packed, in millilitres (S2-271 `bulk`). */
  volumeMillilitres?: number | null | undefined;
  /** Weight of a piece in grams; a bundle without one weighs what its parts do. */
  weightGrams?: number | null | undefined;
  /** True takes it out of sale, and with it the bundles that it is part of; orders keep their copies. */
  withdrawn?: boolean | null | undefined;
};

/** What one piece costs in one currency, in all stores or in one, from so many pieces on. */
export type SkuPriceInput = {
  /** The currency. */
  currency: string;
  /** Price before any discount; not below zero, with no more decimals than the currency has. */
  listPrice: string;
  /** Whether it may be sold below cost (S1-71); false when left out. */
  lossAllowed?: boolean | null | undefined;
  /** From how many pieces on a line it holds; 1 when left out. Without a price from 1 on, fewer pieces are not for sale. */
  minimumQuantity?: number | null | undefined;
  /** When the sale begins; when left out, it has begun. Before, the list price holds. */
  saleFrom?: string | null | undefined;
  /** Price at which it is sold within the sale’s window, at most the list price; the list price when left out. */
  salePrice?: string | null | undefined;
  /** When the sale is over; when left out, never. From then on the list price holds. */
  saleUntil?: string | null | undefined;
  /** Code of the store in which it holds; everywhere when left out. A store’s own prices go before the general ones. */
  storeCode?: string | null | undefined;
  /** What a piece costs the platform; no discount goes below it unless `lossAllowed`. Shoppers and stores never see it. */
  unitCost?: string | null | undefined;
};

/** What a store made of an order it was given. */
export type StoreAssignmentOutcome =
  /** The store took the order on: it accepted it, or began to send it. */
  | 'ACCEPTED'
  /** The order ended before the store had answered. */
  | 'ENDED'
  /** The store could not serve it (S2-191). */
  | 'REJECTED'
  /** The store has not answered yet. */
  | 'WAITING'
  /** The platform took it away from the store before it had answered. */
  | 'WITHDRAWN';

/** A new store. */
export type StoreCreateInput = {
  /** Whether it takes online orders from the start; true when left out. */
  acceptingOrders?: boolean | null | undefined;
  /** Where it is. */
  address?: AddressInput | null | undefined;
  /** Short unique code, 1 to 40 characters. */
  code: string;
  /** The currency of its till; it cannot be changed later. Save its rate first (`exchangeRateSave`), since orders record it. */
  currency: string;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** What it is; STORE when left out. It cannot be changed later. */
  kind?: StoreKind | null | undefined;
  /** Name as shoppers see it, 1 to 120 characters. */
  name: string;
  /** Telephone for shoppers. */
  phone?: string | null | undefined;
};

/** What a store is. */
export type StoreKind =
  /** A company whose agents sell for it (S3); only they sell there. */
  | 'COMPANY'
  /** A shop, with a till and shoppers of its own. */
  | 'STORE';

/** Who leaves a store. */
export type StoreMemberRemoveInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the store is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** The member, by `StoreMember.staffId`. */
  staffId?: string | number | null | undefined;
  /** Which store. */
  storeId: string | number;
  /** The subject (`sub`) of the person’s token. Either this or `staffId`. */
  subject?: string | null | undefined;
};

/** What a member does in a store. */
export type StoreMemberRole =
  /** A company’s sales agent (S3). */
  | 'AGENT'
  /** Works the store’s orders at the till and on the iPad. */
  | 'CLERK'
  /** As a clerk; also keeps the store’s members and may set unit prices, and spend the points and coupons of customers they name. */
  | 'MANAGER'
  /** A marketplace seller who ships the store’s orders (S4). */
  | 'SELLER';

/** Somebody’s place in a store. */
export type StoreMemberSaveInput = {
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Their e-mail, at most 255 characters; left out, it stays (S3-133). */
  email?: string | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the store is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** Whether they may set unit prices. Left out, a member keeps the right they have; a new manager gets it, others do not. */
  maySetPrice?: boolean | null | undefined;
  /** Whether they may spend the points and issued coupons of a customer whom they name. Left out, a member keeps the right they have; a new manager gets it, others do not. */
  maySpendBenefits?: boolean | null | undefined;
  /** Name as colleagues see it, 1 to 120 characters. */
  name: string;
  /** What they do there. */
  role: StoreMemberRole;
  /** A member to be changed, by `StoreMember.staffId`; NOT_FOUND for anybody else. */
  staffId?: string | number | null | undefined;
  /** Which store. */
  storeId: string | number;
  /** The subject (`sub`) of the person’s token, 1 to 255 characters. Either this or `staffId`. */
  subject?: string | null | undefined;
};

/** Changes to a store; what is left out stays. */
export type StoreUpdateInput = {
  /** Whether it takes online orders from now on. */
  acceptingOrders?: boolean | null | undefined;
  /** New address, as a whole. */
  address?: AddressInput | null | undefined;
  /** Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked. */
  dryRun?: boolean | null | undefined;
  /** Refuse with VERSION_CONFLICT unless the store is at this version. */
  expectedVersion?: number | null | undefined;
  /** A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days. */
  idempotencyKey?: string | null | undefined;
  /** New name, 1 to 120 characters. */
  name?: string | null | undefined;
  /** New telephone. */
  phone?: string | null | undefined;
  /** Which store. */
  storeId: string | number;
};

/** How money comes in. */
export type Tender =
  /** A card at a terminal, looked up by its transaction id (S3). */
  | 'CARD'
  /** Cash over the counter. */
  | 'CASH'
  /** Paid before the order was imported; what goes back of it is given back by hand, where it came in. */
  | 'EXTERNAL'
  /** The built-in test gateway, which confirms by a signed callback as real ones do; absent in production. */
  | 'SANDBOX'
  /** Money that the customer keeps with the platform. */
  | 'WALLET';

/** What a tier grants otherwise in one currency. */
export type TierCurrencyInput = {
  /** The most that the birthday discount takes off one order. Where some currencies name a bound, the others have no birthday discount. */
  birthdayMaximum?: string | null | undefined;
  /** The currency. */
  currency: string;
  /** Points that one major unit of it is worth, 1 to 1,000,000; the tier’s own when left out. */
  pointsPerUnit?: number | null | undefined;
};

/** A line of an in-store order. */
export type TillLineInput = {
  /** Why the price differs, 1 to 200 characters; kept with the line. */
  priceReason?: string | null | undefined;
  /** Pieces, 1 to 1,000,000. */
  quantity: number;
  /** Code of the SKU. */
  sku: string;
  /** A price for one piece in place of the catalogue’s; only staff with that right, and with a reason. */
  unitPrice?: string | null | undefined;
};

/** How somebody is addressed (S3-153). */
export type Title =
  /** Mr. (S3-29). */
  | 'MR'
  /** Ms. (S3-30). */
  | 'MS';

/** Why goods cannot be sent somewhere. */
export type UndeliverableReason =
  /** The template charges in another currency. */
  | 'OTHER_CURRENCY'
  /** No rule of the template reaches the region, or the one that does refuses it. */
  | 'REGION_NOT_SERVED'
  /** The template that should charge for the goods is not there. */
  | 'TEMPLATE_UNKNOWN'
  /** The template goes by weight, and that of some goods is not known. */
  | 'WEIGHT_UNKNOWN';

/** Why a well-formed command was refused. */
export type UserErrorCode =
  /** The order, or the line, has a comment already. */
  | 'ALREADY_REVIEWED'
  /** The transaction is about another amount. */
  | 'AMOUNT_MISMATCH'
  /** The price is below the cost of a piece, and a loss is not allowed. */
  | 'BELOW_COST'
  /** The caller may not spend a customer’s points or issued coupons by naming the customer alone. */
  | 'BENEFITS_NOT_ALLOWED'
  /** The carts differ in kind, store, currency or customer, or name different coupons. */
  | 'CARTS_DIFFER'
  /** The cart has become an order before; it never becomes a second one. */
  | 'CART_ALREADY_ORDERED'
  /** The cart has no lines, so there is nothing to order. */
  | 'CART_EMPTY'
  /** There is none left of this coupon, in all or for this customer. */
  | 'COUPON_LIMIT_REACHED'
  /** The coupon does not apply to this order; the message says why. */
  | 'COUPON_NOT_APPLICABLE'
  /** The coupon is out of force, its time is over, or all its uses are taken. */
  | 'COUPON_NOT_AVAILABLE'
  /** An order has used this coupon already. */
  | 'COUPON_USED'
  /** The transaction is in another currency. */
  | 'CURRENCY_MISMATCH'
  /** The deadline is still ahead. */
  | 'DEADLINE_NOT_PASSED'
  /** The payment deadline has passed; place the order anew. */
  | 'DEADLINE_PASSED'
  /** Another object has this code already. */
  | 'DUPLICATE_CODE'
  /** Another customer has this member number within the brand; the message names it. */
  | 'DUPLICATE_MEMBER_NUMBER'
  /** An order, or a refund, return or exchange, with this client `uid` exists already. */
  | 'DUPLICATE_UID'
  /** The goods are on their way back. */
  | 'GOODS_SENT_BACK'
  /** This idempotency key was used before with another operation or another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The wallet holds less money than that. */
  | 'INSUFFICIENT_FUNDS'
  /** The account holds fewer points than that; at an order the message says how many can be spent. */
  | 'INSUFFICIENT_POINTS'
  /** A value is out of its bounds; `path` names it. */
  | 'INVALID_INPUT'
  /** Only a company’s agents sell for it, and give its money back (S3-35). */
  | 'MAY_NOT_SELL'
  /** No card of this order waits for money to come back. */
  | 'NOTHING_TO_REFUND'
  /** Not every piece of the order has been given back. */
  | 'NOT_ALL_RETURNED'
  /** Some lines cannot be sent to this address. */
  | 'NOT_DELIVERABLE'
  /** Nothing the caller may see has this id, number or code. */
  | 'NOT_FOUND'
  /** The order is not in the recycle bin. */
  | 'NOT_IN_RECYCLE_BIN'
  /** What has been paid does not cover the total yet. */
  | 'NOT_PAID_IN_FULL'
  /** The order is not settled with its store yet. */
  | 'NOT_SETTLED'
  /** This step exists, but is for somebody else to take. */
  | 'NOT_YOUR_STEP'
  /** No gateway has refused a refund of the document. */
  | 'NO_REFUSED_REFUND'
  /** Only a till chooses the offer of a line by hand. */
  | 'OFFER_CHOICE_NOT_ALLOWED'
  /** The offer has been used as often as it may be, in all or by this customer; ask for the price anew. */
  | 'OFFER_LIMIT_REACHED'
  /** An offer that was chosen for a line by hand does not apply to it; the message says why. */
  | 'OFFER_NOT_APPLICABLE'
  /** The order is on hold; it takes no step until it is released. */
  | 'ORDER_ON_HOLD'
  /** It is not known yet what has become of a payment of the order; it is being asked. */
  | 'PAYMENT_IN_DOUBT'
  /** The payment cannot be started or booked as asked. */
  | 'PAYMENT_NOT_POSSIBLE'
  /** Fewer points can pay for this order than were named; the message says how many, and why. */
  | 'POINTS_NOT_APPLICABLE'
  /** The order comes to something else than `expectedTotal`; the error carries the new quote. */
  | 'PRICE_CHANGED'
  /** The caller may not set unit prices, or this kind of order does not allow it. */
  | 'PRICE_NOT_ALLOWED'
  /** Some lines name products that do not exist, were withdrawn, or have no price in this currency. */
  | 'PRODUCTS_UNAVAILABLE'
  /** More pieces than were bought and are not given back, or claimed by a document, already. */
  | 'QUANTITY_TOO_LARGE'
  /** The transaction was made for another order. */
  | 'REFERENCE_MISMATCH'
  /** Money of the document has been paid out, or is on its way. */
  | 'REFUND_BEGUN'
  /** The gateway is being asked for the refund at this moment; look again once it has answered. */
  | 'REFUND_BEING_ASKED'
  /** The document’s money has not all gone back yet. */
  | 'REFUND_NOT_DONE'
  /** More money than the lines, or the payments it is to go back over, have left to give back. */
  | 'REFUND_TOO_LARGE'
  /** The store was reminded a short while ago; the message says from when on it may be reminded again. */
  | 'REMINDED_ALREADY'
  /** What is given in exchange has not been sent yet. */
  | 'REPLACEMENT_NOT_SHIPPED'
  /** What is given in exchange has been sent already. */
  | 'REPLACEMENT_SHIPPED'
  /** The order was done too long ago for its shopper to ask for this; the store still can. */
  | 'RETURN_PERIOD_OVER'
  /** The order has an open customer-service document, which must be answered and closed first. */
  | 'SERVICE_OPEN'
  /** A store has the order already. */
  | 'STORE_ALREADY_ASSIGNED'
  /** The store takes no online orders at present. */
  | 'STORE_NOT_ACCEPTING'
  /** SELF_PICK and FLASH orders need a store. */
  | 'STORE_REQUIRED'
  /** What the exchange costs on top is not paid yet. */
  | 'SUPPLEMENT_DUE'
  /** Whoever runs the card terminals does not answer; try again in a moment. */
  | 'TERMINALS_UNREACHABLE'
  /** The transaction is of another kind: a refund in place of a charge, a charge in place of a refund, or the refund of another charge. */
  | 'TRANSACTION_MISMATCH'
  /** The transaction was declined, aborted, or failed. */
  | 'TRANSACTION_NOT_APPROVED'
  /** The transaction has not ended yet; try again in a moment. */
  | 'TRANSACTION_NOT_FINAL'
  /** Whoever runs the card terminals knows no transaction with this id. */
  | 'TRANSACTION_NOT_FOUND'
  /** The terminals have not refused to give this money back: it has gone back, or it was called off there. */
  | 'TRANSACTION_NOT_REFUSED'
  /** This transaction has paid, or given back, something already. */
  | 'TRANSACTION_USED'
  /** The order, as it is, has no such step. */
  | 'TRANSITION_NOT_ALLOWED'
  /** The object has moved on from `expectedVersion`; read it again and decide anew. */
  | 'VERSION_CONFLICT';

export type ReplayStoresQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ReplayStoresQuery = { stores: { edges: Array<{ node: { id: string, code: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReplayStoreCreateMutationVariables = Exact<{
  input: StoreCreateInput;
}>;


export type ReplayStoreCreateMutation = { storeCreate: { store: { id: string, code: string, currency: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type ReplayProductSaveMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type ReplayProductSaveMutation = { productSave: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type ReplayCustomerSaveMutationVariables = Exact<{
  input: CustomerSaveInput;
}>;


export type ReplayCustomerSaveMutation = { customerSave: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type ReplayCountsQueryVariables = Exact<{
  storeId: string | number;
}>;


export type ReplayCountsQuery = { storeOrderCounts: { total: number, totalAmount: { amount: string } } | null };

export type ReplayReturnMutationVariables = Exact<{
  input: CustomerServiceCreateInput;
}>;


export type ReplayReturnMutation = { customerServiceCreate: { customerService: { status: CustomerServiceStatus } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReplayCartMutationVariables = Exact<{
  input: CartCreateInput;
}>;


export type ReplayCartMutation = { cartCreate: { cart: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReplayPlaceMutationVariables = Exact<{
  input: OrderPlaceFromCartInStoreInput;
}>;


export type ReplayPlaceMutation = { orderPlaceFromCartInStore: { order: { id: string, status: OrderStatus } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReplayPayAndCompleteMutationVariables = Exact<{
  pay: OrderPayCashInput;
  complete: OrderStepInput;
}>;


export type ReplayPayAndCompleteMutation = { orderPayCash: { userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > }, orderComplete: { userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReplayCompleteMutationVariables = Exact<{
  complete: OrderStepInput;
}>;


export type ReplayCompleteMutation = { orderComplete: { userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type EdgesCartQueryVariables = Exact<{
  id: string | number;
}>;


export type EdgesCartQuery = { cart: { id: string, order: { id: string } | null, quote: { total: { amount: string }, points: { balance: number } | null } | null } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type EdgesRingMutationVariables = Exact<{
  input: OrderPlaceFromCartInStoreInput;
}>;


export type EdgesRingMutation = { orderPlaceFromCartInStore: { order: { id: string } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type EdgesFromCartsMutationVariables = Exact<{
  input: OrderPlaceFromCartsInput;
}>;


export type EdgesFromCartsMutation = { orderPlaceFromCarts: { order: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type EdgesDismissMutationVariables = Exact<{
  input: StoreMemberRemoveInput;
}>;


export type EdgesDismissMutation = { storeMemberRemove: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type EdgesQuoteQueryVariables = Exact<{
  input: QuoteInput;
}>;


export type EdgesQuoteQuery = { quote: { total: { amount: string } } | null };

export type EdgesSeeQueryVariables = Exact<{
  id?: string | number | null | undefined;
  number?: string | null | undefined;
  uid?: string | null | undefined;
  storeId?: string | number | null | undefined;
}>;


export type EdgesSeeQuery = { order: { id: string, items: Array<{ name: string }>, history: Array<{ type: OrderEventType }>, payments: Array<{ number: string }>, refunds: Array<{ number: string }>, customer: { email: string | null } | null, contact: { name: string } | null, billing: { name: string } | null, assignments: Array<{ outcome: StoreAssignmentOutcome }>, asOf: { id: string } | null } | null };

export type EdgesNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type EdgesNodeQuery = { node:
    | { id: string, kind: 'Cart' }
    | { id: string, kind: 'Coupon' }
    | { id: string, kind: 'CouponDefinition' }
    | { id: string, kind: 'Customer' }
    | { id: string, kind: 'CustomerService' }
    | { id: string, kind: 'Offer' }
    | { id: string, kind: 'Order' }
    | { id: string, kind: 'Product' }
    | { id: string, kind: 'Sku' }
    | { id: string, kind: 'Store' }
   | null };

export type EdgesMembersQueryVariables = Exact<{
  id: string | number;
}>;


export type EdgesMembersQuery = { store: { code: string, members: Array<{ name: string }> } | null };

export type EdgesCountsQueryVariables = Exact<{
  id: string | number;
}>;


export type EdgesCountsQuery = { storeOrderCounts: { total: number, payPending: number, totalAmount: { amount: string }, byStatus: Array<{ count: number }> } | null };

export type EdgesSaveMemberMutationVariables = Exact<{
  input: StoreMemberSaveInput;
}>;


export type EdgesSaveMemberMutation = { storeMemberSave: { store: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type EdgesRemoveMemberMutationVariables = Exact<{
  input: StoreMemberRemoveInput;
}>;


export type EdgesRemoveMemberMutation = { storeMemberRemove: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type EdgesRejectMutationVariables = Exact<{
  input: OrderRejectInput;
}>;


export type EdgesRejectMutation = { orderReject: { order: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type EdgesStoreFeedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type EdgesStoreFeedSubscription = { storeFeed: { orderId: string | null, event: { type: OrderEventType } | null, order: { number: string } | null } };

export type EdgesOrderFeedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type EdgesOrderFeedSubscription = { orderUpdated: { orderId: string | null, event: { type: OrderEventType } | null, order: { number: string } | null } };

export type EdgesThroughOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type EdgesThroughOrderQuery = { order: { store: { current: { members: Array<{ name: string }> } } | null } | null };

export type EdgesPlaceQueryVariables = Exact<{
  id: string | number;
}>;


export type EdgesPlaceQuery = { store: { myMembership: { name: string, role: StoreMemberRole, maySetPrice: boolean } | null } | null };

export type EdgesSkuQueryVariables = Exact<{
  code: string;
}>;


export type EdgesSkuQuery = { sku: { id: string, product: { id: string } } | null };

export type ServiceEdgesSeeQueryVariables = Exact<{
  id?: string | number | null | undefined;
  number?: string | null | undefined;
  uid?: string | null | undefined;
  storeId?: string | number | null | undefined;
}>;


export type ServiceEdgesSeeQuery = { customerService: { id: string, returns: Array<{ name: string, orderItem: { seq: number } | null }>, exchanges: Array<{ name: string }>, refunds: Array<{ number: string }>, log: Array<{ type: CustomerServiceEventType }>, customer: { email: string | null } | null, order: { id: string, number: string } | null } | null };

export type ServiceEdgesCountsQueryVariables = Exact<{
  storeId?: string | number | null | undefined;
}>;


export type ServiceEdgesCountsQuery = { customerServiceCounts: { total: number, byStatus: Array<{ count: number }> } };

export type ServiceEdgesRemoveMutationVariables = Exact<{
  input: StoreMemberRemoveInput;
}>;


export type ServiceEdgesRemoveMutation = { storeMemberRemove: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type ServiceEdgesFeedSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ServiceEdgesFeedSubscription = { customerServiceFeed: { event: { type: CustomerServiceEventType } | null, customerService: { number: string } | null, counts: { total: number } | null } };

export type CartWithdrawMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type CartWithdrawMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type CartsMineQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  storeId?: string | number | null | undefined;
}>;


export type CartsMineQuery = { myCarts: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CartGoneQueryVariables = Exact<{
  id: string | number;
}>;


export type CartGoneQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, myCarts: { edges: Array<{ node: { id: string } }> } };

export type CartTillQueryVariables = Exact<{
  storeId: string | number;
}>;


export type CartTillQuery = { tillCarts: { edges: Array<{ node: { id: string } }> } };

export type HandRingMutationVariables = Exact<{
  input: OrderPlaceFromCartInStoreInput;
}>;


export type HandRingMutation = { orderPlaceFromCartInStore: { order: { id: string, total: { amount: string }, items: Array<{ seq: number, priceReason: string | null, priceSetBy: { id: string, name: string | null } | null }>, history: Array<{ type: OrderEventType, actorName: string | null, comment: string | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type HandSetterQueryVariables = Exact<{
  id: string | number;
}>;


export type HandSetterQuery = { cart: { lines: Array<{ priceSetBy: { name: string | null } | null }> } | null };

export type HandMineQueryVariables = Exact<{ [key: string]: never; }>;


export type HandMineQuery = { myOrders: { edges: Array<{ node: { items: Array<{ priceReason: string | null, priceSetBy: { name: string | null } | null }> } }> } };

export type SameProductsMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type SameProductsMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SameTemplateMutationVariables = Exact<{
  input: FreightTemplateSaveInput;
}>;


export type SameTemplateMutation = { freightTemplateSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SameAssignMutationVariables = Exact<{
  input: FreightTemplateAssignInput;
}>;


export type SameAssignMutation = { freightTemplateAssign: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type QuoteProductsMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type QuoteProductsMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type QuoteTemplateMutationVariables = Exact<{
  input: FreightTemplateSaveInput;
}>;


export type QuoteTemplateMutation = { freightTemplateSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type QuoteAssignMutationVariables = Exact<{
  input: FreightTemplateAssignInput;
}>;


export type QuoteAssignMutation = { freightTemplateAssign: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type QuotedCartsMutationVariables = Exact<{
  input: OrderPlaceFromCartsInput;
}>;


export type QuotedCartsMutation = { orderPlaceFromCarts: { order: { total: { amount: string } } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type QuotedOnceMutationVariables = Exact<{
  input: OrderPlaceFromCartsInput;
}>;


export type QuotedOnceMutation = { orderPlaceFromCarts: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type QuotedAfterQueryVariables = Exact<{
  id: string | number;
}>;


export type QuotedAfterQuery = { cart: { state: CartState, quote: { total: { amount: string } } | null, order: { total: { amount: string } } | null } | null };

export type CurrencyOrderMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type CurrencyOrderMutation = { orderPlace: { order: { currency: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CurrencyQuoteQueryVariables = Exact<{
  input: QuoteInput;
}>;


export type CurrencyQuoteQuery = { quote: { currency: string } | null };

export type CatalogueSaveMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type CatalogueSaveMutation = { productSave: { productIds: Array<string>, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type CatalogueReadQueryVariables = Exact<{
  code: string;
}>;


export type CatalogueReadQuery = { sku: { id: string, code: string, options: Array<{ name: string, value: string }>, components: Array<{ quantity: number, sku: { code: string, product: { code: string } } }>, product: { code: string, attributes: Array<{ name: string, value: string }> } } | null };

export type RateSaveMutationVariables = Exact<{
  input: ExchangeRateSaveInput;
}>;


export type RateSaveMutation = { exchangeRateSave: { exchangeRate: { currency: string, baseCurrency: string, rate: string, validFrom: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type RatesQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type RatesQuery = { exchangeRates: Array<{ currency: string, baseCurrency: string, rate: string }> };

export type RateHistoryQueryVariables = Exact<{
  currency: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RateHistoryQuery = { exchangeRateHistory: { edges: Array<{ node: { rate: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RateInfoQueryVariables = Exact<{
  code: string;
  locale?: string | null | undefined;
}>;


export type RateInfoQuery = { currencyInfo: { code: string, decimals: number, rate: string | null, symbol: string } };

export type RateOfOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type RateOfOrderQuery = { order: { exchangeRate: string | null, total: { currency: string } } | null };

export type PricesSaveMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type PricesSaveMutation = { productSave: { userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type PriceOfQueryVariables = Exact<{
  sku: string;
  currency?: string | null | undefined;
  quantity?: number | null | undefined;
  storeId?: string | number | null | undefined;
}>;


export type PriceOfQuery = { priceOf: { quantity: number, discounted: boolean, validFrom: string | null, validUntil: string | null, lossAllowed: boolean, sku: { code: string }, unitBasePrice: { amount: string, formatted: string }, unitPrice: { amount: string }, total: { amount: string, formatted: string }, discount: { amount: string }, unitCost: { amount: string } | null, currencyInfo: { code: string, decimals: number, symbol: string, rate: string | null } } | null };

export type PriceListQueryVariables = Exact<{
  code: string;
}>;


export type PriceListQuery = { sku: { prices: Array<{ currency: string, storeId: string | null, minimumQuantity: number, listPrice: { amount: string }, salePrice: { amount: string }, terms: { saleFrom: string | null, saleUntil: string | null, lossAllowed: boolean, reducedPrice: { amount: string }, unitCost: { amount: string } | null } | null }> } | null };

export type DueWorkCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type DueWorkCancelMutation = { orderCancel: { order: { status: OrderStatus } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type DueWorkShipMutationVariables = Exact<{
  input: OrderShipInput;
}>;


export type DueWorkShipMutation = { orderShip: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type OnceStoreVersionQueryVariables = Exact<{
  id: string | number;
}>;


export type OnceStoreVersionQuery = { store: { version: number } | null };

export type RacesAcceptMutationVariables = Exact<{
  input: OrderStepInput;
}>;


export type RacesAcceptMutation = { orderAccept: { order: { id: string, version: number, status: OrderStatus, clerkName: string | null } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode }
      | { __typename: 'PriceChanged', code: UserErrorCode }
      | { __typename: 'ProductsUnavailable', code: UserErrorCode }
      | { __typename: 'SimpleUserError', code: UserErrorCode }
      | { __typename: 'TransitionRefused', status: OrderStatus, version: number, code: UserErrorCode }
      | { __typename: 'VersionConflict', currentVersion: number, code: UserErrorCode }
    > } };

export type RacesCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type RacesCancelMutation = { orderCancel: { order: { id: string, version: number, status: OrderStatus, clerkName: string | null } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode }
      | { __typename: 'PriceChanged', code: UserErrorCode }
      | { __typename: 'ProductsUnavailable', code: UserErrorCode }
      | { __typename: 'SimpleUserError', code: UserErrorCode }
      | { __typename: 'TransitionRefused', status: OrderStatus, version: number, code: UserErrorCode }
      | { __typename: 'VersionConflict', currentVersion: number, code: UserErrorCode }
    > } };

export type RacesRejectMutationVariables = Exact<{
  input: OrderRejectInput;
}>;


export type RacesRejectMutation = { orderReject: { order: { id: string, version: number, status: OrderStatus } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode }
      | { __typename: 'PriceChanged', code: UserErrorCode }
      | { __typename: 'ProductsUnavailable', code: UserErrorCode }
      | { __typename: 'SimpleUserError', code: UserErrorCode }
      | { __typename: 'TransitionRefused', code: UserErrorCode }
      | { __typename: 'VersionConflict', code: UserErrorCode }
    > } };

export type RacesAddClerkMutationVariables = Exact<{
  input: StoreMemberSaveInput;
}>;


export type RacesAddClerkMutation = { storeMemberSave: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type PaymentRacesCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type PaymentRacesCancelMutation = { orderCancel: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type KillSellMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type KillSellMutation = { orderPlaceInStore: { order: { id: string } | null } };

export type KillPayMutationVariables = Exact<{
  id: string | number;
}>;


export type KillPayMutation = { orderStartPayment: { payment: { number: string, clientParameters: Array<{ name: string, value: string }> } | null } };

export type KillCompleteMutationVariables = Exact<{
  id: string | number;
}>;


export type KillCompleteMutation = { orderComplete: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type KillReturnMutationVariables = Exact<{
  id: string | number;
}>;


export type KillReturnMutation = { customerServiceCreate: { customerService: { id: string, number: string } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type KillRefundMutationVariables = Exact<{
  input: CustomerServiceRefundInput;
}>;


export type KillRefundMutation = { customerServiceRefund: { customerService: { status: CustomerServiceStatus } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type CrashPlaceMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type CrashPlaceMutation = { orderPlaceInStore: { replayed: boolean, order: { id: string, number: string } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type CrashCashMutationVariables = Exact<{
  input: OrderPayCashInput;
}>;


export type CrashCashMutation = { orderPayCash: { replayed: boolean, order: { version: number, paidTotal: { amount: string } } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type CrashReadQueryVariables = Exact<{
  number: string;
}>;


export type CrashReadQuery = { order: { uid: string | null, version: number, status: OrderStatus, paidTotal: { amount: string }, payments: Array<{ number: string }>, items: Array<{ seq: number, quantity: number }>, history: Array<{ version: number, type: OrderEventType }> } | null };

export type CrashCountQueryVariables = Exact<{
  storeId: string | number;
}>;


export type CrashCountQuery = { storeOrders: { totalCount: number } };

export type CrashStoreMutationVariables = Exact<{
  input: StoreCreateInput;
}>;


export type CrashStoreMutation = { storeCreate: { store: { id: string } | null } };

export type CrashMemberMutationVariables = Exact<{
  input: StoreMemberSaveInput;
}>;


export type CrashMemberMutation = { storeMemberSave: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type CrashProductMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type CrashProductMutation = { productSave: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type RacingOptionsQueryVariables = Exact<{
  id: string | number;
}>;


export type RacingOptionsQuery = { order: { amountDue: { amount: string }, items: Array<{ seq: number, quantity: number }>, availableCustomerServices: Array<{ type: CustomerServiceType, enabled: boolean }>, customerServices: Array<{ id: string, status: CustomerServiceStatus, availableActions: Array<{ action: CustomerServiceAction, enabled: boolean }>, returns: Array<{ seq: number, quantity: number }>, refundFee: { amount: string } | null }> } | null };

export type RecordQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordQuery = { customerService: { status: CustomerServiceStatus, refused: boolean, returns: Array<{ seq: number, skuId: string, productId: string, weightGrams: number | null, unitCost: { amount: string } | null, orderItem: { seq: number, skuId: string, productId: string, weightGrams: number | null, unitCost: { amount: string } | null } | null }>, exchanges: Array<{ skuId: string, productId: string, weightGrams: number | null, unitCost: { amount: string } | null, orderItem: { seq: number } | null }> } | null };

export type BookSaveMutationVariables = Exact<{
  input: AddressSaveInput;
}>;


export type BookSaveMutation = { addressSave: { address: { id: string, isDefault: boolean, title: Salutation | null, name: string, givenName: string | null, familyName: string | null, phone: string | null, email: string | null, address: { country: string | null, province: string | null, city: string | null, district: string | null, street: string | null, detail: string | null, zip: string | null } } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BookDeleteMutationVariables = Exact<{
  input: AddressDeleteInput;
}>;


export type BookDeleteMutation = { addressDelete: { addressId: string | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BookListQueryVariables = Exact<{ [key: string]: never; }>;


export type BookListQuery = { myAddresses: Array<{ id: string, isDefault: boolean, name: string }> };

export type FindCustomerQueryVariables = Exact<{
  subject?: string | null | undefined;
  memberNumber?: string | null | undefined;
  brandCode?: string | null | undefined;
}>;


export type FindCustomerQuery = { customer: { id: string, subject: string | null, name: string } | null };

export type FindSaveMutationVariables = Exact<{
  input: CustomerSaveInput;
}>;


export type FindSaveMutation = { customerSave: { customerIds: Array<string>, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type FindThroughQueryVariables = Exact<{
  id: string | number;
}>;


export type FindThroughQuery = { order: { customer: { name: string, subject: string | null } | null } | null };

export type LedgerAdjustMutationVariables = Exact<{
  input: LedgerAdjustInput;
}>;


export type LedgerAdjustMutation = { ledgerAdjust: { entry: { id: string, account: LedgerAccount, reason: LedgerReason, orderId: string | null, note: string | null, change: { points: number | null, money: { amount: string, currency: string } | null }, balanceAfter: { points: number | null, money: { amount: string } | null } } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type LedgerStatementQueryVariables = Exact<{
  customerId?: string | number | null | undefined;
  account?: LedgerAccount | null | undefined;
  currency?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgerStatementQuery = { ledgerStatement: { balance: { points: number | null, money: { amount: string, currency: string } | null }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, note: string | null, change: { points: number | null, money: { amount: string } | null }, balanceAfter: { points: number | null, money: { amount: string } | null } } }> } };

export type LedgerMeQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerMeQuery = { me: { pointsBalance: number, pointsReserved: number, pointsEarned: number, pointsSpent: number, walletBalance: { amount: string, currency: string } | null, yen: { amount: string } | null, walletBalances: Array<{ amount: string, currency: string }> } | null };

export type LedgerThroughOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type LedgerThroughOrderQuery = { order: { customer: { pointsBalance: number, walletBalance: { amount: string } | null, walletBalances: Array<{ amount: string }> } | null } | null };

export type MemberSaveMutationVariables = Exact<{
  input: CustomerSaveInput;
}>;


export type MemberSaveMutation = { customerSave: { customerIds: Array<string>, dryRun: boolean, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type TierSaveMutationVariables = Exact<{
  input: CustomerTierSaveInput;
}>;


export type TierSaveMutation = { customerTierSave: { tier: { code: string, name: string, isDefault: boolean, discountPercent: string, birthdayDiscountPercent: string, canRedeemPoints: boolean, minimumPoints: number, maximumPointsPercent: string, pointsPerUnit: number, earnPercent: string, currencies: Array<{ currency: string, pointsPerUnit: number | null, birthdayMaximum: { amount: string } | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type TierListQueryVariables = Exact<{ [key: string]: never; }>;


export type TierListQuery = { customerTiers: Array<{ code: string, isDefault: boolean, discountPercent: string }> };

export type TierProfilesMutationVariables = Exact<{
  input: CustomerSaveInput;
}>;


export type TierProfilesMutation = { customerSave: { customerIds: Array<string>, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type TierMeQueryVariables = Exact<{ [key: string]: never; }>;


export type TierMeQuery = { me: { name: string, phone: string | null, email: string | null, country: string | null, givenName: string | null, familyName: string | null, memberNumber: string | null, brandCode: string | null, cardType: string | null, tier: { code: string } | null, personal: { gender: Gender | null, married: boolean | null, timeZone: string | null, birthday: { month: number, day: number, year: number | null } | null } | null } | null };

export type TierThroughOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type TierThroughOrderQuery = { order: { customer: { memberNumber: string | null, personal: { married: boolean | null } | null } | null } | null };

export type TierPointsMutationVariables = Exact<{
  input: LedgerAdjustInput;
}>;


export type TierPointsMutation = { ledgerAdjust: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type DocumentsStoreQueryVariables = Exact<{ [key: string]: never; }>;


export type DocumentsStoreQuery = { myStores: Array<{ id: string }> };

export type DocumentsCustomerQueryVariables = Exact<{ [key: string]: never; }>;


export type DocumentsCustomerQuery = { me: { id: string } | null };

export type DocumentsOrderMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type DocumentsOrderMutation = { orderPlace: { order: { id: string } | null } };

export type DocumentsSaleMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type DocumentsSaleMutation = { orderPlaceInStore: { order: { id: string } | null } };

export type DocumentsDoneMutationVariables = Exact<{
  id: string | number;
}>;


export type DocumentsDoneMutation = { orderPayCash: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > }, orderComplete: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type DocumentsAddressQueryVariables = Exact<{ [key: string]: never; }>;


export type DocumentsAddressQuery = { myAddresses: Array<{ id: string }> };

export type FreightProductMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type FreightProductMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type FreightSaveMutationVariables = Exact<{
  input: FreightTemplateSaveInput;
}>;


export type FreightSaveMutation = { freightTemplateSave: { template: { code: string, name: string, currency: string, unit: FreightUnit, deliveryTypes: Array<FreightDelivery>, origin: { country: string | null, province: string | null, city: string | null } | null, rules: Array<{ regions: Array<string>, served: boolean, firstUnits: number, additionalUnits: number, freeFromPieces: number | null, firstFee: { amount: string }, additionalFee: { amount: string }, freeFromAmount: { amount: string } | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type FreightAssignMutationVariables = Exact<{
  input: FreightTemplateAssignInput;
}>;


export type FreightAssignMutation = { freightTemplateAssign: { template: { code: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type FreightQuotedQueryVariables = Exact<{
  input: FreightQuoteInput;
}>;


export type FreightQuotedQuery = { freightQuote: { deliverable: boolean, unavailableSkus: Array<string>, destination: { country: string | null, province: string | null, city: string | null }, total: { amount: string, currency: string } | null, charges: Array<{ templateCode: string, name: string, seqs: Array<number>, free: boolean, missingPieces: number | null, deliverable: boolean, reason: UndeliverableReason | null, fee: { amount: string }, fullFee: { amount: string }, missingAmount: { amount: string } | null }> } };

export type FreightAssignedQueryVariables = Exact<{
  code: string;
}>;


export type FreightAssignedQuery = { sku: { product: { freightTemplates: Array<{ code: string }> } } | null };

export type FreightListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FreightListQuery = { freightTemplates: { edges: Array<{ node: { code: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CountFromCartsMutationVariables = Exact<{
  input: OrderPlaceFromCartsInput;
}>;


export type CountFromCartsMutation = { orderPlaceFromCarts: { order: { id: string } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type CountCostQueryVariables = Exact<{
  first: number;
}>;


export type CountCostQuery = { myCarts: { edges: Array<{ node: { quote: { total: { amount: string } } | null } }> } };

export type CountChangeMutationVariables = Exact<{
  input: CartChangeLineInput;
}>;


export type CountChangeMutation = { cartChangeLine: { cart: { lines: Array<{ seq: number }> } | null } };

export type CompanyBoardQueryVariables = Exact<{
  storeId: string | number;
  filter?: OrderFilter | null | undefined;
  sort: OrderSort;
}>;


export type CompanyBoardQuery = { storeOrders: { totalCount: number, edges: Array<{ node: { id: string, kind: OrderKind } }> }, storeOrderCounts: { total: number, payPending: number, closed: number, totalAmount: { amount: string, currency: string } } | null };

export type WalkListQueryVariables = Exact<{
  storeId: string | number;
  filter?: OrderFilter | null | undefined;
  sort: OrderSort;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type WalkListQuery = { storeOrders: { edges: Array<{ cursor: string, node: { number: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SearchStoreQueryVariables = Exact<{
  storeId: string | number;
  filter?: OrderFilter | null | undefined;
  sort?: OrderSort;
}>;


export type SearchStoreQuery = { storeOrders: { totalCount: number, edges: Array<{ node: { number: string } }> } };

export type SearchOwnQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
}>;


export type SearchOwnQuery = { myOrders: { totalCount: number, edges: Array<{ node: { number: string } }> } };

export type SearchAllQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
}>;


export type SearchAllQuery = { orders: { totalCount: number, edges: Array<{ node: { number: string } }> } };

export type FeedAccessAcceptMutationVariables = Exact<{
  input: OrderStepInput;
}>;


export type FeedAccessAcceptMutation = { orderAccept: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type FeedAccessRejectMutationVariables = Exact<{
  input: OrderRejectInput;
}>;


export type FeedAccessRejectMutation = { orderReject: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type FeedAccessAssignMutationVariables = Exact<{
  input: OrderAssignStoreInput;
}>;


export type FeedAccessAssignMutation = { orderAssignStore: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type FeedAccessRemoveMutationVariables = Exact<{
  input: StoreMemberRemoveInput;
}>;


export type FeedAccessRemoveMutation = { storeMemberRemove: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type FeedAccessCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedAccessCursorQuery = { feedCursor: string };

export type FollowListQueryVariables = Exact<{
  storeId: string | number;
}>;


export type FollowListQuery = { storeOrders: { edges: Array<{ node: { id: string } }> } };

export type FollowCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type FollowCursorQuery = { feedCursor: string };

export type ReconnectCashMutationVariables = Exact<{
  input: OrderPayCashInput;
}>;


export type ReconnectCashMutation = { orderPayCash: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type ReconnectCompleteMutationVariables = Exact<{
  input: OrderStepInput;
}>;


export type ReconnectCompleteMutation = { orderComplete: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type SeveralServersRemoveMutationVariables = Exact<{
  input: StoreMemberRemoveInput;
}>;


export type SeveralServersRemoveMutation = { storeMemberRemove: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type CouponsMineQueryVariables = Exact<{
  usable: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type CouponsMineQuery = { myCoupons: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, code: string, state: CouponState, source: CouponSource, usedAt: string | null, usedByOrderId: string | null, expiresAt: string | null, definition: { code: string, name: string, effect: { percent: string | null } } } }> } };

export type CouponsIssueMutationVariables = Exact<{
  input: CouponIssueInput;
}>;


export type CouponsIssueMutation = { couponIssue: { couponIds: Array<string>, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type CouponsDisableMutationVariables = Exact<{
  input: CouponDisableInput;
}>;


export type CouponsDisableMutation = { couponDisable: { definition: { version: number, disabledAt: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type CouponsNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type CouponsNodeQuery = { node:
    | { id: string, kind: 'Cart' }
    | { id: string, kind: 'Coupon' }
    | { id: string, kind: 'CouponDefinition' }
    | { id: string, kind: 'Customer' }
    | { id: string, kind: 'CustomerService' }
    | { id: string, kind: 'Offer' }
    | { id: string, kind: 'Order' }
    | { id: string, kind: 'Product' }
    | { id: string, kind: 'Sku' }
    | { id: string, kind: 'Store' }
   | null };

export type CouponsDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type CouponsDefinitionsQuery = { couponDefinitions: { pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { code: string } }> } };

export type LiveDisableMutationVariables = Exact<{
  input: OfferDisableInput;
}>;


export type LiveDisableMutation = { offerDisable: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type LiveRehearseMutationVariables = Exact<{
  input: OfferSaveInput;
}>;


export type LiveRehearseMutation = { offerSave: { offer: { code: string } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type OffersDisableMutationVariables = Exact<{
  input: OfferDisableInput;
}>;


export type OffersDisableMutation = { offerDisable: { offer: { code: string, version: number, disabledAt: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type OffersOneQueryVariables = Exact<{
  id?: string | number | null | undefined;
  code?: string | null | undefined;
}>;


export type OffersOneQuery = { offer: { code: string } | null };

export type OffersListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  storeId?: string | number | null | undefined;
  inForce?: boolean | null | undefined;
}>;


export type OffersListQuery = { offers: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { code: string } }> } };

export type OffersNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type OffersNodeQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { code: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type SkuOffersProductMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type SkuOffersProductMutation = { productSave: { userErrors: Array<
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
    > } };

export type SkuOffersQueryVariables = Exact<{
  code: string;
  storeId?: string | number | null | undefined;
  currency?: string | null | undefined;
}>;


export type SkuOffersQuery = { sku: { offers: Array<{ offer: { code: string, stores: Array<{ id: string }> }, salePrice: { amount: string, currency: string } }> } | null };

export type SkuOffersPageQueryVariables = Exact<{
  first: number;
  storeId?: string | number | null | undefined;
}>;


export type SkuOffersPageQuery = { products: { edges: Array<{ node: { skus: Array<{ offers: Array<{ offer: { name: string, stores: Array<{ code: string }> }, salePrice: { amount: string } }> }> } }> } };

export type CancelOrderMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type CancelOrderMutation = { orderCancel: { order: { status: OrderStatus, version: number, payment: OrderPaymentState, refundedTotal: { amount: string } } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'PriceChanged', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'ProductsUnavailable', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'TransitionRefused', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'VersionConflict', code: UserErrorCode, path: Array<string> | null }
    > } };

export type CancelPayCashMutationVariables = Exact<{
  input: OrderPayCashInput;
}>;


export type CancelPayCashMutation = { orderPayCash: { order: { status: OrderStatus, payment: OrderPaymentState, version: number } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type CancelAcceptMutationVariables = Exact<{
  input: OrderStepInput;
}>;


export type CancelAcceptMutation = { orderAccept: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type CancelFactsQueryVariables = Exact<{
  id: string | number;
}>;


export type CancelFactsQuery = { order: { status: OrderStatus, fulfilment: OrderFulfilment, payment: OrderPaymentState, canceledAt: string | null, version: number, paidTotal: { amount: string }, refundedTotal: { amount: string }, payments: Array<{ state: PaymentState, refunded: { amount: string } }>, refunds: Array<{ state: RefundState, reason: string, settledAt: string | null, amount: { amount: string } }>, history: Array<{ type: OrderEventType, fromStatus: OrderStatus | null, toStatus: OrderStatus, actorRole: ActorRole, actorName: string | null, comment: string | null, at: string }> } | null };

export type ChosenMemberMutationVariables = Exact<{
  input: StoreMemberSaveInput;
}>;


export type ChosenMemberMutation = { storeMemberSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ChosenQuoteQueryVariables = Exact<{
  input: QuoteInput;
}>;


export type ChosenQuoteQuery = { quote: { total: { amount: string }, coupon: { code: string, applies: boolean, reason: CouponRefusalReason | null } | null, coupons: Array<{ code: string }> } | null };

export type CopiesKeptQueryVariables = Exact<{
  id: string | number;
}>;


export type CopiesKeptQuery = { order: { buyer: { name: string, phone: string | null, memberNumber: string | null, brandCode: string | null, cardType: string | null } | null, customerTerms: { pointsPerUnit: number | null } | null, coupon: { code: string, name: string, minimumPieces: number | null, endsAt: string | null, effect: { kind: OfferEffectKind, percent: string | null } | null, minimumAmount: { amount: string } | null, maximumDiscount: { amount: string } | null } | null } | null };

export type CopiesSalesQueryVariables = Exact<{ [key: string]: never; }>;


export type CopiesSalesQuery = { me: { salesTotals: Array<{ amount: string, currency: string }> } | null };

export type CountStoreQueryVariables = Exact<{
  storeId: string | number;
}>;


export type CountStoreQuery = { storeOrderCounts: { total: number, handlePending: number, pickPending: number, deliverPending: number, delivering: number, closed: number, canceled: number, payPending: number, shipPending: number, receiptPending: number, reviewPending: number, refunded: number, afterSalesPending: number, onHold: number, reminded: number, totalAmount: { amount: string, currency: string }, byStatus: Array<{ status: OrderStatus, count: number }> } | null };

export type CountOwnQueryVariables = Exact<{ [key: string]: never; }>;


export type CountOwnQuery = { myOrderCounts: { total: number, payPending: number, shipPending: number, receiptPending: number, reviewPending: number, closed: number, onHold: number, recycled: number, byStatus: Array<{ status: OrderStatus, count: number }> } };

export type CountAllQueryVariables = Exact<{ [key: string]: never; }>;


export type CountAllQuery = { orderCounts: { total: number, payPending: number, handlePending: number, deliverPending: number, unassigned: number, assignPending: number, recycled: number, onHold: number, totalAmounts: Array<{ amount: string, currency: string }>, byStatus: Array<{ status: OrderStatus, count: number }> } };

export type CountCustomerQueryVariables = Exact<{
  customerId: string | number;
}>;


export type CountCustomerQuery = { customerOrderCounts: { total: number, payPending: number, recycled: number } };

export type CouponPlaceMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type CouponPlaceMutation = { orderPlace: { order: { id: string, status: OrderStatus, total: { amount: string }, saleTotal: { amount: string }, discountTotal: { amount: string }, coupon: { code: string, name: string, description: string | null, distribution: CouponDistribution | null, startsAt: string | null, endsAt: string | null, couponId: string | null, definitionId: string, discount: { amount: string } } | null, cartOffers: Array<{ code: string, name: string, description: string | null }>, catalogOffers: Array<{ code: string }>, items: Array<{ saleTotal: { amount: string }, steps: Array<{ kind: PriceStepKind, code: string | null, amount: { amount: string }, after: { amount: string } }> }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type CouponToldQueryVariables = Exact<{
  id: string | number;
}>;


export type CouponToldQuery = { order: { cartOffers: Array<{ code: string, name: string, description: string | null }>, items: Array<{ productId: string, cartOffers: Array<{ description: string | null }> }> } | null };

export type CouponCartMutationVariables = Exact<{
  input: OrderPlaceFromCartsInput;
}>;


export type CouponCartMutation = { orderPlaceFromCarts: { order: { total: { amount: string }, coupon: { code: string } | null } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ListStoreQueryVariables = Exact<{
  storeId: string | number;
  filter?: OrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ListStoreQuery = { storeOrders: { totalCount: number, edges: Array<{ cursor: string, node: { number: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ListOwnQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListOwnQuery = { myOrders: { totalCount: number, edges: Array<{ node: { number: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ListAllQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ListAllQuery = { orders: { totalCount: number, edges: Array<{ node: { number: string } }> } };

export type ListCreatedQueryVariables = Exact<{
  id: string | number;
}>;


export type ListCreatedQuery = { order: { number: string, createdAt: string } | null };

export type PointsPlaceMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type PointsPlaceMutation = { orderPlace: { order: { id: string, status: OrderStatus, fulfilment: OrderFulfilment, pointsUsed: number, pointsToEarn: number, pointsRedemption: boolean, version: number, saleTotal: { amount: string }, pointsTotal: { amount: string }, total: { amount: string }, amountDue: { amount: string }, items: Array<{ seq: number, pointsUsed: number, saleTotal: { amount: string }, pointsShare: { amount: string } }>, history: Array<{ type: OrderEventType }>, customerTerms: { tierCode: string | null, pointsBalance: number | null, pointsUsable: number | null, discountPercent: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type PointsStatusQueryVariables = Exact<{
  id: string | number;
}>;


export type PointsStatusQuery = { order: { status: OrderStatus } | null };

export type PointsTillMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type PointsTillMutation = { orderPlaceInStore: { order: { id: string, pointsToEarn: number } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type PointsAgainQueryVariables = Exact<{
  id: string | number;
}>;


export type PointsAgainQuery = { order: { total: { amount: string }, customerTerms: { discountPercent: string } | null, items: Array<{ steps: Array<{ kind: PriceStepKind, name: string, amount: { amount: string }, after: { amount: string } }> }> } | null };

export type SizedOrderMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type SizedOrderMutation = { orderPlace: { order: { pieces: number, pointsToEarn: number, total: { amount: string }, items: Array<{ quantity: number }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type SizedQuoteQueryVariables = Exact<{
  input: QuoteInput;
}>;


export type SizedQuoteQuery = { quote: { pieces: number, pointsToEarn: number, total: { amount: string }, freightTotal: { amount: string }, lines: Array<{ quantity: number, parts: Array<{ quantity: number }> }> } | null };

export type SizedFreightQueryVariables = Exact<{
  input: FreightQuoteInput;
}>;


export type SizedFreightQuery = { freightQuote: { total: { amount: string } | null } };

export type SizedProductsMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type SizedProductsMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SizedTemplateMutationVariables = Exact<{
  input: FreightTemplateSaveInput;
}>;


export type SizedTemplateMutation = { freightTemplateSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SizedAssignMutationVariables = Exact<{
  input: FreightTemplateAssignInput;
}>;


export type SizedAssignMutation = { freightTemplateAssign: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type WayFactsQueryVariables = Exact<{
  id: string | number;
}>;


export type WayFactsQuery = { order: { status: OrderStatus, fulfilment: OrderFulfilment, payment: OrderPaymentState, version: number, clerkName: string | null, paidAt: string | null, confirmedAt: string | null, deliveryStartedAt: string | null, deliveredAt: string | null, finishedAt: string | null, canceledAt: string | null, updatedAt: string, createdAt: string, payDeadline: string | null, store: { id: string } | null, shipment: { courierCompany: string | null, courierCode: string | null, waybillNumber: string } | null, history: Array<{ type: OrderEventType, fromStatus: OrderStatus | null, toStatus: OrderStatus, version: number, actorRole: ActorRole, actorName: string | null, comment: string | null, at: string }> } | null };

export type WayAssignMutationVariables = Exact<{
  input: OrderAssignStoreInput;
}>;


export type WayAssignMutation = { orderAssignStore: { order: { version: number, store: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type WayCashQueryVariables = Exact<{
  id: string | number;
}>;


export type WayCashQuery = { order: { payments: Array<{ tender: Tender, state: PaymentState, amount: { amount: string }, tendered: { amount: string } | null, change: { amount: string } | null }> } | null };

export type WalletPayMutationVariables = Exact<{
  input: OrderPayWithWalletInput;
}>;


export type WalletPayMutation = { orderPayWithWallet: { replayed: boolean, order: { id: string, status: OrderStatus, payment: OrderPaymentState, version: number, paidTotal: { amount: string }, amountDue: { amount: string }, payments: Array<{ tender: Tender, state: PaymentState, amount: { amount: string }, refunded: { amount: string } }>, refunds: Array<{ state: RefundState, amount: { amount: string } }>, history: Array<{ type: OrderEventType, actorName: string | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
      | { code: UserErrorCode, path: Array<string> | null, message: string }
    > } };

export type FromRepriceMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type FromRepriceMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type FromCartQueryVariables = Exact<{
  id: string | number;
}>;


export type FromCartQuery = { cart: { state: CartState, version: number, order: { id: string, number: string } | null } | null, myCarts: { edges: Array<{ node: { id: string } }> } };

export type FromCountQueryVariables = Exact<{ [key: string]: never; }>;


export type FromCountQuery = { myOrders: { totalCount: number } };

export type FromAddressMutationVariables = Exact<{
  input: AddressSaveInput;
}>;


export type FromAddressMutation = { addressSave: { address: { id: string } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type FromMineQueryVariables = Exact<{ [key: string]: never; }>;


export type FromMineQuery = { myOrders: { edges: Array<{ node: { id: string } }> } };

export type PlaceInStoreMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type PlaceInStoreMutation = { orderPlaceInStore: { order: { id: string, number: string, uid: string | null, kind: OrderKind, deliveryType: DeliveryType, status: OrderStatus, payment: OrderPaymentState, version: number, currency: string, clerkName: string | null, payDeadline: string | null, listTotal: { amount: string }, discountTotal: { amount: string }, total: { amount: string, currency: string }, customer: { name: string } | null, store: { id: string } | null, items: Array<{ seq: number, priceReason: string | null, listPrice: { amount: string }, salePrice: { amount: string }, discountTotal: { amount: string } }>, history: Array<{ type: OrderEventType, actorRole: ActorRole, actorName: string | null, comment: string | null }> } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'PriceChanged', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'ProductsUnavailable', skus: Array<string>, code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'TransitionRefused', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'VersionConflict', code: UserErrorCode, path: Array<string> | null }
    > } };

export type InStoreProductsMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type InStoreProductsMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type InStoreMemberMutationVariables = Exact<{
  input: StoreMemberSaveInput;
}>;


export type InStoreMemberMutation = { storeMemberSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type InStoreMineQueryVariables = Exact<{ [key: string]: never; }>;


export type InStoreMineQuery = { myOrders: { edges: Array<{ node: { id: string } }> } };

export type InStoreByUidQueryVariables = Exact<{
  uid: string;
  storeId: string | number;
}>;


export type InStoreByUidQuery = { order: { id: string } | null };

export type PlaceOrderMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type PlaceOrderMutation = { orderPlace: { dryRun: boolean, order: { id: string, number: string, uid: string | null, kind: OrderKind, deliveryType: DeliveryType, origin: OrderOrigin, status: OrderStatus, fulfilment: OrderFulfilment, payment: OrderPaymentState, version: number, currency: string, description: string, pieces: number, createdAt: string, payDeadline: string | null, remark: string | null, receivingTime: string | null, listTotal: { amount: string }, discountTotal: { amount: string }, freightTotal: { amount: string }, total: { amount: string, currency: string }, store: { id: string, code: string } | null, contact: { name: string, phone: string | null, address: { city: string | null, street: string | null, zip: string | null } | null } | null, invoice: { title: string | null } | null, items: Array<{ seq: number, skuCode: string, quantity: number, priceReason: string | null, listPrice: { amount: string }, salePrice: { amount: string }, listTotal: { amount: string }, discountTotal: { amount: string }, saleTotal: { amount: string } }> } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'PriceChanged', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'ProductsUnavailable', skus: Array<string>, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'TransitionRefused', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'VersionConflict', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type PlacedOrderQueryVariables = Exact<{
  id?: string | number | null | undefined;
  number?: string | null | undefined;
  uid?: string | null | undefined;
}>;


export type PlacedOrderQuery = { order: { id: string, number: string, uid: string | null, kind: OrderKind, deliveryType: DeliveryType, origin: OrderOrigin, status: OrderStatus, fulfilment: OrderFulfilment, payment: OrderPaymentState, version: number, currency: string, description: string, pieces: number, createdAt: string, payDeadline: string | null, remark: string | null, receivingTime: string | null, listTotal: { amount: string }, discountTotal: { amount: string }, freightTotal: { amount: string }, total: { amount: string, currency: string }, store: { id: string, code: string } | null, contact: { name: string, phone: string | null, address: { city: string | null, street: string | null, zip: string | null } | null } | null, invoice: { title: string | null } | null, items: Array<{ seq: number, skuCode: string, quantity: number, priceReason: string | null, listPrice: { amount: string }, salePrice: { amount: string }, listTotal: { amount: string }, discountTotal: { amount: string }, saleTotal: { amount: string } }> } | null };

export type PlaceProductsMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type PlaceProductsMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type PlaceStoreUpdateMutationVariables = Exact<{
  input: StoreUpdateInput;
}>;


export type PlaceStoreUpdateMutation = { storeUpdate: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ShareOrderMutationVariables = Exact<{
  input: OrderStepInput;
}>;


export type ShareOrderMutation = { orderShare: { code: string | null, order: { id: string, status: OrderStatus } | null, userErrors: Array<
      | { __typename: 'CustomerServiceRefused', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'PriceChanged', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'ProductsUnavailable', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'TransitionRefused', code: UserErrorCode, path: Array<string> | null }
      | { __typename: 'VersionConflict', code: UserErrorCode, path: Array<string> | null }
    > } };

export type ShareMineQueryVariables = Exact<{ [key: string]: never; }>;


export type ShareMineQuery = { myCoupons: { edges: Array<{ node: { source: CouponSource, definition: { code: string } } }> } };

export type SoldProductsMutationVariables = Exact<{
  input: ProductSaveInput;
}>;


export type SoldProductsMutation = { productSave: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SoldPlaceMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type SoldPlaceMutation = { orderPlaceInStore: { order: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type SoldCopyQueryVariables = Exact<{
  id: string | number;
}>;


export type SoldCopyQuery = { order: { receiptNumber: string | null, salespersonId: string | null, salespersonName: string | null, clerkName: string | null, device: string | null, items: Array<{ skuCode: string, parentSeq: number | null, brandCode: string | null, volumeMillilitres: number | null, shelfLocation: string | null, offerChoice: OfferChoice, offerCode: string | null, options: Array<{ name: string, value: string }>, attributes: Array<{ name: string, value: string }>, unitCost: { amount: string } | null }> } | null };

export type MoneyOfLateOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type MoneyOfLateOrderQuery = { order: { status: OrderStatus, payment: OrderPaymentState, paidTotal: { amount: string }, refundedTotal: { amount: string }, payments: Array<{ state: PaymentState }>, refunds: Array<{ state: RefundState, amount: { amount: string } }> } | null };

export type RehearsePaymentMutationVariables = Exact<{
  id: string | number;
}>;


export type RehearsePaymentMutation = { orderStartPayment: { payment: { state: PaymentState } | null, order: { payments: Array<{ state: PaymentState, amount: { amount: string } }>, history: Array<{ type: OrderEventType }> } | null } };

export type MoneyOfOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type MoneyOfOrderQuery = { order: { payment: OrderPaymentState, paidTotal: { amount: string }, refundedTotal: { amount: string }, payments: Array<{ number: string, state: PaymentState }> } | null };

export type CashForCallbackMutationVariables = Exact<{
  input: OrderPayCashInput;
}>;


export type CashForCallbackMutation = { orderPayCash: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ReplayCommandOrdersQueryVariables = Exact<{ [key: string]: never; }>;


export type ReplayCommandOrdersQuery = { orders: { totalCount: number, edges: Array<{ node: { status: OrderStatus, store: { code: string } | null } }> } };

export type ReturnsTestStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type ReturnsTestStoresQuery = { stores: { edges: Array<{ node: { id: string, code: string } }> } };

export type ReturnsTestOrdersQueryVariables = Exact<{
  storeId: string | number;
}>;


export type ReturnsTestOrdersQuery = { storeOrders: { edges: Array<{ node: { uid: string | null, status: OrderStatus, history: Array<{ type: OrderEventType }> } }> } };

export type ReplayTestOrdersQueryVariables = Exact<{
  storeId: string | number;
}>;


export type ReplayTestOrdersQuery = { storeOrders: { totalCount: number, edges: Array<{ node: { uid: string | null, status: OrderStatus, total: { amount: string }, history: Array<{ type: OrderEventType }> } }> } };

export type ReplayTestStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type ReplayTestStoresQuery = { stores: { edges: Array<{ node: { id: string, code: string } }> } };

export type ReplayTestPlaceMutationVariables = Exact<{
  input: OrderPlaceInStoreInput;
}>;


export type ReplayTestPlaceMutation = { orderPlaceInStore: { order: { id: string } | null, userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ReplayTestPayMutationVariables = Exact<{
  input: OrderPayCashInput;
}>;


export type ReplayTestPayMutation = { orderPayCash: { userErrors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type ReplayTestOrderQueryVariables = Exact<{
  uid?: string | null | undefined;
  storeId?: string | number | null | undefined;
}>;


export type ReplayTestOrderQuery = { order: { kind: OrderKind, remark: string | null, customer: { name: string, country: string | null } | null, items: Array<{ seq: number, skuCode: string, name: string, quantity: number, priceReason: string | null, listPrice: { amount: string }, salePrice: { amount: string } }> } | null };

export type ReplayTestStoreMutationVariables = Exact<{ [key: string]: never; }>;


export type ReplayTestStoreMutation = { storeCreate: { store: { id: string } | null } };

export type MembersListQueryVariables = Exact<{
  id: string | number;
}>;


export type MembersListQuery = { store: { members: Array<{ staffId: string, name: string, role: StoreMemberRole, maySetPrice: boolean }> } | null };

export type MembersSaveMutationVariables = Exact<{
  input: StoreMemberSaveInput;
}>;


export type MembersSaveMutation = { storeMemberSave: { userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type MembersRemoveMutationVariables = Exact<{
  input: StoreMemberRemoveInput;
}>;


export type MembersRemoveMutation = { storeMemberRemove: { userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ReplayStoresDocument = new TypedDocumentString(`
    query ReplayStores($after: String) {
  stores(first: 100, after: $after) {
    edges {
      node {
        id
        code
        currency
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayStoresQuery, ReplayStoresQueryVariables>;
export const ReplayStoreCreateDocument = new TypedDocumentString(`
    mutation ReplayStoreCreate($input: StoreCreateInput!) {
  storeCreate(input: $input) {
    store {
      id
      code
      currency
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayStoreCreateMutation, ReplayStoreCreateMutationVariables>;
export const ReplayProductSaveDocument = new TypedDocumentString(`
    mutation ReplayProductSave($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayProductSaveMutation, ReplayProductSaveMutationVariables>;
export const ReplayCustomerSaveDocument = new TypedDocumentString(`
    mutation ReplayCustomerSave($input: CustomerSaveInput!) {
  customerSave(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayCustomerSaveMutation, ReplayCustomerSaveMutationVariables>;
export const ReplayCountsDocument = new TypedDocumentString(`
    query ReplayCounts($storeId: ID!) {
  storeOrderCounts(storeId: $storeId) {
    total
    totalAmount {
      amount
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayCountsQuery, ReplayCountsQueryVariables>;
export const ReplayReturnDocument = new TypedDocumentString(`
    mutation ReplayReturn($input: CustomerServiceCreateInput!) {
  customerServiceCreate(input: $input) {
    customerService {
      status
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayReturnMutation, ReplayReturnMutationVariables>;
export const ReplayCartDocument = new TypedDocumentString(`
    mutation ReplayCart($input: CartCreateInput!) {
  cartCreate(input: $input) {
    cart {
      id
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayCartMutation, ReplayCartMutationVariables>;
export const ReplayPlaceDocument = new TypedDocumentString(`
    mutation ReplayPlace($input: OrderPlaceFromCartInStoreInput!) {
  orderPlaceFromCartInStore(input: $input) {
    order {
      id
      status
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayPlaceMutation, ReplayPlaceMutationVariables>;
export const ReplayPayAndCompleteDocument = new TypedDocumentString(`
    mutation ReplayPayAndComplete($pay: OrderPayCashInput!, $complete: OrderStepInput!) {
  orderPayCash(input: $pay) {
    userErrors {
      code
      message
      path
    }
  }
  orderComplete(input: $complete) {
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayPayAndCompleteMutation, ReplayPayAndCompleteMutationVariables>;
export const ReplayCompleteDocument = new TypedDocumentString(`
    mutation ReplayComplete($complete: OrderStepInput!) {
  orderComplete(input: $complete) {
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayCompleteMutation, ReplayCompleteMutationVariables>;
export const EdgesCartDocument = new TypedDocumentString(`
    query EdgesCart($id: ID!) {
  cart(id: $id) {
    id
    order {
      id
    }
    quote {
      total {
        amount
      }
      points {
        balance
      }
    }
  }
  node(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EdgesCartQuery, EdgesCartQueryVariables>;
export const EdgesRingDocument = new TypedDocumentString(`
    mutation EdgesRing($input: OrderPlaceFromCartInStoreInput!) {
  orderPlaceFromCartInStore(input: $input) {
    order {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesRingMutation, EdgesRingMutationVariables>;
export const EdgesFromCartsDocument = new TypedDocumentString(`
    mutation EdgesFromCarts($input: OrderPlaceFromCartsInput!) {
  orderPlaceFromCarts(input: $input) {
    order {
      id
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesFromCartsMutation, EdgesFromCartsMutationVariables>;
export const EdgesDismissDocument = new TypedDocumentString(`
    mutation EdgesDismiss($input: StoreMemberRemoveInput!) {
  storeMemberRemove(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesDismissMutation, EdgesDismissMutationVariables>;
export const EdgesQuoteDocument = new TypedDocumentString(`
    query EdgesQuote($input: QuoteInput!) {
  quote(input: $input) {
    total {
      amount
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesQuoteQuery, EdgesQuoteQueryVariables>;
export const EdgesSeeDocument = new TypedDocumentString(`
    query EdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {
  order(id: $id, number: $number, uid: $uid, storeId: $storeId) {
    id
    items {
      name
    }
    history {
      type
    }
    payments {
      number
    }
    refunds {
      number
    }
    customer {
      email
    }
    contact {
      name
    }
    billing {
      name
    }
    assignments {
      outcome
    }
    asOf(at: "2999-01-01T00:00:00.000Z") {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesSeeQuery, EdgesSeeQueryVariables>;
export const EdgesNodeDocument = new TypedDocumentString(`
    query EdgesNode($id: ID!) {
  node(id: $id) {
    kind: __typename
    id
  }
}
    `) as unknown as TypedDocumentString<EdgesNodeQuery, EdgesNodeQueryVariables>;
export const EdgesMembersDocument = new TypedDocumentString(`
    query EdgesMembers($id: ID!) {
  store(id: $id) {
    code
    members {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesMembersQuery, EdgesMembersQueryVariables>;
export const EdgesCountsDocument = new TypedDocumentString(`
    query EdgesCounts($id: ID!) {
  storeOrderCounts(storeId: $id) {
    total
    payPending: handlePending
    totalAmount {
      amount
    }
    byStatus {
      count
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesCountsQuery, EdgesCountsQueryVariables>;
export const EdgesSaveMemberDocument = new TypedDocumentString(`
    mutation EdgesSaveMember($input: StoreMemberSaveInput!) {
  storeMemberSave(input: $input) {
    store {
      id
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesSaveMemberMutation, EdgesSaveMemberMutationVariables>;
export const EdgesRemoveMemberDocument = new TypedDocumentString(`
    mutation EdgesRemoveMember($input: StoreMemberRemoveInput!) {
  storeMemberRemove(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesRemoveMemberMutation, EdgesRemoveMemberMutationVariables>;
export const EdgesRejectDocument = new TypedDocumentString(`
    mutation EdgesReject($input: OrderRejectInput!) {
  orderReject(input: $input) {
    order {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesRejectMutation, EdgesRejectMutationVariables>;
export const EdgesStoreFeedDocument = new TypedDocumentString(`
    subscription EdgesStoreFeed($id: ID!, $after: String) {
  storeFeed(storeId: $id, after: $after) {
    orderId
    event {
      type
    }
    order {
      number
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesStoreFeedSubscription, EdgesStoreFeedSubscriptionVariables>;
export const EdgesOrderFeedDocument = new TypedDocumentString(`
    subscription EdgesOrderFeed($id: ID!, $after: String) {
  orderUpdated(orderId: $id, after: $after) {
    orderId
    event {
      type
    }
    order {
      number
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesOrderFeedSubscription, EdgesOrderFeedSubscriptionVariables>;
export const EdgesThroughOrderDocument = new TypedDocumentString(`
    query EdgesThroughOrder($id: ID!) {
  order(id: $id) {
    store {
      current {
        members {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesThroughOrderQuery, EdgesThroughOrderQueryVariables>;
export const EdgesPlaceDocument = new TypedDocumentString(`
    query EdgesPlace($id: ID!) {
  store(id: $id) {
    myMembership {
      name
      role
      maySetPrice
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesPlaceQuery, EdgesPlaceQueryVariables>;
export const EdgesSkuDocument = new TypedDocumentString(`
    query EdgesSku($code: String!) {
  sku(code: $code) {
    id
    product {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<EdgesSkuQuery, EdgesSkuQueryVariables>;
export const ServiceEdgesSeeDocument = new TypedDocumentString(`
    query ServiceEdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {
  customerService(id: $id, number: $number, uid: $uid, storeId: $storeId) {
    id
    returns {
      name
      orderItem {
        seq
      }
    }
    exchanges {
      name
    }
    refunds {
      number
    }
    log {
      type
    }
    customer {
      email
    }
    order {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceEdgesSeeQuery, ServiceEdgesSeeQueryVariables>;
export const ServiceEdgesCountsDocument = new TypedDocumentString(`
    query ServiceEdgesCounts($storeId: ID) {
  customerServiceCounts(storeId: $storeId) {
    total
    byStatus {
      count
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceEdgesCountsQuery, ServiceEdgesCountsQueryVariables>;
export const ServiceEdgesRemoveDocument = new TypedDocumentString(`
    mutation ServiceEdgesRemove($input: StoreMemberRemoveInput!) {
  storeMemberRemove(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceEdgesRemoveMutation, ServiceEdgesRemoveMutationVariables>;
export const ServiceEdgesFeedDocument = new TypedDocumentString(`
    subscription ServiceEdgesFeed($id: ID!, $after: String) {
  customerServiceFeed(storeId: $id, after: $after) {
    event {
      type
    }
    customerService {
      number
    }
    counts {
      total
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceEdgesFeedSubscription, ServiceEdgesFeedSubscriptionVariables>;
export const CartWithdrawDocument = new TypedDocumentString(`
    mutation CartWithdraw($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CartWithdrawMutation, CartWithdrawMutationVariables>;
export const CartsMineDocument = new TypedDocumentString(`
    query CartsMine($first: Int!, $after: String, $storeId: ID) {
  myCarts(first: $first, after: $after, storeId: $storeId) {
    edges {
      node {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CartsMineQuery, CartsMineQueryVariables>;
export const CartGoneDocument = new TypedDocumentString(`
    query CartGone($id: ID!) {
  node(id: $id) {
    id
  }
  myCarts {
    edges {
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CartGoneQuery, CartGoneQueryVariables>;
export const CartTillDocument = new TypedDocumentString(`
    query CartTill($storeId: ID!) {
  tillCarts(storeId: $storeId) {
    edges {
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CartTillQuery, CartTillQueryVariables>;
export const HandRingDocument = new TypedDocumentString(`
    mutation HandRing($input: OrderPlaceFromCartInStoreInput!) {
  orderPlaceFromCartInStore(input: $input) {
    order {
      id
      total {
        amount
      }
      items {
        seq
        priceReason
        priceSetBy {
          id
          name
        }
      }
      history {
        type
        actorName
        comment
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<HandRingMutation, HandRingMutationVariables>;
export const HandSetterDocument = new TypedDocumentString(`
    query HandSetter($id: ID!) {
  cart(id: $id) {
    lines {
      priceSetBy {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HandSetterQuery, HandSetterQueryVariables>;
export const HandMineDocument = new TypedDocumentString(`
    query HandMine {
  myOrders {
    edges {
      node {
        items {
          priceReason
          priceSetBy {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HandMineQuery, HandMineQueryVariables>;
export const SameProductsDocument = new TypedDocumentString(`
    mutation SameProducts($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SameProductsMutation, SameProductsMutationVariables>;
export const SameTemplateDocument = new TypedDocumentString(`
    mutation SameTemplate($input: FreightTemplateSaveInput!) {
  freightTemplateSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SameTemplateMutation, SameTemplateMutationVariables>;
export const SameAssignDocument = new TypedDocumentString(`
    mutation SameAssign($input: FreightTemplateAssignInput!) {
  freightTemplateAssign(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SameAssignMutation, SameAssignMutationVariables>;
export const QuoteProductsDocument = new TypedDocumentString(`
    mutation QuoteProducts($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteProductsMutation, QuoteProductsMutationVariables>;
export const QuoteTemplateDocument = new TypedDocumentString(`
    mutation QuoteTemplate($input: FreightTemplateSaveInput!) {
  freightTemplateSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteTemplateMutation, QuoteTemplateMutationVariables>;
export const QuoteAssignDocument = new TypedDocumentString(`
    mutation QuoteAssign($input: FreightTemplateAssignInput!) {
  freightTemplateAssign(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<QuoteAssignMutation, QuoteAssignMutationVariables>;
export const QuotedCartsDocument = new TypedDocumentString(`
    mutation QuotedCarts($input: OrderPlaceFromCartsInput!) {
  orderPlaceFromCarts(input: $input) {
    order {
      total {
        amount
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<QuotedCartsMutation, QuotedCartsMutationVariables>;
export const QuotedOnceDocument = new TypedDocumentString(`
    mutation QuotedOnce($input: OrderPlaceFromCartsInput!) {
  orderPlaceFromCarts(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<QuotedOnceMutation, QuotedOnceMutationVariables>;
export const QuotedAfterDocument = new TypedDocumentString(`
    query QuotedAfter($id: ID!) {
  cart(id: $id) {
    state
    quote {
      total {
        amount
      }
    }
    order {
      total {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuotedAfterQuery, QuotedAfterQueryVariables>;
export const CurrencyOrderDocument = new TypedDocumentString(`
    mutation CurrencyOrder($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      currency
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CurrencyOrderMutation, CurrencyOrderMutationVariables>;
export const CurrencyQuoteDocument = new TypedDocumentString(`
    query CurrencyQuote($input: QuoteInput!) {
  quote(input: $input) {
    currency
  }
}
    `) as unknown as TypedDocumentString<CurrencyQuoteQuery, CurrencyQuoteQueryVariables>;
export const CatalogueSaveDocument = new TypedDocumentString(`
    mutation CatalogueSave($input: ProductSaveInput!) {
  productSave(input: $input) {
    productIds
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueSaveMutation, CatalogueSaveMutationVariables>;
export const CatalogueReadDocument = new TypedDocumentString(`
    query CatalogueRead($code: String!) {
  sku(code: $code) {
    id
    code
    options {
      name
      value
    }
    components {
      quantity
      sku {
        code
        product {
          code
        }
      }
    }
    product {
      code
      attributes {
        name
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueReadQuery, CatalogueReadQueryVariables>;
export const RateSaveDocument = new TypedDocumentString(`
    mutation RateSave($input: ExchangeRateSaveInput!) {
  exchangeRateSave(input: $input) {
    exchangeRate {
      currency
      baseCurrency
      rate
      validFrom
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RateSaveMutation, RateSaveMutationVariables>;
export const RatesDocument = new TypedDocumentString(`
    query Rates($at: DateTime) {
  exchangeRates(at: $at) {
    currency
    baseCurrency
    rate
  }
}
    `) as unknown as TypedDocumentString<RatesQuery, RatesQueryVariables>;
export const RateHistoryDocument = new TypedDocumentString(`
    query RateHistory($currency: CurrencyCode!, $first: Int, $after: String) {
  exchangeRateHistory(currency: $currency, first: $first, after: $after) {
    edges {
      node {
        rate
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RateHistoryQuery, RateHistoryQueryVariables>;
export const RateInfoDocument = new TypedDocumentString(`
    query RateInfo($code: CurrencyCode!, $locale: String) {
  currencyInfo(code: $code) {
    code
    decimals
    rate
    symbol(locale: $locale)
  }
}
    `) as unknown as TypedDocumentString<RateInfoQuery, RateInfoQueryVariables>;
export const RateOfOrderDocument = new TypedDocumentString(`
    query RateOfOrder($id: ID!) {
  order(id: $id) {
    exchangeRate
    total {
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<RateOfOrderQuery, RateOfOrderQueryVariables>;
export const PricesSaveDocument = new TypedDocumentString(`
    mutation PricesSave($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PricesSaveMutation, PricesSaveMutationVariables>;
export const PriceOfDocument = new TypedDocumentString(`
    query PriceOf($sku: String!, $currency: CurrencyCode, $quantity: Int, $storeId: ID) {
  priceOf(sku: $sku, currency: $currency, quantity: $quantity, storeId: $storeId) {
    sku {
      code
    }
    quantity
    unitBasePrice {
      amount
      formatted(locale: "en-US")
    }
    unitPrice {
      amount
    }
    total {
      amount
      formatted(locale: "en-US")
    }
    discount {
      amount
    }
    discounted
    validFrom
    validUntil
    lossAllowed
    unitCost {
      amount
    }
    currencyInfo {
      code
      decimals
      symbol(locale: "zh-CN")
      rate
    }
  }
}
    `) as unknown as TypedDocumentString<PriceOfQuery, PriceOfQueryVariables>;
export const PriceListDocument = new TypedDocumentString(`
    query PriceList($code: String!) {
  sku(code: $code) {
    prices {
      currency
      storeId
      minimumQuantity
      listPrice {
        amount
      }
      salePrice {
        amount
      }
      terms {
        reducedPrice {
          amount
        }
        saleFrom
        saleUntil
        unitCost {
          amount
        }
        lossAllowed
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PriceListQuery, PriceListQueryVariables>;
export const DueWorkCancelDocument = new TypedDocumentString(`
    mutation DueWorkCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      status
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DueWorkCancelMutation, DueWorkCancelMutationVariables>;
export const DueWorkShipDocument = new TypedDocumentString(`
    mutation DueWorkShip($input: OrderShipInput!) {
  orderShip(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DueWorkShipMutation, DueWorkShipMutationVariables>;
export const OnceStoreVersionDocument = new TypedDocumentString(`
    query OnceStoreVersion($id: ID!) {
  store(id: $id) {
    version
  }
}
    `) as unknown as TypedDocumentString<OnceStoreVersionQuery, OnceStoreVersionQueryVariables>;
export const RacesAcceptDocument = new TypedDocumentString(`
    mutation RacesAccept($input: OrderStepInput!) {
  orderAccept(input: $input) {
    order {
      id
      version
      status
      clerkName
    }
    userErrors {
      __typename
      code
      ... on TransitionRefused {
        status
        version
      }
      ... on VersionConflict {
        currentVersion
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RacesAcceptMutation, RacesAcceptMutationVariables>;
export const RacesCancelDocument = new TypedDocumentString(`
    mutation RacesCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      id
      version
      status
      clerkName
    }
    userErrors {
      __typename
      code
      ... on TransitionRefused {
        status
        version
      }
      ... on VersionConflict {
        currentVersion
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RacesCancelMutation, RacesCancelMutationVariables>;
export const RacesRejectDocument = new TypedDocumentString(`
    mutation RacesReject($input: OrderRejectInput!) {
  orderReject(input: $input) {
    order {
      id
      version
      status
    }
    userErrors {
      __typename
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RacesRejectMutation, RacesRejectMutationVariables>;
export const RacesAddClerkDocument = new TypedDocumentString(`
    mutation RacesAddClerk($input: StoreMemberSaveInput!) {
  storeMemberSave(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RacesAddClerkMutation, RacesAddClerkMutationVariables>;
export const PaymentRacesCancelDocument = new TypedDocumentString(`
    mutation PaymentRacesCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentRacesCancelMutation, PaymentRacesCancelMutationVariables>;
export const KillSellDocument = new TypedDocumentString(`
    mutation KillSell($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    order {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<KillSellMutation, KillSellMutationVariables>;
export const KillPayDocument = new TypedDocumentString(`
    mutation KillPay($id: ID!) {
  orderStartPayment(input: {orderId: $id, tender: SANDBOX}) {
    payment {
      number
      clientParameters {
        name
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KillPayMutation, KillPayMutationVariables>;
export const KillCompleteDocument = new TypedDocumentString(`
    mutation KillComplete($id: ID!) {
  orderComplete(input: {orderId: $id}) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KillCompleteMutation, KillCompleteMutationVariables>;
export const KillReturnDocument = new TypedDocumentString(`
    mutation KillReturn($id: ID!) {
  customerServiceCreate(
    input: {orderId: $id, type: RETURN, reason: "Broken", goodsHandedIn: true}
  ) {
    customerService {
      id
      number
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KillReturnMutation, KillReturnMutationVariables>;
export const KillRefundDocument = new TypedDocumentString(`
    mutation KillRefund($input: CustomerServiceRefundInput!) {
  customerServiceRefund(input: $input) {
    customerService {
      status
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<KillRefundMutation, KillRefundMutationVariables>;
export const CrashPlaceDocument = new TypedDocumentString(`
    mutation CrashPlace($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    replayed
    order {
      id
      number
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CrashPlaceMutation, CrashPlaceMutationVariables>;
export const CrashCashDocument = new TypedDocumentString(`
    mutation CrashCash($input: OrderPayCashInput!) {
  orderPayCash(input: $input) {
    replayed
    order {
      version
      paidTotal {
        amount
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CrashCashMutation, CrashCashMutationVariables>;
export const CrashReadDocument = new TypedDocumentString(`
    query CrashRead($number: String!) {
  order(number: $number) {
    uid
    version
    status
    paidTotal {
      amount
    }
    payments {
      number
    }
    items {
      seq
      quantity
    }
    history {
      version
      type
    }
  }
}
    `) as unknown as TypedDocumentString<CrashReadQuery, CrashReadQueryVariables>;
export const CrashCountDocument = new TypedDocumentString(`
    query CrashCount($storeId: ID!) {
  storeOrders(storeId: $storeId, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CrashCountQuery, CrashCountQueryVariables>;
export const CrashStoreDocument = new TypedDocumentString(`
    mutation CrashStore($input: StoreCreateInput!) {
  storeCreate(input: $input) {
    store {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CrashStoreMutation, CrashStoreMutationVariables>;
export const CrashMemberDocument = new TypedDocumentString(`
    mutation CrashMember($input: StoreMemberSaveInput!) {
  storeMemberSave(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CrashMemberMutation, CrashMemberMutationVariables>;
export const CrashProductDocument = new TypedDocumentString(`
    mutation CrashProduct($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CrashProductMutation, CrashProductMutationVariables>;
export const RacingOptionsDocument = new TypedDocumentString(`
    query RacingOptions($id: ID!) {
  order(id: $id) {
    amountDue {
      amount
    }
    items {
      seq
      quantity
    }
    availableCustomerServices {
      type
      enabled
    }
    customerServices {
      id
      status
      availableActions {
        action
        enabled
      }
      returns {
        seq
        quantity
      }
      refundFee {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RacingOptionsQuery, RacingOptionsQueryVariables>;
export const RecordDocument = new TypedDocumentString(`
    query Record($id: ID!) {
  customerService(id: $id) {
    status
    refused
    returns {
      seq
      skuId
      productId
      weightGrams
      unitCost {
        amount
      }
      orderItem {
        seq
        skuId
        productId
        weightGrams
        unitCost {
          amount
        }
      }
    }
    exchanges {
      skuId
      productId
      weightGrams
      unitCost {
        amount
      }
      orderItem {
        seq
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordQuery, RecordQueryVariables>;
export const BookSaveDocument = new TypedDocumentString(`
    mutation BookSave($input: AddressSaveInput!) {
  addressSave(input: $input) {
    address {
      id
      isDefault
      title
      name
      givenName
      familyName
      phone
      email
      address {
        country
        province
        city
        district
        street
        detail
        zip
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BookSaveMutation, BookSaveMutationVariables>;
export const BookDeleteDocument = new TypedDocumentString(`
    mutation BookDelete($input: AddressDeleteInput!) {
  addressDelete(input: $input) {
    addressId
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BookDeleteMutation, BookDeleteMutationVariables>;
export const BookListDocument = new TypedDocumentString(`
    query BookList {
  myAddresses {
    id
    isDefault
    name
  }
}
    `) as unknown as TypedDocumentString<BookListQuery, BookListQueryVariables>;
export const FindCustomerDocument = new TypedDocumentString(`
    query FindCustomer($subject: String, $memberNumber: String, $brandCode: String) {
  customer(subject: $subject, memberNumber: $memberNumber, brandCode: $brandCode) {
    id
    subject
    name
  }
}
    `) as unknown as TypedDocumentString<FindCustomerQuery, FindCustomerQueryVariables>;
export const FindSaveDocument = new TypedDocumentString(`
    mutation FindSave($input: CustomerSaveInput!) {
  customerSave(input: $input) {
    customerIds
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FindSaveMutation, FindSaveMutationVariables>;
export const FindThroughDocument = new TypedDocumentString(`
    query FindThrough($id: ID!) {
  order(id: $id) {
    customer {
      name
      subject
    }
  }
}
    `) as unknown as TypedDocumentString<FindThroughQuery, FindThroughQueryVariables>;
export const LedgerAdjustDocument = new TypedDocumentString(`
    mutation LedgerAdjust($input: LedgerAdjustInput!) {
  ledgerAdjust(input: $input) {
    entry {
      id
      account
      reason
      change {
        points
        money {
          amount
          currency
        }
      }
      balanceAfter {
        points
        money {
          amount
        }
      }
      orderId
      note
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerAdjustMutation, LedgerAdjustMutationVariables>;
export const LedgerStatementDocument = new TypedDocumentString(`
    query LedgerStatement($customerId: ID, $account: LedgerAccount, $currency: CurrencyCode, $first: Int, $after: String) {
  ledgerStatement(
    customerId: $customerId
    account: $account
    currency: $currency
    first: $first
    after: $after
  ) {
    balance {
      points
      money {
        amount
        currency
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        change {
          points
          money {
            amount
          }
        }
        balanceAfter {
          points
          money {
            amount
          }
        }
        note
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerStatementQuery, LedgerStatementQueryVariables>;
export const LedgerMeDocument = new TypedDocumentString(`
    query LedgerMe {
  me {
    pointsBalance
    pointsReserved
    pointsEarned
    pointsSpent
    walletBalance {
      amount
      currency
    }
    yen: walletBalance(currency: "JPY") {
      amount
    }
    walletBalances {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerMeQuery, LedgerMeQueryVariables>;
export const LedgerThroughOrderDocument = new TypedDocumentString(`
    query LedgerThroughOrder($id: ID!) {
  order(id: $id) {
    customer {
      pointsBalance
      walletBalance {
        amount
      }
      walletBalances {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerThroughOrderQuery, LedgerThroughOrderQueryVariables>;
export const MemberSaveDocument = new TypedDocumentString(`
    mutation MemberSave($input: CustomerSaveInput!) {
  customerSave(input: $input) {
    customerIds
    dryRun
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MemberSaveMutation, MemberSaveMutationVariables>;
export const TierSaveDocument = new TypedDocumentString(`
    mutation TierSave($input: CustomerTierSaveInput!) {
  customerTierSave(input: $input) {
    tier {
      code
      name
      isDefault
      discountPercent
      birthdayDiscountPercent
      canRedeemPoints
      minimumPoints
      maximumPointsPercent
      pointsPerUnit
      earnPercent
      currencies {
        currency
        pointsPerUnit
        birthdayMaximum {
          amount
        }
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TierSaveMutation, TierSaveMutationVariables>;
export const TierListDocument = new TypedDocumentString(`
    query TierList {
  customerTiers {
    code
    isDefault
    discountPercent
  }
}
    `) as unknown as TypedDocumentString<TierListQuery, TierListQueryVariables>;
export const TierProfilesDocument = new TypedDocumentString(`
    mutation TierProfiles($input: CustomerSaveInput!) {
  customerSave(input: $input) {
    customerIds
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TierProfilesMutation, TierProfilesMutationVariables>;
export const TierMeDocument = new TypedDocumentString(`
    query TierMe {
  me {
    name
    phone
    email
    country
    givenName
    familyName
    memberNumber
    brandCode
    cardType
    tier {
      code
    }
    personal {
      gender
      birthday {
        month
        day
        year
      }
      married
      timeZone
    }
  }
}
    `) as unknown as TypedDocumentString<TierMeQuery, TierMeQueryVariables>;
export const TierThroughOrderDocument = new TypedDocumentString(`
    query TierThroughOrder($id: ID!) {
  order(id: $id) {
    customer {
      memberNumber
      personal {
        married
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TierThroughOrderQuery, TierThroughOrderQueryVariables>;
export const TierPointsDocument = new TypedDocumentString(`
    mutation TierPoints($input: LedgerAdjustInput!) {
  ledgerAdjust(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<TierPointsMutation, TierPointsMutationVariables>;
export const DocumentsStoreDocument = new TypedDocumentString(`
    query DocumentsStore {
  myStores {
    id
  }
}
    `) as unknown as TypedDocumentString<DocumentsStoreQuery, DocumentsStoreQueryVariables>;
export const DocumentsCustomerDocument = new TypedDocumentString(`
    query DocumentsCustomer {
  me {
    id
  }
}
    `) as unknown as TypedDocumentString<DocumentsCustomerQuery, DocumentsCustomerQueryVariables>;
export const DocumentsOrderDocument = new TypedDocumentString(`
    mutation DocumentsOrder($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DocumentsOrderMutation, DocumentsOrderMutationVariables>;
export const DocumentsSaleDocument = new TypedDocumentString(`
    mutation DocumentsSale($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    order {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DocumentsSaleMutation, DocumentsSaleMutationVariables>;
export const DocumentsDoneDocument = new TypedDocumentString(`
    mutation DocumentsDone($id: ID!) {
  orderPayCash(input: {orderId: $id}) {
    userErrors {
      code
    }
  }
  orderComplete(input: {orderId: $id}) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DocumentsDoneMutation, DocumentsDoneMutationVariables>;
export const DocumentsAddressDocument = new TypedDocumentString(`
    query DocumentsAddress {
  myAddresses {
    id
  }
}
    `) as unknown as TypedDocumentString<DocumentsAddressQuery, DocumentsAddressQueryVariables>;
export const FreightProductDocument = new TypedDocumentString(`
    mutation FreightProduct($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FreightProductMutation, FreightProductMutationVariables>;
export const FreightSaveDocument = new TypedDocumentString(`
    mutation FreightSave($input: FreightTemplateSaveInput!) {
  freightTemplateSave(input: $input) {
    template {
      code
      name
      currency
      unit
      deliveryTypes
      origin {
        country
        province
        city
      }
      rules {
        regions
        served
        firstUnits
        firstFee {
          amount
        }
        additionalUnits
        additionalFee {
          amount
        }
        freeFromAmount {
          amount
        }
        freeFromPieces
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<FreightSaveMutation, FreightSaveMutationVariables>;
export const FreightAssignDocument = new TypedDocumentString(`
    mutation FreightAssign($input: FreightTemplateAssignInput!) {
  freightTemplateAssign(input: $input) {
    template {
      code
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FreightAssignMutation, FreightAssignMutationVariables>;
export const FreightQuotedDocument = new TypedDocumentString(`
    query FreightQuoted($input: FreightQuoteInput!) {
  freightQuote(input: $input) {
    destination {
      country
      province
      city
    }
    deliverable
    total {
      amount
      currency
    }
    unavailableSkus
    charges {
      templateCode
      name
      seqs
      fee {
        amount
      }
      fullFee {
        amount
      }
      free
      missingAmount {
        amount
      }
      missingPieces
      deliverable
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<FreightQuotedQuery, FreightQuotedQueryVariables>;
export const FreightAssignedDocument = new TypedDocumentString(`
    query FreightAssigned($code: String!) {
  sku(code: $code) {
    product {
      freightTemplates {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FreightAssignedQuery, FreightAssignedQueryVariables>;
export const FreightListDocument = new TypedDocumentString(`
    query FreightList($first: Int, $after: String) {
  freightTemplates(first: $first, after: $after) {
    edges {
      node {
        code
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FreightListQuery, FreightListQueryVariables>;
export const CountFromCartsDocument = new TypedDocumentString(`
    mutation CountFromCarts($input: OrderPlaceFromCartsInput!) {
  orderPlaceFromCarts(input: $input) {
    order {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CountFromCartsMutation, CountFromCartsMutationVariables>;
export const CountCostDocument = new TypedDocumentString(`
    query CountCost($first: Int!) {
  myCarts(first: $first) {
    edges {
      node {
        quote {
          total {
            amount
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountCostQuery, CountCostQueryVariables>;
export const CountChangeDocument = new TypedDocumentString(`
    mutation CountChange($input: CartChangeLineInput!) {
  cartChangeLine(input: $input) {
    cart {
      lines {
        seq
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountChangeMutation, CountChangeMutationVariables>;
export const CompanyBoardDocument = new TypedDocumentString(`
    query CompanyBoard($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!) {
  storeOrders(storeId: $storeId, filter: $filter, sort: $sort) {
    totalCount
    edges {
      node {
        id
        kind
      }
    }
  }
  storeOrderCounts(storeId: $storeId) {
    total
    payPending
    closed
    totalAmount {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<CompanyBoardQuery, CompanyBoardQueryVariables>;
export const WalkListDocument = new TypedDocumentString(`
    query WalkList($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!, $first: Int, $after: String, $last: Int, $before: String) {
  storeOrders(
    storeId: $storeId
    filter: $filter
    sort: $sort
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        number
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WalkListQuery, WalkListQueryVariables>;
export const SearchStoreDocument = new TypedDocumentString(`
    query SearchStore($storeId: ID!, $filter: OrderFilter, $sort: OrderSort! = CREATED) {
  storeOrders(storeId: $storeId, filter: $filter, sort: $sort) {
    totalCount
    edges {
      node {
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchStoreQuery, SearchStoreQueryVariables>;
export const SearchOwnDocument = new TypedDocumentString(`
    query SearchOwn($filter: OrderFilter) {
  myOrders(filter: $filter) {
    totalCount
    edges {
      node {
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchOwnQuery, SearchOwnQueryVariables>;
export const SearchAllDocument = new TypedDocumentString(`
    query SearchAll($filter: OrderFilter) {
  orders(filter: $filter) {
    totalCount
    edges {
      node {
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchAllQuery, SearchAllQueryVariables>;
export const FeedAccessAcceptDocument = new TypedDocumentString(`
    mutation FeedAccessAccept($input: OrderStepInput!) {
  orderAccept(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FeedAccessAcceptMutation, FeedAccessAcceptMutationVariables>;
export const FeedAccessRejectDocument = new TypedDocumentString(`
    mutation FeedAccessReject($input: OrderRejectInput!) {
  orderReject(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FeedAccessRejectMutation, FeedAccessRejectMutationVariables>;
export const FeedAccessAssignDocument = new TypedDocumentString(`
    mutation FeedAccessAssign($input: OrderAssignStoreInput!) {
  orderAssignStore(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FeedAccessAssignMutation, FeedAccessAssignMutationVariables>;
export const FeedAccessRemoveDocument = new TypedDocumentString(`
    mutation FeedAccessRemove($input: StoreMemberRemoveInput!) {
  storeMemberRemove(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FeedAccessRemoveMutation, FeedAccessRemoveMutationVariables>;
export const FeedAccessCursorDocument = new TypedDocumentString(`
    query FeedAccessCursor {
  feedCursor
}
    `) as unknown as TypedDocumentString<FeedAccessCursorQuery, FeedAccessCursorQueryVariables>;
export const FollowListDocument = new TypedDocumentString(`
    query FollowList($storeId: ID!) {
  storeOrders(storeId: $storeId, first: 100) {
    edges {
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowListQuery, FollowListQueryVariables>;
export const FollowCursorDocument = new TypedDocumentString(`
    query FollowCursor {
  feedCursor
}
    `) as unknown as TypedDocumentString<FollowCursorQuery, FollowCursorQueryVariables>;
export const ReconnectCashDocument = new TypedDocumentString(`
    mutation ReconnectCash($input: OrderPayCashInput!) {
  orderPayCash(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReconnectCashMutation, ReconnectCashMutationVariables>;
export const ReconnectCompleteDocument = new TypedDocumentString(`
    mutation ReconnectComplete($input: OrderStepInput!) {
  orderComplete(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReconnectCompleteMutation, ReconnectCompleteMutationVariables>;
export const SeveralServersRemoveDocument = new TypedDocumentString(`
    mutation SeveralServersRemove($input: StoreMemberRemoveInput!) {
  storeMemberRemove(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SeveralServersRemoveMutation, SeveralServersRemoveMutationVariables>;
export const CouponsMineDocument = new TypedDocumentString(`
    query CouponsMine($usable: Boolean!, $first: Int!, $after: String) {
  myCoupons(usable: $usable, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        code
        state
        source
        usedAt
        usedByOrderId
        expiresAt
        definition {
          code
          name
          effect {
            percent
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CouponsMineQuery, CouponsMineQueryVariables>;
export const CouponsIssueDocument = new TypedDocumentString(`
    mutation CouponsIssue($input: CouponIssueInput!) {
  couponIssue(input: $input) {
    couponIds
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CouponsIssueMutation, CouponsIssueMutationVariables>;
export const CouponsDisableDocument = new TypedDocumentString(`
    mutation CouponsDisable($input: CouponDisableInput!) {
  couponDisable(input: $input) {
    definition {
      version
      disabledAt
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CouponsDisableMutation, CouponsDisableMutationVariables>;
export const CouponsNodeDocument = new TypedDocumentString(`
    query CouponsNode($id: ID!) {
  node(id: $id) {
    kind: __typename
    id
  }
}
    `) as unknown as TypedDocumentString<CouponsNodeQuery, CouponsNodeQueryVariables>;
export const CouponsDefinitionsDocument = new TypedDocumentString(`
    query CouponsDefinitions {
  couponDefinitions(first: 2) {
    pageInfo {
      hasNextPage
    }
    edges {
      node {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CouponsDefinitionsQuery, CouponsDefinitionsQueryVariables>;
export const LiveDisableDocument = new TypedDocumentString(`
    mutation LiveDisable($input: OfferDisableInput!) {
  offerDisable(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LiveDisableMutation, LiveDisableMutationVariables>;
export const LiveRehearseDocument = new TypedDocumentString(`
    mutation LiveRehearse($input: OfferSaveInput!) {
  offerSave(input: $input) {
    offer {
      code
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LiveRehearseMutation, LiveRehearseMutationVariables>;
export const OffersDisableDocument = new TypedDocumentString(`
    mutation OffersDisable($input: OfferDisableInput!) {
  offerDisable(input: $input) {
    offer {
      code
      version
      disabledAt
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<OffersDisableMutation, OffersDisableMutationVariables>;
export const OffersOneDocument = new TypedDocumentString(`
    query OffersOne($id: ID, $code: String) {
  offer(id: $id, code: $code) {
    code
  }
}
    `) as unknown as TypedDocumentString<OffersOneQuery, OffersOneQueryVariables>;
export const OffersListDocument = new TypedDocumentString(`
    query OffersList($first: Int!, $after: String, $storeId: ID, $inForce: Boolean) {
  offers(first: $first, after: $after, storeId: $storeId, inForce: $inForce) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OffersListQuery, OffersListQueryVariables>;
export const OffersNodeDocument = new TypedDocumentString(`
    query OffersNode($id: ID!) {
  node(id: $id) {
    id
    ... on Offer {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<OffersNodeQuery, OffersNodeQueryVariables>;
export const SkuOffersProductDocument = new TypedDocumentString(`
    mutation SkuOffersProduct($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SkuOffersProductMutation, SkuOffersProductMutationVariables>;
export const SkuOffersDocument = new TypedDocumentString(`
    query SkuOffers($code: String!, $storeId: ID, $currency: CurrencyCode) {
  sku(code: $code) {
    offers(storeId: $storeId, currency: $currency) {
      offer {
        code
        stores {
          id
        }
      }
      salePrice {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SkuOffersQuery, SkuOffersQueryVariables>;
export const SkuOffersPageDocument = new TypedDocumentString(`
    query SkuOffersPage($first: Int!, $storeId: ID) {
  products(first: $first) {
    edges {
      node {
        skus {
          offers(storeId: $storeId) {
            offer {
              name
              stores {
                code
              }
            }
            salePrice {
              amount
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SkuOffersPageQuery, SkuOffersPageQueryVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      status
      version
      payment
      refundedTotal {
        amount
      }
    }
    userErrors {
      __typename
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const CancelPayCashDocument = new TypedDocumentString(`
    mutation CancelPayCash($input: OrderPayCashInput!) {
  orderPayCash(input: $input) {
    order {
      status
      payment
      version
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CancelPayCashMutation, CancelPayCashMutationVariables>;
export const CancelAcceptDocument = new TypedDocumentString(`
    mutation CancelAccept($input: OrderStepInput!) {
  orderAccept(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CancelAcceptMutation, CancelAcceptMutationVariables>;
export const CancelFactsDocument = new TypedDocumentString(`
    query CancelFacts($id: ID!) {
  order(id: $id) {
    status
    fulfilment
    payment
    paidTotal {
      amount
    }
    refundedTotal {
      amount
    }
    canceledAt
    version
    payments {
      state
      refunded {
        amount
      }
    }
    refunds {
      state
      reason
      amount {
        amount
      }
      settledAt
    }
    history {
      type
      fromStatus
      toStatus
      actorRole
      actorName
      comment
      at
    }
  }
}
    `) as unknown as TypedDocumentString<CancelFactsQuery, CancelFactsQueryVariables>;
export const ChosenMemberDocument = new TypedDocumentString(`
    mutation ChosenMember($input: StoreMemberSaveInput!) {
  storeMemberSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChosenMemberMutation, ChosenMemberMutationVariables>;
export const ChosenQuoteDocument = new TypedDocumentString(`
    query ChosenQuote($input: QuoteInput!) {
  quote(input: $input) {
    total {
      amount
    }
    coupon {
      code
      applies
      reason
    }
    coupons {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ChosenQuoteQuery, ChosenQuoteQueryVariables>;
export const CopiesKeptDocument = new TypedDocumentString(`
    query CopiesKept($id: ID!) {
  order(id: $id) {
    buyer {
      name
      phone
      memberNumber
      brandCode
      cardType
    }
    customerTerms {
      pointsPerUnit
    }
    coupon {
      code
      name
      effect {
        kind
        percent
      }
      minimumPieces
      minimumAmount {
        amount
      }
      maximumDiscount {
        amount
      }
      endsAt
    }
  }
}
    `) as unknown as TypedDocumentString<CopiesKeptQuery, CopiesKeptQueryVariables>;
export const CopiesSalesDocument = new TypedDocumentString(`
    query CopiesSales {
  me {
    salesTotals {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<CopiesSalesQuery, CopiesSalesQueryVariables>;
export const CountStoreDocument = new TypedDocumentString(`
    query CountStore($storeId: ID!) {
  storeOrderCounts(storeId: $storeId) {
    total
    totalAmount {
      amount
      currency
    }
    handlePending
    pickPending
    deliverPending
    delivering
    closed
    canceled
    byStatus {
      status
      count
    }
    payPending
    shipPending
    receiptPending
    reviewPending
    refunded
    afterSalesPending
    onHold
    reminded
  }
}
    `) as unknown as TypedDocumentString<CountStoreQuery, CountStoreQueryVariables>;
export const CountOwnDocument = new TypedDocumentString(`
    query CountOwn {
  myOrderCounts {
    total
    payPending
    shipPending
    receiptPending
    reviewPending
    closed
    onHold
    recycled
    byStatus {
      status
      count
    }
  }
}
    `) as unknown as TypedDocumentString<CountOwnQuery, CountOwnQueryVariables>;
export const CountAllDocument = new TypedDocumentString(`
    query CountAll {
  orderCounts {
    total
    totalAmounts {
      amount
      currency
    }
    payPending
    handlePending
    deliverPending
    unassigned
    assignPending
    recycled
    onHold
    byStatus {
      status
      count
    }
  }
}
    `) as unknown as TypedDocumentString<CountAllQuery, CountAllQueryVariables>;
export const CountCustomerDocument = new TypedDocumentString(`
    query CountCustomer($customerId: ID!) {
  customerOrderCounts(customerId: $customerId) {
    total
    payPending
    recycled
  }
}
    `) as unknown as TypedDocumentString<CountCustomerQuery, CountCustomerQueryVariables>;
export const CouponPlaceDocument = new TypedDocumentString(`
    mutation CouponPlace($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      id
      status
      total {
        amount
      }
      saleTotal {
        amount
      }
      discountTotal {
        amount
      }
      coupon {
        code
        name
        description
        distribution
        startsAt
        endsAt
        couponId
        definitionId
        discount {
          amount
        }
      }
      cartOffers {
        code
        name
        description
      }
      catalogOffers {
        code
      }
      items {
        saleTotal {
          amount
        }
        steps {
          kind
          code
          amount {
            amount
          }
          after {
            amount
          }
        }
      }
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CouponPlaceMutation, CouponPlaceMutationVariables>;
export const CouponToldDocument = new TypedDocumentString(`
    query CouponTold($id: ID!) {
  order(id: $id) {
    cartOffers {
      code
      name
      description
    }
    items {
      productId
      cartOffers {
        description
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CouponToldQuery, CouponToldQueryVariables>;
export const CouponCartDocument = new TypedDocumentString(`
    mutation CouponCart($input: OrderPlaceFromCartsInput!) {
  orderPlaceFromCarts(input: $input) {
    order {
      total {
        amount
      }
      coupon {
        code
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CouponCartMutation, CouponCartMutationVariables>;
export const ListStoreDocument = new TypedDocumentString(`
    query ListStore($storeId: ID!, $filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
  storeOrders(
    storeId: $storeId
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    edges {
      cursor
      node {
        number
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListStoreQuery, ListStoreQueryVariables>;
export const ListOwnDocument = new TypedDocumentString(`
    query ListOwn($filter: OrderFilter, $first: Int, $after: String) {
  myOrders(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      node {
        number
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListOwnQuery, ListOwnQueryVariables>;
export const ListAllDocument = new TypedDocumentString(`
    query ListAll($filter: OrderFilter, $first: Int) {
  orders(filter: $filter, first: $first) {
    totalCount
    edges {
      node {
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListAllQuery, ListAllQueryVariables>;
export const ListCreatedDocument = new TypedDocumentString(`
    query ListCreated($id: ID!) {
  order(id: $id) {
    number
    createdAt
  }
}
    `) as unknown as TypedDocumentString<ListCreatedQuery, ListCreatedQueryVariables>;
export const PointsPlaceDocument = new TypedDocumentString(`
    mutation PointsPlace($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      id
      status
      fulfilment
      saleTotal {
        amount
      }
      pointsUsed
      pointsTotal {
        amount
      }
      pointsToEarn
      pointsRedemption
      total {
        amount
      }
      amountDue {
        amount
      }
      version
      items {
        seq
        saleTotal {
          amount
        }
        pointsUsed
        pointsShare {
          amount
        }
      }
      history {
        type
      }
      customerTerms {
        tierCode
        pointsBalance
        pointsUsable
        discountPercent
      }
    }
    userErrors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PointsPlaceMutation, PointsPlaceMutationVariables>;
export const PointsStatusDocument = new TypedDocumentString(`
    query PointsStatus($id: ID!) {
  order(id: $id) {
    status
  }
}
    `) as unknown as TypedDocumentString<PointsStatusQuery, PointsStatusQueryVariables>;
export const PointsTillDocument = new TypedDocumentString(`
    mutation PointsTill($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    order {
      id
      pointsToEarn
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PointsTillMutation, PointsTillMutationVariables>;
export const PointsAgainDocument = new TypedDocumentString(`
    query PointsAgain($id: ID!) {
  order(id: $id) {
    total {
      amount
    }
    customerTerms {
      discountPercent
    }
    items {
      steps {
        kind
        name
        amount {
          amount
        }
        after {
          amount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PointsAgainQuery, PointsAgainQueryVariables>;
export const SizedOrderDocument = new TypedDocumentString(`
    mutation SizedOrder($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      total {
        amount
      }
      pieces
      pointsToEarn
      items {
        quantity
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SizedOrderMutation, SizedOrderMutationVariables>;
export const SizedQuoteDocument = new TypedDocumentString(`
    query SizedQuote($input: QuoteInput!) {
  quote(input: $input) {
    total {
      amount
    }
    freightTotal {
      amount
    }
    pieces
    pointsToEarn
    lines {
      quantity
      parts {
        quantity
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SizedQuoteQuery, SizedQuoteQueryVariables>;
export const SizedFreightDocument = new TypedDocumentString(`
    query SizedFreight($input: FreightQuoteInput!) {
  freightQuote(input: $input) {
    total {
      amount
    }
  }
}
    `) as unknown as TypedDocumentString<SizedFreightQuery, SizedFreightQueryVariables>;
export const SizedProductsDocument = new TypedDocumentString(`
    mutation SizedProducts($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SizedProductsMutation, SizedProductsMutationVariables>;
export const SizedTemplateDocument = new TypedDocumentString(`
    mutation SizedTemplate($input: FreightTemplateSaveInput!) {
  freightTemplateSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SizedTemplateMutation, SizedTemplateMutationVariables>;
export const SizedAssignDocument = new TypedDocumentString(`
    mutation SizedAssign($input: FreightTemplateAssignInput!) {
  freightTemplateAssign(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SizedAssignMutation, SizedAssignMutationVariables>;
export const WayFactsDocument = new TypedDocumentString(`
    query WayFacts($id: ID!) {
  order(id: $id) {
    status
    fulfilment
    payment
    version
    clerkName
    store {
      id
    }
    shipment {
      courierCompany
      courierCode
      waybillNumber
    }
    paidAt
    confirmedAt
    deliveryStartedAt
    deliveredAt
    finishedAt
    canceledAt
    updatedAt
    createdAt
    payDeadline
    history {
      type
      fromStatus
      toStatus
      version
      actorRole
      actorName
      comment
      at
    }
  }
}
    `) as unknown as TypedDocumentString<WayFactsQuery, WayFactsQueryVariables>;
export const WayAssignDocument = new TypedDocumentString(`
    mutation WayAssign($input: OrderAssignStoreInput!) {
  orderAssignStore(input: $input) {
    order {
      version
      store {
        id
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<WayAssignMutation, WayAssignMutationVariables>;
export const WayCashDocument = new TypedDocumentString(`
    query WayCash($id: ID!) {
  order(id: $id) {
    payments {
      tender
      state
      amount {
        amount
      }
      tendered {
        amount
      }
      change {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WayCashQuery, WayCashQueryVariables>;
export const WalletPayDocument = new TypedDocumentString(`
    mutation WalletPay($input: OrderPayWithWalletInput!) {
  orderPayWithWallet(input: $input) {
    order {
      id
      status
      payment
      version
      paidTotal {
        amount
      }
      amountDue {
        amount
      }
      payments {
        tender
        state
        amount {
          amount
        }
        refunded {
          amount
        }
      }
      refunds {
        state
        amount {
          amount
        }
      }
      history {
        type
        actorName
      }
    }
    userErrors {
      code
      path
      message
    }
    replayed
  }
}
    `) as unknown as TypedDocumentString<WalletPayMutation, WalletPayMutationVariables>;
export const FromRepriceDocument = new TypedDocumentString(`
    mutation FromReprice($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FromRepriceMutation, FromRepriceMutationVariables>;
export const FromCartDocument = new TypedDocumentString(`
    query FromCart($id: ID!) {
  cart(id: $id) {
    state
    version
    order {
      id
      number
    }
  }
  myCarts {
    edges {
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FromCartQuery, FromCartQueryVariables>;
export const FromCountDocument = new TypedDocumentString(`
    query FromCount {
  myOrders {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FromCountQuery, FromCountQueryVariables>;
export const FromAddressDocument = new TypedDocumentString(`
    mutation FromAddress($input: AddressSaveInput!) {
  addressSave(input: $input) {
    address {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FromAddressMutation, FromAddressMutationVariables>;
export const FromMineDocument = new TypedDocumentString(`
    query FromMine {
  myOrders {
    edges {
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FromMineQuery, FromMineQueryVariables>;
export const PlaceInStoreDocument = new TypedDocumentString(`
    mutation PlaceInStore($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    order {
      id
      number
      uid
      kind
      deliveryType
      status
      payment
      version
      currency
      clerkName
      payDeadline
      listTotal {
        amount
      }
      discountTotal {
        amount
      }
      total {
        amount
        currency
      }
      customer {
        name
      }
      store {
        id
      }
      items {
        seq
        listPrice {
          amount
        }
        salePrice {
          amount
        }
        discountTotal {
          amount
        }
        priceReason
      }
      history {
        type
        actorRole
        actorName
        comment
      }
    }
    userErrors {
      __typename
      code
      path
      ... on ProductsUnavailable {
        skus
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceInStoreMutation, PlaceInStoreMutationVariables>;
export const InStoreProductsDocument = new TypedDocumentString(`
    mutation InStoreProducts($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InStoreProductsMutation, InStoreProductsMutationVariables>;
export const InStoreMemberDocument = new TypedDocumentString(`
    mutation InStoreMember($input: StoreMemberSaveInput!) {
  storeMemberSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InStoreMemberMutation, InStoreMemberMutationVariables>;
export const InStoreMineDocument = new TypedDocumentString(`
    query InStoreMine {
  myOrders {
    edges {
      node {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InStoreMineQuery, InStoreMineQueryVariables>;
export const InStoreByUidDocument = new TypedDocumentString(`
    query InStoreByUid($uid: String!, $storeId: ID!) {
  order(uid: $uid, storeId: $storeId) {
    id
  }
}
    `) as unknown as TypedDocumentString<InStoreByUidQuery, InStoreByUidQueryVariables>;
export const PlaceOrderDocument = new TypedDocumentString(`
    mutation PlaceOrder($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      id
      number
      uid
      kind
      deliveryType
      origin
      status
      fulfilment
      payment
      version
      currency
      description
      pieces
      createdAt
      payDeadline
      listTotal {
        amount
      }
      discountTotal {
        amount
      }
      freightTotal {
        amount
      }
      total {
        amount
        currency
      }
      store {
        id
        code
      }
      contact {
        name
        phone
        address {
          city
          street
          zip
        }
      }
      remark
      receivingTime
      invoice {
        title
      }
      items {
        seq
        skuCode
        quantity
        listPrice {
          amount
        }
        salePrice {
          amount
        }
        listTotal {
          amount
        }
        discountTotal {
          amount
        }
        saleTotal {
          amount
        }
        priceReason
      }
    }
    userErrors {
      __typename
      code
      message
      path
      ... on ProductsUnavailable {
        skus
      }
    }
    dryRun
  }
}
    `) as unknown as TypedDocumentString<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const PlacedOrderDocument = new TypedDocumentString(`
    query PlacedOrder($id: ID, $number: String, $uid: String) {
  order(id: $id, number: $number, uid: $uid) {
    id
    number
    uid
    kind
    deliveryType
    origin
    status
    fulfilment
    payment
    version
    currency
    description
    pieces
    createdAt
    payDeadline
    listTotal {
      amount
    }
    discountTotal {
      amount
    }
    freightTotal {
      amount
    }
    total {
      amount
      currency
    }
    store {
      id
      code
    }
    contact {
      name
      phone
      address {
        city
        street
        zip
      }
    }
    remark
    receivingTime
    invoice {
      title
    }
    items {
      seq
      skuCode
      quantity
      listPrice {
        amount
      }
      salePrice {
        amount
      }
      listTotal {
        amount
      }
      discountTotal {
        amount
      }
      saleTotal {
        amount
      }
      priceReason
    }
  }
}
    `) as unknown as TypedDocumentString<PlacedOrderQuery, PlacedOrderQueryVariables>;
export const PlaceProductsDocument = new TypedDocumentString(`
    mutation PlaceProducts($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceProductsMutation, PlaceProductsMutationVariables>;
export const PlaceStoreUpdateDocument = new TypedDocumentString(`
    mutation PlaceStoreUpdate($input: StoreUpdateInput!) {
  storeUpdate(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceStoreUpdateMutation, PlaceStoreUpdateMutationVariables>;
export const ShareOrderDocument = new TypedDocumentString(`
    mutation ShareOrder($input: OrderStepInput!) {
  orderShare(input: $input) {
    code
    order {
      id
      status
    }
    userErrors {
      __typename
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ShareOrderMutation, ShareOrderMutationVariables>;
export const ShareMineDocument = new TypedDocumentString(`
    query ShareMine {
  myCoupons {
    edges {
      node {
        source
        definition {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ShareMineQuery, ShareMineQueryVariables>;
export const SoldProductsDocument = new TypedDocumentString(`
    mutation SoldProducts($input: ProductSaveInput!) {
  productSave(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SoldProductsMutation, SoldProductsMutationVariables>;
export const SoldPlaceDocument = new TypedDocumentString(`
    mutation SoldPlace($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    order {
      id
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SoldPlaceMutation, SoldPlaceMutationVariables>;
export const SoldCopyDocument = new TypedDocumentString(`
    query SoldCopy($id: ID!) {
  order(id: $id) {
    receiptNumber
    salespersonId
    salespersonName
    clerkName
    device
    items {
      skuCode
      parentSeq
      options {
        name
        value
      }
      attributes {
        name
        value
      }
      brandCode
      volumeMillilitres
      shelfLocation
      unitCost {
        amount
      }
      offerChoice
      offerCode
    }
  }
}
    `) as unknown as TypedDocumentString<SoldCopyQuery, SoldCopyQueryVariables>;
export const MoneyOfLateOrderDocument = new TypedDocumentString(`
    query MoneyOfLateOrder($id: ID!) {
  order(id: $id) {
    status
    payment
    paidTotal {
      amount
    }
    refundedTotal {
      amount
    }
    payments {
      state
    }
    refunds {
      state
      amount {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyOfLateOrderQuery, MoneyOfLateOrderQueryVariables>;
export const RehearsePaymentDocument = new TypedDocumentString(`
    mutation RehearsePayment($id: ID!) {
  orderStartPayment(input: {orderId: $id, tender: SANDBOX, dryRun: true}) {
    payment {
      state
    }
    order {
      payments {
        state
        amount {
          amount
        }
      }
      history {
        type
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RehearsePaymentMutation, RehearsePaymentMutationVariables>;
export const MoneyOfOrderDocument = new TypedDocumentString(`
    query MoneyOfOrder($id: ID!) {
  order(id: $id) {
    payment
    paidTotal {
      amount
    }
    refundedTotal {
      amount
    }
    payments {
      number
      state
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyOfOrderQuery, MoneyOfOrderQueryVariables>;
export const CashForCallbackDocument = new TypedDocumentString(`
    mutation CashForCallback($input: OrderPayCashInput!) {
  orderPayCash(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CashForCallbackMutation, CashForCallbackMutationVariables>;
export const ReplayCommandOrdersDocument = new TypedDocumentString(`
    query ReplayCommandOrders {
  orders(first: 100) {
    totalCount
    edges {
      node {
        status
        store {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayCommandOrdersQuery, ReplayCommandOrdersQueryVariables>;
export const ReturnsTestStoresDocument = new TypedDocumentString(`
    query ReturnsTestStores {
  stores(first: 100) {
    edges {
      node {
        id
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReturnsTestStoresQuery, ReturnsTestStoresQueryVariables>;
export const ReturnsTestOrdersDocument = new TypedDocumentString(`
    query ReturnsTestOrders($storeId: ID!) {
  storeOrders(storeId: $storeId, first: 100) {
    edges {
      node {
        uid
        status
        history {
          type
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReturnsTestOrdersQuery, ReturnsTestOrdersQueryVariables>;
export const ReplayTestOrdersDocument = new TypedDocumentString(`
    query ReplayTestOrders($storeId: ID!) {
  storeOrders(storeId: $storeId, first: 100) {
    totalCount
    edges {
      node {
        uid
        status
        total {
          amount
        }
        history {
          type
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayTestOrdersQuery, ReplayTestOrdersQueryVariables>;
export const ReplayTestStoresDocument = new TypedDocumentString(`
    query ReplayTestStores {
  stores(first: 100) {
    edges {
      node {
        id
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayTestStoresQuery, ReplayTestStoresQueryVariables>;
export const ReplayTestPlaceDocument = new TypedDocumentString(`
    mutation ReplayTestPlace($input: OrderPlaceInStoreInput!) {
  orderPlaceInStore(input: $input) {
    order {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayTestPlaceMutation, ReplayTestPlaceMutationVariables>;
export const ReplayTestPayDocument = new TypedDocumentString(`
    mutation ReplayTestPay($input: OrderPayCashInput!) {
  orderPayCash(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayTestPayMutation, ReplayTestPayMutationVariables>;
export const ReplayTestOrderDocument = new TypedDocumentString(`
    query ReplayTestOrder($uid: String, $storeId: ID) {
  order(uid: $uid, storeId: $storeId) {
    kind
    remark
    customer {
      name
      country
    }
    items {
      seq
      skuCode
      name
      quantity
      listPrice {
        amount
      }
      salePrice {
        amount
      }
      priceReason
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayTestOrderQuery, ReplayTestOrderQueryVariables>;
export const ReplayTestStoreDocument = new TypedDocumentString(`
    mutation ReplayTestStore {
  storeCreate(input: {code: "YUAN", name: "Yuan", currency: "CNY"}) {
    store {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayTestStoreMutation, ReplayTestStoreMutationVariables>;
export const MembersListDocument = new TypedDocumentString(`
    query MembersList($id: ID!) {
  store(id: $id) {
    members {
      staffId
      name
      role
      maySetPrice
    }
  }
}
    `) as unknown as TypedDocumentString<MembersListQuery, MembersListQueryVariables>;
export const MembersSaveDocument = new TypedDocumentString(`
    mutation MembersSave($input: StoreMemberSaveInput!) {
  storeMemberSave(input: $input) {
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MembersSaveMutation, MembersSaveMutationVariables>;
export const MembersRemoveDocument = new TypedDocumentString(`
    mutation MembersRemove($input: StoreMemberRemoveInput!) {
  storeMemberRemove(input: $input) {
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MembersRemoveMutation, MembersRemoveMutationVariables>;