import { errors, everywhere, onOrder, order, type Case } from './case-parts.ts';
import type { Objects } from './world.ts';
import type { Role } from '../../src/identity/caller.ts';
import { pastOrder } from '../support/order-desk.ts';

/** An operation on several orders: the walk looks at the verdict of the one it names. */
const onOrders = (field: string, input: string, target: (objects: Objects, role: Role) => string, extra: Record<string, unknown> = {}): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { verdicts { outcome ${order} ${errors} } ${errors} } }`,
  names: 'object',
  sharedWith: everywhere,
  variables: (objects, role) => ({ input: { orderIds: [target(objects, role)], dryRun: true, ...extra } }),
});

export const deskQueries: Record<string, Case> = {
  importedOrder: { document: `query Walk_importedOrder($number: String!) { importedOrder(source: "walk", externalNumber: $number) { id } }`, names: 'object', sharedWith: everywhere, variables: ({ imported }) => ({ number: imported }) },
  // A path tells nothing of what is behind it; the files have a test of their own.
  orderExportUrl: { document: 'query Walk_orderExportUrl($storeId: ID) { orderExportUrl(format: CSV, storeId: $storeId) }', names: 'object', sharedWith: everywhere, variables: ({ storeId }) => ({ storeId }) },
  ordersAwaitingReview: { document: 'query Walk_ordersAwaitingReview { ordersAwaitingReview(first: 5) { totalCount edges { node { id } } } }', names: 'caller', variables: () => ({}) },
};

export const deskMutations: Record<string, Case> = {
  orderImport: {
    document: `mutation Walk_orderImport($input: OrderImportInput!) { orderImport(input: $input) { verdicts { outcome ${order} ${errors} } ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, source: 'walk', orders: [pastOrder('W-1')] } }),
  },
  orderDelete: onOrders('orderDelete', 'OrdersInput', ({ orders }) => orders.settled.id),
  orderHold: onOrder('orderHold', 'OrderHoldInput', ({ orders }) => orders.paid.id, { reason: 'a walk' }),
  orderPayCard: onOrder('orderPayCard', 'OrderPayCardInput', ({ orders }) => orders.tillUnpaid.id, { transactionId: 'WALK0001' }),
  orderPayRefundOtherwise: onOrder('orderPayRefundOtherwise', 'OrderPayRefundOtherwiseInput', ({ orders }) => orders.cardRefund.id, { way: 'CASH', reason: 'a walk' }),
  orderPurge: onOrders('orderPurge', 'OrdersInput', ({ orders }) => orders.recycled.id),
  orderRefundCard: onOrder('orderRefundCard', 'OrderRefundCardInput', ({ orders }) => orders.cardRefund.id, { transactionId: 'WALK0002' }),
  orderReportCardRefusal: onOrder('orderReportCardRefusal', 'OrderReportCardRefusalInput', ({ orders }) => orders.cardRefund.id, { transactionId: 'WALK0003' }),
  orderRelease: onOrder('orderRelease', 'OrderReleaseInput', ({ orders }) => orders.paid.id),
  orderRemind: onOrder('orderRemind', 'OrderStepInput', ({ orders }) => orders.paid.id),
  orderRestore: onOrders('orderRestore', 'OrdersInput', ({ orders }) => orders.recycled.id),
  orderReview: onOrder('orderReview', 'OrderReviewInput', ({ orders }) => orders.settled.id, { commentId: 'C-1' }),
  orderSettle: onOrder('orderSettle', 'OrderSettleInput', ({ orders }) => orders.sold.id),
  ordersMove: {
    ...onOrders('ordersMove', 'OrdersMoveInput', ({ orders }) => orders.paid.id),
    variables: ({ orders }, role) => ({ input: { dryRun: true, ...(role === 'SERVICE' ? { orderIds: [orders.sold.id], step: 'SETTLE' } : { orderIds: [orders.paid.id], step: 'HOLD', reason: 'a walk' }) } }),
  },
};
