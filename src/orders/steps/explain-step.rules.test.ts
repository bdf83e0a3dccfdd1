import { describe, expect, test } from 'vitest';
import { explainNoPlace } from './explain-step.rules.ts';
import { actions, deliveryTypes, fulfilments, orderKinds, statusOf, transitionsFor, type Action, type DeliveryType, type Fulfilment, type OrderKind } from '../order.lifecycle.ts';

const order = (kind: OrderKind, deliveryType: DeliveryType, fulfilment: Fulfilment) => ({ kind, deliveryType, fulfilment, status: statusOf(fulfilment, 'PAID', 'NONE') });

describe('why a step has no place', () => {
  test.for([
    ['ACCEPT', 'ONLINE', 'FLASH', 'PAY_PENDING', 'ACCEPT is not possible while the order is CREATED_PAY_PENDING: it must be paid first.'],
    ['COMPLETE', 'ONLINE', 'FLASH', 'CONFIRM_PENDING', 'COMPLETE is not possible while the order is PAID_CONFIRM_PENDING: the store must accept it first.'],
    ['COMPLETE', 'IN_STORE', 'SELF_PICK', 'PAY_PENDING', 'COMPLETE is not possible while the order is CREATED_PAY_PENDING: it must be paid first.'],
    ['SHIP', 'ONLINE', 'EXPRESS', 'DELIVER_PENDING', 'SHIP is not possible while the order is CONFIRMED_DELIVER_PENDING: its delivery must be started first.'],
    ['CONFIRM_RECEIPT', 'ONLINE', 'EXPRESS', 'DELIVERING', 'CONFIRM_RECEIPT is not possible while the order is DELIVERING: it must be shipped first.'],
    ['ACCEPT', 'ONLINE', 'FLASH', 'DELIVERING', 'ACCEPT is not possible while the order is DELIVERING: it is past that step.'],
    ['CANCEL', 'ONLINE', 'FLASH', 'DELIVERING', 'CANCEL is not possible while the order is DELIVERING: it is too late for that; once the goods are there, a return can be asked for with customerServiceRequest.'],
    ['ACCEPT', 'ONLINE', 'FLASH', 'CONFIRMED', 'ACCEPT is not possible while the order is CLOSED_CONFIRMED: it is over.'],
    ['SHIP', 'ONLINE', 'FLASH', 'DELIVERING', 'SHIP is a step of EXPRESS orders; this one is FLASH.'],
    ['ACCEPT', 'IN_STORE', 'SELF_PICK', 'CONFIRM_PENDING', 'ACCEPT is a step of ONLINE orders; this one is IN_STORE.'],
  ] as const)('%s of an %s %s order in %s', ([action, kind, deliveryType, fulfilment, words]) => {
    expect(explainNoPlace(action, order(kind, deliveryType, fulfilment))).toBe(words);
  });

  test('is said in one sentence for every step that has none, in every state', () => {
    const keys = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];
    let said = 0;
    for (const kind of keys(orderKinds)) for (const delivery of keys(deliveryTypes)) for (const fulfilment of keys(fulfilments)) for (const action of keys(actions) as Action[]) {
      if (transitionsFor(action, kind, delivery).some(({ from }) => from === fulfilment)) continue;
      expect(explainNoPlace(action, order(kind, delivery, fulfilment))).toMatch(/^[A-Z_]+ is [^.]+\.$/);
      said += 1;
    }
    expect(said).toBeGreaterThan(500);
  });
});
