/**
 * The whole life of a customer-service document as two tables: when one may be opened, and which steps it takes. From them
 * come the guard in front of every mutation, `availableActions`, the diagrams in docs/lifecycle.md and the model the tests walk.
 */
import type { Fulfilment, Mover } from '../orders/order.lifecycle.ts';

export const serviceTypes = {
  REFUND: 'Money back, without goods coming back (S2-133).',
  RETURN: 'Goods come back, and their money goes back (S2-132).',
  EXCHANGE: 'Goods come back, and others go out; the difference is settled either way (S2-134).',
} as const satisfies Record<string, string>;
export type ServiceType = keyof typeof serviceTypes;

export const serviceStatuses = {
  CREATED: 'Asked for; nobody has looked into it (S2-121).',
  HANDLING: 'Somebody looks into it (S2-122).',
  RETURN_PENDING: 'Approved; the goods are to come back (S2-123).',
  DELIVERING: 'The goods are back; what is given in exchange is on its way (S2-124).',
  REFUND_PENDING: 'The money is to go back, or on its way (S2-125).',
  REFUNDED: 'Done: the money has gone back (S2-126).',
  EXCHANGED: 'Done: the customer has what was given in exchange (S2-128).',
  CANCELED: 'Called off, or refused (S2-127).',
} as const satisfies Record<string, string>;
export type ServiceStatus = keyof typeof serviceStatuses;

export const serviceActions = {
  TAKE_UP: 'Somebody looks into it.',
  APPROVE: 'The store agrees: goods may come back to the address it gives, or money may go back (S2-216).',
  REFUSE: 'The store does not agree, or takes its word back before money has moved (S2-308).',
  CANCEL: 'Called off by whoever asked for it, as long as no goods are on their way.',
  SEND_BACK: 'The goods are with a courier (S2-227).',
  RECEIVE: 'The goods are back, all or part of them (S2-217).',
  CHANGE_AMOUNT: 'The store changes what is to go back, up to what the lines paid, until it is paid out (S2-224).',
  REFUND: 'The money is paid out: cash at once, through gateways afterwards.',
  RETRY_REFUND: 'A gateway that has refused is asked again now (S2-225); a card is to be tried at a terminal again.',
  PAY_OUT_OTHERWISE: 'What a gateway or a card terminal has refused is paid out in another way: in cash, into the wallet, or by hand.',
  FINISH_REFUND: 'All of the money has gone back.',
  SHIP_REPLACEMENT: 'What is given in exchange is with a courier, or handed over.',
  REFUND_INSTEAD: 'Nothing can be given in exchange; the goods’ worth is refunded.',
  COMPLETE_EXCHANGE: 'The customer has what was given in exchange.',
  REPLY: 'A word to the other side.',
} as const satisfies Record<string, string>;
export type ServiceAction = keyof typeof serviceActions;

/** What else must hold for a step. */
export type ServiceRequirement =
  | 'GOODS_NOT_SENT' | 'NO_MONEY_OUT' | 'MONEY_TO_PAY_OUT' | 'REFUND_REFUSED' | 'MONEY_ALL_OUT'
  | 'SUPPLEMENT_PAID' | 'REPLACEMENT_WITHHELD' | 'REPLACEMENT_SHIPPED';

/** Instants that a step stamps on the document. */
export type ServiceStamp = 'takenUpAt' | 'approvedAt' | 'sentBackAt' | 'receivedAt' | 'replacementShippedAt' | 'finishedAt';

export interface ServiceTransition {
  readonly action: ServiceAction;
  readonly types: readonly ServiceType[];
  readonly from: ServiceStatus;
  readonly to: ServiceStatus;
  readonly by: readonly Mover[];
  readonly requires?: readonly ServiceRequirement[];
  readonly stamps?: readonly ServiceStamp[];
}

/** Those who work a store's documents; staff by being members of it. */
export const clerks: readonly Mover[] = ['STAFF', 'PLATFORM', 'SERVICE'];
const anybody: readonly Mover[] = ['SHOPPER', ...clerks];

