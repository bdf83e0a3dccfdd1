import { describe, expect, test } from 'vitest';
import {
  actions, afterSalesStates, deliveryTypes, fulfilments, isOver, orderKinds, orderStatuses, paymentStates, statusOf, timers, transitions, transitionsFor,
  type Action, type DeliveryType, type Fulfilment, type OrderKind, type PaymentState,
} from './order.lifecycle.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];
const allFulfilments = keysOf(fulfilments);

/** The ways of design section 4.2, and the platform's way to take an order away from a store, written down once more by hand: who takes which step to where. */
const ways: readonly [kind: OrderKind, delivery: DeliveryType, steps: readonly [action: Action, by: string, to: Fulfilment][]][] = [
  ['ONLINE', 'EXPRESS', [
    ['START_PAYMENT', 'SHOPPER', 'PAY_PENDING'], ['PAY', 'SYSTEM', 'CONFIRM_PENDING'], ['REJECT', 'PLATFORM', 'CONFIRM_PENDING'], ['ASSIGN_STORE', 'PLATFORM', 'CONFIRM_PENDING'],
    ['CONFIRM', 'PLATFORM SYSTEM', 'DELIVER_PENDING'], ['REJECT', 'PLATFORM', 'DELIVER_PENDING'], ['ASSIGN_STORE', 'PLATFORM', 'DELIVER_PENDING'], ['START_DELIVERY', 'PLATFORM STAFF', 'DELIVERING'], ['SHIP', 'PLATFORM STAFF', 'DELIVERED'], ['CONFIRM_RECEIPT', 'SHOPPER SYSTEM', 'CONFIRMED'],
  ]],
  ['ONLINE', 'SELF_PICK', [
    ['START_PAYMENT', 'SHOPPER', 'PAY_PENDING'], ['PAY', 'SYSTEM', 'CONFIRM_PENDING'], ['REJECT', 'PLATFORM', 'CONFIRM_PENDING'], ['ASSIGN_STORE', 'PLATFORM', 'CONFIRM_PENDING'],
    ['ACCEPT', 'STAFF', 'PICK_PENDING'], ['COMPLETE', 'STAFF', 'CONFIRMED'],
  ]],
  ['ONLINE', 'FLASH', [
    ['START_PAYMENT', 'SHOPPER', 'PAY_PENDING'], ['PAY', 'SYSTEM', 'CONFIRM_PENDING'], ['REJECT', 'PLATFORM STAFF', 'CONFIRM_PENDING'], ['ASSIGN_STORE', 'PLATFORM', 'CONFIRM_PENDING'],
    ['ACCEPT', 'STAFF', 'DELIVER_PENDING'], ['START_DELIVERY', 'STAFF', 'DELIVERING'], ['COMPLETE', 'STAFF', 'CONFIRMED'],
  ]],
  ['IN_STORE', 'SELF_PICK', [['START_PAYMENT', 'SERVICE STAFF', 'PAY_PENDING'], ['PAY', 'SERVICE STAFF SYSTEM', 'CONFIRM_PENDING'], ['COMPLETE', 'SERVICE STAFF', 'CONFIRMED']]],
  ['COMPANY', 'SELF_PICK', [['PAY', 'SERVICE STAFF SYSTEM', 'CONFIRM_PENDING'], ['COMPLETE', 'SYSTEM', 'CONFIRMED']]],
];
const asides: readonly [kind: OrderKind, from: Fulfilment, action: Action, by: string, to: Fulfilment][] = [
  ['ONLINE', 'PAY_PENDING', 'CANCEL', 'PLATFORM SHOPPER', 'CANCELED'], ['ONLINE', 'CONFIRM_PENDING', 'CANCEL', 'PLATFORM SHOPPER', 'CANCELED'], ['ONLINE', 'PAY_PENDING', 'EXPIRE', 'SYSTEM', 'PAY_TIMEOUT'],
  ['COMPANY', 'PAY_PENDING', 'CANCEL', 'PLATFORM SERVICE STAFF', 'CANCELED'], ['COMPANY', 'PAY_PENDING', 'EXPIRE', 'SYSTEM', 'PAY_TIMEOUT'],
  ['IN_STORE', 'PAY_PENDING', 'CANCEL', 'PLATFORM SERVICE STAFF', 'CANCELED'], ['IN_STORE', 'CONFIRM_PENDING', 'CANCEL', 'PLATFORM SERVICE STAFF', 'CANCELED'],
];

