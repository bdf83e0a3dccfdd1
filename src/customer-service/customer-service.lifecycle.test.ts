import { describe, expect, test } from 'vitest';
import { somebody, someOrder } from '../../test/support/order-walks.ts';
import { fulfilments, type Fulfilment, type Mover } from '../orders/order.lifecycle.ts';
import { secondsAfter } from '../platform/time.ts';
import { isClosed, openings, serviceActions, serviceStatuses, serviceTransitions, serviceTransitionsFor, serviceTypes, type ServiceAction, type ServiceStatus, type ServiceType } from './customer-service.lifecycle.ts';
import { openingRefusal } from './customer-service.rules.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];
const types = keysOf(serviceTypes);
const clerk = 'PLATFORM SERVICE STAFF';
const all = 'PLATFORM SERVICE SHOPPER STAFF';

/** The design, written down once more by hand: who takes which step from where to where. */
const designed: readonly [type: ServiceType, from: ServiceStatus, action: ServiceAction, by: string, to: ServiceStatus][] = [
  ...types.flatMap((type): (typeof designed)[number][] => [
    [type, 'CREATED', 'TAKE_UP', clerk, 'HANDLING'],
    ...(['CREATED', 'HANDLING'] as const).flatMap((from): (typeof designed)[number][] => [
      [type, from, 'APPROVE', clerk, type === 'REFUND' ? 'REFUND_PENDING' : 'RETURN_PENDING'], [type, from, 'REFUSE', clerk, 'CANCELED'], [type, from, 'CANCEL', all, 'CANCELED'],
    ]),
    ...(['CREATED', 'HANDLING', 'RETURN_PENDING', 'REFUND_PENDING'] as const).map((at): (typeof designed)[number] => [type, at, 'CHANGE_AMOUNT', clerk, at]),
    ...(['CREATED', 'HANDLING', 'RETURN_PENDING', 'REFUND_PENDING', 'DELIVERING'] as const).map((at): (typeof designed)[number] => [type, at, 'REPLY', all, at]),
    [type, 'REFUND_PENDING', 'REFUSE', clerk, 'CANCELED'], [type, 'REFUND_PENDING', 'REFUND', clerk, 'REFUND_PENDING'], [type, 'REFUND_PENDING', 'RETRY_REFUND', clerk, 'REFUND_PENDING'], [type, 'REFUND_PENDING', 'PAY_OUT_OTHERWISE', clerk, 'REFUND_PENDING'],
    [type, 'REFUND_PENDING', 'FINISH_REFUND', 'SYSTEM', 'REFUNDED'],
  ]),
  ...(['RETURN', 'EXCHANGE'] as const).flatMap((type): (typeof designed)[number][] => [
    [type, 'RETURN_PENDING', 'REFUSE', clerk, 'CANCELED'], [type, 'RETURN_PENDING', 'CANCEL', all, 'CANCELED'], [type, 'RETURN_PENDING', 'SEND_BACK', all, 'RETURN_PENDING'],
    [type, 'RETURN_PENDING', 'RECEIVE', clerk, type === 'RETURN' ? 'REFUND_PENDING' : 'DELIVERING'],
  ]),
  ['EXCHANGE', 'DELIVERING', 'REFUSE', clerk, 'CANCELED'], ['EXCHANGE', 'DELIVERING', 'CHANGE_AMOUNT', clerk, 'DELIVERING'], ['EXCHANGE', 'DELIVERING', 'REFUND', clerk, 'DELIVERING'],
  ['EXCHANGE', 'DELIVERING', 'RETRY_REFUND', clerk, 'DELIVERING'], ['EXCHANGE', 'DELIVERING', 'PAY_OUT_OTHERWISE', clerk, 'DELIVERING'], ['EXCHANGE', 'DELIVERING', 'SHIP_REPLACEMENT', clerk, 'DELIVERING'], ['EXCHANGE', 'DELIVERING', 'REFUND_INSTEAD', clerk, 'REFUND_PENDING'],
  ['EXCHANGE', 'DELIVERING', 'COMPLETE_EXCHANGE', all, 'EXCHANGED'],
];