const every = ['REFUND', 'RETURN', 'EXCHANGE'] as const;
const withGoods = ['RETURN', 'EXCHANGE'] as const;
const exchange = ['EXCHANGE'] as const;

const fromEach = (states: readonly ServiceStatus[], row: Omit<ServiceTransition, 'from' | 'to'> & { readonly to?: ServiceStatus }): ServiceTransition[] =>
  states.map((from) => ({ ...row, from, to: row.to ?? from }));

const undecided = ['CREATED', 'HANDLING'] as const;

export const serviceTransitions: readonly ServiceTransition[] = [
  { action: 'TAKE_UP', types: every, from: 'CREATED', to: 'HANDLING', by: clerks, stamps: ['takenUpAt'] },
  ...fromEach(undecided, { action: 'APPROVE', types: ['REFUND'], to: 'REFUND_PENDING', by: clerks, stamps: ['approvedAt'] }),
  ...fromEach(undecided, { action: 'APPROVE', types: withGoods, to: 'RETURN_PENDING', by: clerks, stamps: ['approvedAt'] }),

  ...fromEach(undecided, { action: 'REFUSE', types: every, to: 'CANCELED', by: clerks, stamps: ['finishedAt'] }),
  { action: 'REFUSE', types: withGoods, from: 'RETURN_PENDING', to: 'CANCELED', by: clerks, stamps: ['finishedAt'] },
  { action: 'REFUSE', types: every, from: 'REFUND_PENDING', to: 'CANCELED', by: clerks, requires: ['NO_MONEY_OUT'], stamps: ['finishedAt'] },
  { action: 'REFUSE', types: exchange, from: 'DELIVERING', to: 'CANCELED', by: clerks, requires: ['NO_MONEY_OUT', 'REPLACEMENT_WITHHELD'], stamps: ['finishedAt'] },
  ...fromEach(undecided, { action: 'CANCEL', types: every, to: 'CANCELED', by: anybody, stamps: ['finishedAt'] }),
  { action: 'CANCEL', types: withGoods, from: 'RETURN_PENDING', to: 'CANCELED', by: anybody, requires: ['GOODS_NOT_SENT'], stamps: ['finishedAt'] },

  { action: 'SEND_BACK', types: withGoods, from: 'RETURN_PENDING', to: 'RETURN_PENDING', by: anybody, stamps: ['sentBackAt'] },
  { action: 'RECEIVE', types: ['RETURN'], from: 'RETURN_PENDING', to: 'REFUND_PENDING', by: clerks, stamps: ['receivedAt'] },
  { action: 'RECEIVE', types: exchange, from: 'RETURN_PENDING', to: 'DELIVERING', by: clerks, stamps: ['receivedAt'] },

  ...fromEach(['CREATED', 'HANDLING', 'RETURN_PENDING', 'REFUND_PENDING'], { action: 'CHANGE_AMOUNT', types: every, by: clerks, requires: ['NO_MONEY_OUT'] }),
  { action: 'CHANGE_AMOUNT', types: exchange, from: 'DELIVERING', to: 'DELIVERING', by: clerks, requires: ['NO_MONEY_OUT', 'REPLACEMENT_WITHHELD'] },

  { action: 'REFUND', types: every, from: 'REFUND_PENDING', to: 'REFUND_PENDING', by: clerks, requires: ['MONEY_TO_PAY_OUT'] },
  { action: 'REFUND', types: exchange, from: 'DELIVERING', to: 'DELIVERING', by: clerks, requires: ['MONEY_TO_PAY_OUT'] },
  { action: 'RETRY_REFUND', types: every, from: 'REFUND_PENDING', to: 'REFUND_PENDING', by: clerks, requires: ['REFUND_REFUSED'] },
  { action: 'RETRY_REFUND', types: exchange, from: 'DELIVERING', to: 'DELIVERING', by: clerks, requires: ['REFUND_REFUSED'] },
  { action: 'PAY_OUT_OTHERWISE', types: every, from: 'REFUND_PENDING', to: 'REFUND_PENDING', by: clerks, requires: ['REFUND_REFUSED'] },
  { action: 'PAY_OUT_OTHERWISE', types: exchange, from: 'DELIVERING', to: 'DELIVERING', by: clerks, requires: ['REFUND_REFUSED'] },
  { action: 'FINISH_REFUND', types: every, from: 'REFUND_PENDING', to: 'REFUNDED', by: ['SYSTEM'], requires: ['MONEY_ALL_OUT'], stamps: ['finishedAt'] },

  { action: 'SHIP_REPLACEMENT', types: exchange, from: 'DELIVERING', to: 'DELIVERING', by: clerks, requires: ['SUPPLEMENT_PAID', 'REPLACEMENT_WITHHELD'], stamps: ['replacementShippedAt'] },
  { action: 'REFUND_INSTEAD', types: exchange, from: 'DELIVERING', to: 'REFUND_PENDING', by: clerks, requires: ['REPLACEMENT_WITHHELD'] },
  { action: 'COMPLETE_EXCHANGE', types: exchange, from: 'DELIVERING', to: 'EXCHANGED', by: anybody, requires: ['REPLACEMENT_SHIPPED', 'MONEY_ALL_OUT'], stamps: ['finishedAt'] },

  ...fromEach(['CREATED', 'HANDLING', 'RETURN_PENDING', 'DELIVERING', 'REFUND_PENDING'], { action: 'REPLY', types: every, by: anybody }),
];