/** What after-sales add, by kind and delivery. */
const afterSales: readonly [kind: OrderKind, deliveries: readonly DeliveryType[], from: Fulfilment, action: Action, by: string, to: Fulfilment][] = [
  ['ONLINE', ['EXPRESS', 'FLASH'], 'DELIVER_PENDING', 'REQUEST_CANCEL', 'SHOPPER', 'DELIVER_PENDING'], ['ONLINE', ['SELF_PICK'], 'PICK_PENDING', 'REQUEST_CANCEL', 'SHOPPER', 'PICK_PENDING'],
  ['ONLINE', ['EXPRESS'], 'DELIVERED', 'START_PAYMENT', 'SHOPPER', 'DELIVERED'], ['ONLINE', ['EXPRESS', 'SELF_PICK', 'FLASH'], 'CONFIRMED', 'START_PAYMENT', 'SHOPPER', 'CONFIRMED'],
  ['ONLINE', ['EXPRESS'], 'DELIVERED', 'PAY_SUPPLEMENT', 'SERVICE STAFF SYSTEM', 'DELIVERED'], ['ONLINE', ['EXPRESS', 'SELF_PICK', 'FLASH'], 'CONFIRMED', 'PAY_SUPPLEMENT', 'SERVICE STAFF SYSTEM', 'CONFIRMED'],
  ['IN_STORE', ['SELF_PICK'], 'CONFIRMED', 'START_PAYMENT', 'SERVICE STAFF', 'CONFIRMED'], ['IN_STORE', ['SELF_PICK'], 'CONFIRMED', 'PAY_SUPPLEMENT', 'SERVICE STAFF SYSTEM', 'CONFIRMED'],
  ['ONLINE', ['EXPRESS', 'FLASH'], 'DELIVER_PENDING', 'REFUND', 'SYSTEM', 'REFUNDED'], ['ONLINE', ['SELF_PICK'], 'PICK_PENDING', 'REFUND', 'SYSTEM', 'REFUNDED'],
  ['ONLINE', ['EXPRESS'], 'DELIVERED', 'REFUND', 'SYSTEM', 'REFUNDED'], ['ONLINE', ['EXPRESS', 'SELF_PICK', 'FLASH'], 'CONFIRMED', 'REFUND', 'SYSTEM', 'REFUNDED'], ['IN_STORE', ['SELF_PICK'], 'CONFIRMED', 'REFUND', 'SYSTEM', 'REFUNDED'],
  ['COMPANY', ['SELF_PICK'], 'CONFIRMED', 'PAY_SUPPLEMENT', 'SERVICE STAFF SYSTEM', 'CONFIRMED'], ['COMPANY', ['SELF_PICK'], 'CONFIRMED', 'REFUND', 'SYSTEM', 'REFUNDED'],
];

const inWords = (kind: OrderKind, delivery: DeliveryType, from: Fulfilment, action: Action, by: string, to: Fulfilment): string => `${kind} ${delivery}: ${from} ${action} (${by}) ${to}`;

const designed = ways.flatMap(([kind, delivery, steps]) => [
  ...steps.map(([action, by, to], index) => inWords(kind, delivery, steps[index - 1]?.[2] ?? 'PAY_PENDING', action, by, to)),
  ...asides.filter((aside) => aside[0] === kind).map(([, from, action, by, to]) => inWords(kind, delivery, from, action, by, to)),
  ...afterSales.filter(([of, deliveries]) => of === kind && deliveries.includes(delivery)).map(([, , from, action, by, to]) => inWords(kind, delivery, from, action, by, to)),
]);

