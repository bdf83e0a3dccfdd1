/**
 * The second table of the lifecycle: steps that leave the goods and the money where they are. They pass the same guard as
 * the transitions, and are told by the same history.
 */
import type { Mover, OrderKind, OrderStatus } from '../order.lifecycle.ts';

export const deskActions = {
  HOLD: 'Somebody stops the order: it takes no step until it is released (S1-35).',
  RELEASE: 'The order may move again; its deadlines have moved on by the time it was held.',
  REMIND: 'The customer asks for the goods to be sent (S2-5).',
  REVIEW: 'A comment is linked to the order, or to one of its lines (S2-6).',
  SETTLE: 'The platform has settled accounts with the store (S2-157).',
  DELETE: 'Its owner puts the order into the recycle bin (S1-49).',
  RESTORE: 'Its owner takes it out of the recycle bin again (S1-51).',
  PURGE: 'Its owner removes it from the recycle bin (S1-50).',
} as const satisfies Record<string, string>;
export type DeskAction = keyof typeof deskActions;

export interface DeskStep {
  /** While the order is in one of these. */
  readonly statuses: readonly OrderStatus[];
  readonly kinds: readonly OrderKind[];
  readonly by: readonly Mover[];
  /** The order's owner tidies up: nobody else's screen is to ring. */
  readonly owners?: true;
}

const everyKind: readonly OrderKind[] = ['ONLINE', 'IN_STORE', 'COMPANY'];

/** The goods, or the money, still have a way to go. */
const moving: readonly OrderStatus[] = [
  'CREATED_PAY_PENDING', 'PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_PICK_PENDING', 'DELIVERING', 'DELIVERED_CONFIRM_PENDING',
];
/** S2-209 to S2-212; of these, CLOSED_CONFIRMED must be settled as well. */
const deletable: readonly OrderStatus[] = ['CLOSED_PAY_TIMEOUT', 'CLOSED_CANCELED', 'CLOSED_CONFIRMED', 'CLOSED_REFUNDED'];
const any: readonly OrderStatus[] = [...moving, 'CANCELED_RETURN_PENDING', 'CANCELED_REFUND_PENDING', ...deletable];

export const deskSteps: Readonly<Record<DeskAction, DeskStep>> = {
  HOLD: { statuses: moving, kinds: everyKind, by: ['PLATFORM', 'STAFF'] },
  RELEASE: { statuses: any, kinds: everyKind, by: ['PLATFORM', 'STAFF'] },
  REMIND: { statuses: ['PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'DELIVERING'], kinds: ['ONLINE'], by: ['SHOPPER'] },
  REVIEW: { statuses: ['CLOSED_CONFIRMED'], kinds: everyKind, by: ['SHOPPER', 'SERVICE'] },
  SETTLE: { statuses: ['CLOSED_CONFIRMED'], kinds: everyKind, by: ['PLATFORM', 'SERVICE'] },
  DELETE: { statuses: deletable, kinds: everyKind, by: ['SHOPPER'], owners: true },
  RESTORE: { statuses: any, kinds: everyKind, by: ['SHOPPER'], owners: true },
  PURGE: { statuses: deletable, kinds: everyKind, by: ['SHOPPER'], owners: true },
};

/** Steps that the back office takes for many orders in one command. */
export const bulkSteps = {
  CONFIRM: 'As `orderConfirm`.',
  START_DELIVERY: 'As `orderStartDelivery`.',
  CANCEL: 'As `orderCancel`.',
  SETTLE: 'As `orderSettle`.',
  ASSIGN_STORE: 'As `orderAssignStore`.',
  HOLD: 'As `orderHold`.',
  RELEASE: 'As `orderRelease`.',
} as const satisfies Record<string, string>;
export type BulkStep = keyof typeof bulkSteps;

export const isDeskAction = (action: string): action is DeskAction => Object.hasOwn(deskActions, action);
