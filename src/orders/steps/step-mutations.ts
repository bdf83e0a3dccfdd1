import type { DeskAction } from '../desk/order-desk.lifecycle.ts';
import type { Action } from '../order.lifecycle.ts';

/** The mutations that take each step; none where the system takes it by itself. */
export const stepMutations: Readonly<Record<Action | DeskAction, readonly string[]>> = {
  START_PAYMENT: ['orderStartPayment'],
  PAY: ['orderPayCash', 'orderPayCard', 'orderPayWithWallet'],
  CONFIRM: ['orderConfirm'],
  ACCEPT: ['orderAccept'],
  REJECT: ['orderReject'],
  ASSIGN_STORE: ['orderAssignStore'],
  START_DELIVERY: ['orderStartDelivery'],
  SHIP: ['orderShip'],
  COMPLETE: ['orderComplete'],
  CONFIRM_RECEIPT: ['orderConfirmReceipt'],
  CANCEL: ['orderCancel'],
  EXPIRE: [],
  REQUEST_CANCEL: ['orderCancel'],
  PAY_SUPPLEMENT: ['orderPayCash', 'orderPayCard', 'orderPayWithWallet'],
  REFUND: [],
  HOLD: ['orderHold'],
  RELEASE: ['orderRelease'],
  REMIND: ['orderRemind'],
  REVIEW: ['orderReview'],
  SETTLE: ['orderSettle'],
  DELETE: ['orderDelete'],
  RESTORE: ['orderRestore'],
  PURGE: ['orderPurge'],
};

/** What each step is, and by which mutation it is taken. */
export const withMutations = <Step extends Action | DeskAction>(steps: Readonly<Record<Step, string>>): Record<Step, string> =>
  Object.fromEntries(Object.entries<string>(steps).map(([step, text]) => {
    const names = stepMutations[step as Step].map((name) => `\`${name}\``);
    return [step, names.length === 0 ? `${text} Taken by the system alone.` : `${text} Mutation: ${names.join(', ')}.`];
  })) as Record<Step, string>;