/** The rows that exist for an action on a document of this type, whatever its state. */
export const serviceTransitionsFor = (action: ServiceAction, type: ServiceType): readonly ServiceTransition[] =>
  serviceTransitions.filter((row) => row.action === action && row.types.includes(type));

/** What else must hold of the order for a document to be opened. */
export type OpeningRequirement = 'WITHIN_RETURN_PERIOD';

/** When a document may be opened on an order. One without an order is a clerk's return, and needs no row. */
export interface Opening {
  readonly type: ServiceType;
  readonly from: Fulfilment;
  readonly by: readonly Mover[];
  readonly requires?: readonly OpeningRequirement[];
}

const openingsOf = (type: ServiceType, states: readonly Fulfilment[], by: readonly Mover[], requires?: readonly OpeningRequirement[]): Opening[] =>
  states.map((from) => ({ type, from, by, ...(requires && { requires }) }));

export const openings: readonly Opening[] = [
  ...openingsOf('REFUND', ['DELIVER_PENDING', 'PICK_PENDING', 'DELIVERED'], anybody),
  ...openingsOf('RETURN', ['DELIVERED'], anybody),
  ...openingsOf('EXCHANGE', ['DELIVERED'], anybody),
  ...every.flatMap((type) => [...openingsOf(type, ['CONFIRMED'], ['SHOPPER'], ['WITHIN_RETURN_PERIOD']), ...openingsOf(type, ['CONFIRMED'], clerks)]),
];

export const isClosed = (status: ServiceStatus): boolean => status === 'REFUNDED' || status === 'EXCHANGED' || status === 'CANCELED';

/** Whether the document's goods are given back for good, and not only claimed. */
export const isGivenBack = (status: ServiceStatus): boolean => status === 'REFUNDED' || status === 'EXCHANGED';

/** What has become of a document's money. */
export const payoutStates = {
  NONE: 'Nothing has been paid out yet.',
  RUNNING: 'Gateways have been asked, or are asked next; some of it may have gone back already.',
  REFUSED: 'A gateway, or a card terminal, has refused. A gateway is asked again by itself, or by RETRY_REFUND, unless PAY_OUT_OTHERWISE pays it out in another way.',
  DONE: 'What was paid out has gone back.',
} as const satisfies Record<string, string>;
export type PayoutState = keyof typeof payoutStates;
