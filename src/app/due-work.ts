import { forgetCarts, nextForgettingOfCarts } from '../carts/forget-carts.ts';
import type { Services } from '../context.ts';
import { askAboutDuePayments, carryOutDueRefunds } from '../orders/due-payments.ts';
import { foldOrderCounts } from '../orders/fold-order-counts.ts';
import { countsFold } from '../orders/order-counts.queries.ts';
import { indexOrderTerms } from '../orders/index-order-terms.ts';
import { moveDueOrders, nextTimer } from '../orders/order-timers.ts';
import { termsFold } from '../orders/search-terms.queries.ts';
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