describe('the table of transitions', () => {
  test('holds the designed ways, their ends by cancellation and timeout, and nothing else', () => {
    const built = transitions.flatMap(({ kind, deliveries, from, action, by, to }) => deliveries.map((delivery) => inWords(kind, delivery, from, action, by.toSorted().join(' '), to)));
    expect(built.toSorted()).toEqual(designed.toSorted());
  });

  test('has at most one row for a step from a state', () => {
    const keys = transitions.flatMap(({ kind, deliveries, from, action }) => deliveries.map((delivery) => `${kind} ${delivery} ${from} ${action}`));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('lets nothing but after-sales move an order that is over: it is refunded, or pays for an exchange', () => {
    expect(allFulfilments.filter(isOver)).toEqual(['CONFIRMED', 'CANCELED', 'PAY_TIMEOUT', 'REFUNDED']);
    const leaving = transitions.filter(({ from }) => isOver(from));
    expect(leaving.every(({ from, to, requires }) => from === 'CONFIRMED' && (from === to || to === 'REFUNDED') && requires)).toBe(true);
    expect(new Set(leaving.map(({ action }) => action))).toEqual(new Set(['START_PAYMENT', 'PAY_SUPPLEMENT', 'REFUND']));
  });

  test('is complete: every step stands in it, and every state is reached', () => {
    expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(keysOf(actions)));
    expect(new Set(['PAY_PENDING', ...transitions.map(({ to }) => to)])).toEqual(new Set(allFulfilments));
  });

  test.each(ways)('leads an %s order with %s from every state it can reach to an end', (kind, delivery) => {
    const rows = transitions.filter((row) => row.kind === kind && row.deliveries.includes(delivery));
    const reach = (from: Fulfilment): Set<Fulfilment> => {
      const reached = new Set([from]);
      for (const state of reached) for (const row of rows) if (row.from === state) reached.add(row.to);
      return reached;
    };
    for (const state of reach('PAY_PENDING')) expect([state, [...reach(state)].some(isOver)]).toEqual([state, true]);
  });

  test('delivers nothing that was not paid: only PAY leaves PAY_PENDING for a living state, and only when the total is covered', () => {
    const leaving = transitions.filter(({ from, to }) => from === 'PAY_PENDING' && to !== 'PAY_PENDING' && !isOver(to));
    expect(new Set(leaving.map(({ action }) => action))).toEqual(new Set(['PAY']));
    for (const { requires } of leaving) expect(requires).toContain('PAID_IN_FULL');
  });

  test('stamps each end with its instant', () => {
    for (const { to, from, stamps = [] } of transitions) {
      if (to === 'CONFIRMED' && from !== to) expect(stamps).toContain('finishedAt');
      if (to === 'CANCELED' || to === 'PAY_TIMEOUT') expect(stamps).toContain('canceledAt');
      if (from === to) expect(stamps).toEqual([]);
    }
  });

  test('gives time a step of its own wherever a timer runs', () => {
    expect(timers).toEqual({ PAY_PENDING: 'EXPIRE', DELIVERED: 'CONFIRM_RECEIPT' });
    for (const [state, action] of Object.entries(timers)) expect(transitions.some((row) => row.from === state && row.action === action && row.by.includes('SYSTEM'))).toBe(true);
  });

  test('is found by action, kind and delivery type', () => {
    for (const kind of keysOf(orderKinds)) for (const delivery of keysOf(deliveryTypes)) for (const action of keysOf(actions)) {
      expect(transitionsFor(action, kind, delivery)).toEqual(transitions.filter((row) => row.kind === kind && row.action === action && row.deliveries.includes(delivery)));
    }
    expect(transitionsFor('REJECT', 'IN_STORE', 'SELF_PICK')).toEqual([]);
    expect(transitionsFor('ACCEPT', 'IN_STORE', 'FLASH')).toEqual([]);
  });
});

describe('the status', () => {
  test('is one of the twelve of S2-108 to S2-119', () => {
    expect(keysOf(orderStatuses).toSorted()).toEqual([
      'CANCELED_REFUND_PENDING', 'CANCELED_RETURN_PENDING', 'CLOSED_CANCELED', 'CLOSED_CONFIRMED', 'CLOSED_PAY_TIMEOUT', 'CLOSED_REFUNDED', 'CONFIRMED_DELIVER_PENDING',
      'CONFIRMED_PICK_PENDING', 'CREATED_PAY_PENDING', 'DELIVERED_CONFIRM_PENDING', 'DELIVERING', 'PAID_CONFIRM_PENDING',
    ]);
  });

  test('follows from where goods and money are, for every combination', () => {
    const given = new Set(allFulfilments.flatMap((fulfilment) => keysOf(paymentStates).flatMap((payment) => keysOf(afterSalesStates).map((wish) => statusOf(fulfilment, payment, wish)))));
    expect(given).toEqual(new Set(keysOf(orderStatuses)));
  });

  test.each<[Fulfilment, string]>([
    ['PAY_PENDING', 'CREATED_PAY_PENDING'], ['CONFIRM_PENDING', 'PAID_CONFIRM_PENDING'], ['DELIVER_PENDING', 'CONFIRMED_DELIVER_PENDING'], ['PICK_PENDING', 'CONFIRMED_PICK_PENDING'],
    ['DELIVERING', 'DELIVERING'], ['DELIVERED', 'DELIVERED_CONFIRM_PENDING'], ['CONFIRMED', 'CLOSED_CONFIRMED'], ['PAY_TIMEOUT', 'CLOSED_PAY_TIMEOUT'], ['REFUNDED', 'CLOSED_REFUNDED'],
  ])('of %s is %s, whatever the money does', (fulfilment, status) => {
    for (const payment of keysOf(paymentStates)) expect(statusOf(fulfilment, payment, 'NONE')).toBe(status);
  });

  test.each<[PaymentState, string]>([
    ['OPEN', 'CLOSED_CANCELED'], ['CLOSED', 'CLOSED_CANCELED'], ['CONFIRMING', 'CLOSED_CANCELED'], ['PARTIALLY_PAID', 'CANCELED_REFUND_PENDING'], ['PAID', 'CANCELED_REFUND_PENDING'],
    ['PARTIALLY_REFUNDED', 'CANCELED_REFUND_PENDING'], ['REFUNDED', 'CLOSED_REFUNDED'],
  ])('of a canceled order whose money is %s is %s', (payment, status) => {
    expect(statusOf('CANCELED', payment, 'NONE')).toBe(status);
  });

  test('of an order that after-sales want something of is what they want, whatever it was, and what it was once they want nothing any more', () => {
    for (const fulfilment of allFulfilments) for (const payment of keysOf(paymentStates)) {
      expect([statusOf(fulfilment, payment, 'GOODS_BACK'), statusOf(fulfilment, payment, 'MONEY_BACK')]).toEqual(['CANCELED_RETURN_PENDING', 'CANCELED_REFUND_PENDING']);
    }
  });
});
