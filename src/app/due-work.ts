import { forgetCarts, nextForgettingOfCarts } from '../carts/forget-carts.ts';
import type { Services } from '../context.ts';
import { askAboutDuePayments, carryOutDueRefunds } from '../orders/paying/due-payments.ts';
import { foldOrderCounts } from '../orders/counts/fold-order-counts.ts';
import { countsFold } from '../orders/counts/order-counts.queries.ts';
import { indexOrderTerms } from '../orders/lists/index-order-terms.ts';
import { moveDueOrders, nextTimer } from '../orders/steps/order-timers.ts';
import { termsFold } from '../orders/lists/search-terms.queries.ts';
import { nextPaymentQuery, nextRefund } from '../payments/payment.queries.ts';
import { nextFold } from '../platform/event-folds.queries.ts';
import type { DueWork } from '../platform/due-work.ts';
import { forgetIdempotencyKeys, nextForgetting } from '../platform/forget-idempotency-keys.ts';

/** Everything that happens by itself when its time has come. */
export const dueWorkOf = (services: Services): DueWork[] => [
  { name: 'order timers', next: () => nextTimer(services.db), run: (limit) => moveDueOrders(services, limit) },
  { name: 'payment outcomes', next: () => nextPaymentQuery(services.db), run: (limit) => askAboutDuePayments(services, limit) },
  { name: 'refunds', next: () => nextRefund(services.db), run: (limit) => carryOutDueRefunds(services, limit) },
  { name: 'order counts', next: () => nextFold(services.db, countsFold, services.clock()), run: () => foldOrderCounts(services.db) },
  { name: 'search', next: () => nextFold(services.db, termsFold, services.clock()), run: () => indexOrderTerms(services.db) },
  { name: 'old carts', next: () => nextForgettingOfCarts(services.db), run: () => forgetCarts(services.db, services.clock()) },
  { name: 'old idempotency keys', next: () => nextForgetting(services.db), run: () => forgetIdempotencyKeys(services.db, services.clock()) },
];