describe('the table of transitions', () => {
  test('holds what was designed, and nothing else', () => {
    const built = serviceTransitions.flatMap(({ types: of, from, action, by, to }) => of.map((type) => `${type}: ${from} ${action} (${by.toSorted().join(' ')}) ${to}`));
    expect(built.toSorted()).toEqual(designed.map(([type, from, action, by, to]) => `${type}: ${from} ${action} (${by}) ${to}`).toSorted());
  });

  test('has at most one row for a step from a state, and a row for every step', () => {
    const keys = serviceTransitions.flatMap(({ types: of, from, action }) => of.map((type) => `${type} ${from} ${action}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(serviceTransitions.map(({ action }) => action))).toEqual(new Set(keysOf(serviceActions)));
    for (const type of types) for (const action of keysOf(serviceActions)) expect(serviceTransitionsFor(action, type)).toEqual(serviceTransitions.filter((row) => row.action === action && row.types.includes(type)));
  });

  test.each(types)('leads a %s from every state it can reach to an end, and no further', (type) => {
    const rows = serviceTransitions.filter((row) => row.types.includes(type));
    const reach = (from: ServiceStatus): Set<ServiceStatus> => {
      const reached = new Set([from]);
      for (const state of reached) for (const row of rows) if (row.from === state) reached.add(row.to);
      return reached;
    };
    for (const state of reach('CREATED')) expect([state, [...reach(state)].some(isClosed)]).toEqual([state, true]);
    expect(rows.filter(({ from }) => isClosed(from))).toEqual([]);
    expect(keysOf(serviceStatuses).filter(isClosed)).toEqual(['REFUNDED', 'EXCHANGED', 'CANCELED']);
  });

  test('sends nothing before it is paid, gives money back only once, and stamps each end', () => {
    for (const { action, to, from, requires = [], stamps = [] } of serviceTransitions) {
      if (action === 'SHIP_REPLACEMENT') expect(requires).toContain('SUPPLEMENT_PAID');
      if (action === 'REFUND') expect(requires).toContain('MONEY_TO_PAY_OUT');
      if (action === 'FINISH_REFUND' || action === 'COMPLETE_EXCHANGE') expect(requires).toContain('MONEY_ALL_OUT');
      if (to === 'CANCELED' && (from === 'REFUND_PENDING' || from === 'DELIVERING')) expect(requires).toContain('NO_MONEY_OUT');
      expect(stamps.includes('finishedAt')).toBe(isClosed(to));
    }
  });
});

describe('a document may be opened', () => {
  const settings = { returnWithinSeconds: 7 * 86_400 };
  const done = '2026-03-01T12:00:00.000Z';
  const codes = (fulfilment: Fulfilment, mover: Mover, seconds = 0): string[] => {
    const order = someOrder({ fulfilment, finishedAt: fulfilment === 'CONFIRMED' ? done : null });
    return types.map((type) => openingRefusal(order, type, somebody(mover).mover, secondsAfter(done, seconds), settings)?.code ?? type);
  };
  const no = ['TRANSITION_NOT_ALLOWED', 'TRANSITION_NOT_ALLOWED', 'TRANSITION_NOT_ALLOWED'];

  test.each<[Fulfilment, string[]]>([
    ['DELIVER_PENDING', ['REFUND', no[1]!, no[2]!]], ['PICK_PENDING', ['REFUND', no[1]!, no[2]!]], ['DELIVERED', types], ['CONFIRMED', types],
    ['PAY_PENDING', no], ['CONFIRM_PENDING', no], ['DELIVERING', no], ['CANCELED', no], ['PAY_TIMEOUT', no], ['REFUNDED', no],
  ])('on an order that is %s by shoppers and clerks alike: %s', (fulfilment, expected) => {
    for (const mover of ['SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE'] as const) expect(codes(fulfilment, mover)).toEqual(expected);
  });

  test('by a shopper for some days after the order was done, to the second, and by clerks at any time', () => {
    expect(codes('CONFIRMED', 'SHOPPER', settings.returnWithinSeconds - 1)).toEqual(types);
    expect(codes('CONFIRMED', 'SHOPPER', settings.returnWithinSeconds)).toEqual(types.map(() => 'RETURN_PERIOD_OVER'));
    expect(codes('CONFIRMED', 'STAFF', 100 * settings.returnWithinSeconds)).toEqual(types);
  });

  test('by nobody else than the table names, and from every state that it names', () => {
    for (const fulfilment of keysOf(fulfilments)) for (const [index, type] of types.entries()) {
      const named = openings.some((row) => row.type === type && row.from === fulfilment);
      expect(codes(fulfilment, 'SYSTEM')[index]).toBe(named ? 'NOT_YOUR_STEP' : 'TRANSITION_NOT_ALLOWED');
    }
  });
});
