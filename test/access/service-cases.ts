import type { Case } from './case-parts.ts';
import type { Objects } from './world.ts';
import type { Services } from './service-world.ts';

const everywhere = ['PLATFORM', 'SERVICE'] as const;
const errors = 'userErrors { code message path }';
const service = `id number status version reason store { code } customer { name email } order { id number } returns { name quantity } exchanges { name } refunds { number } log { type text content actorName }
  availableActions { action enabled }`;

const onService = (field: string, input: string, which: keyof Services, extra: Record<string, unknown> = {}): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { customerService { ${service} } order { id number } ${errors} } }`,
  names: 'object', sharedWith: everywhere,
  variables: ({ services }) => ({ input: { customerServiceId: services[which].id, dryRun: true, ...extra } }),
});

const onOrder = (field: string, input: string, extra: Record<string, unknown>): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { customerService { type status } order { id number } ${errors} } }`,
  names: 'object', sharedWith: everywhere,
  variables: ({ orders }) => ({ input: { orderId: orders.shipped.id, dryRun: true, type: 'RETURN', reason: 'a walk', ...extra } }),
});

const list = (field: string, argument = ''): string => `${field}(first: 20${argument}) { totalCount pageInfo { endCursor } edges { node { id number customer { name } } } }`;
const counts = 'total undecided returnPending delivering refundPending done canceled byStatus { type status count }';
const beginning = Buffer.from('0.0').toString('base64url');

const onReturn = (field: string, input: string, extra: Record<string, unknown>, rest = ''): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { customerService { type status } order { id number } ${rest} ${errors} } }`,
  names: 'object', sharedWith: ['SERVICE'],
  variables: ({ orders }) => ({ input: { orderId: orders.shipped.id, dryRun: true, ...extra } }),
});

export const serviceQueries: Record<string, Case> = {
  customerService: { document: `query Walk_customerService($id: ID!) { customerService(id: $id) { ${service} } }`, names: 'object', sharedWith: everywhere, variables: ({ services }: Objects) => ({ id: services.received.id }) },
  // What a store has to do with after-sales is nobody else's business: callers from elsewhere see zeros, as of a store without documents.
  customerServiceCounts: {
    document: `query Walk_customerServiceCounts($storeId: ID) { customerServiceCounts(storeId: $storeId) { ${counts} } }`, names: 'object', sharedWith: ['SHOPPER', ...everywhere], variables: ({ storeId }) => ({ storeId }),
  },
  customerServiceReasons: { document: 'query Walk_customerServiceReasons { customerServiceReasons { code name types refundsFreight } }', names: 'caller', variables: () => ({}) },
  customerServices: { document: `query Walk_customerServices { ${list('customerServices')} }`, names: 'caller', variables: () => ({}) },
  myCustomerServices: { document: `query Walk_myCustomerServices { ${list('myCustomerServices')} }`, names: 'caller', variables: () => ({}) },
  storeCustomerServices: { document: `query Walk_storeCustomerServices($storeId: ID!) { ${list('storeCustomerServices', ', storeId: $storeId')} }`, names: 'object', sharedWith: everywhere, variables: ({ storeId }) => ({ storeId }) },
};

export const serviceMutations: Record<string, Case> = {
  customerServiceApprove: onService('customerServiceApprove', 'CustomerServiceApproveInput', 'asked', { returnAddress: { street: 'Dock 5' } }),
  customerServiceCancel: onService('customerServiceCancel', 'CustomerServiceReasonedInput', 'asked'),
  customerServiceChangeAmount: onService('customerServiceChangeAmount', 'CustomerServiceChangeAmountInput', 'asked', { amount: '1.00' }),
  customerServiceCompleteExchange: onService('customerServiceCompleteExchange', 'CustomerServiceStepInput', 'sent'),
  customerServiceCreate: onOrder('customerServiceCreate', 'CustomerServiceCreateInput', {}),
  customerServicePayOutOtherwise: onService('customerServicePayOutOtherwise', 'CustomerServicePayOutOtherwiseInput', 'received', { way: 'CASH', reason: 'a walk' }),
  customerServiceReasonSave: {
    document: `mutation Walk_customerServiceReasonSave($input: CustomerServiceReasonSaveInput!) { customerServiceReasonSave(input: $input) { reasons { code } ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, reasons: [{ code: 'walk', name: 'Walk' }] } }),
  },
  customerServiceReceive: onService('customerServiceReceive', 'CustomerServiceReceiveInput', 'approved'),
  customerServiceRefund: onService('customerServiceRefund', 'CustomerServiceRefundInput', 'received'),
  customerServiceRefundInstead: onService('customerServiceRefundInstead', 'CustomerServiceReasonedInput', 'exchanging'),
  customerServiceRefuse: onService('customerServiceRefuse', 'CustomerServiceRefuseInput', 'asked', { reason: 'a walk' }),
  customerServiceReply: onService('customerServiceReply', 'CustomerServiceReplyInput', 'asked', { content: 'a walk' }),
  customerServiceRequest: onOrder('customerServiceRequest', 'CustomerServiceRequestInput', {}),
  customerServiceRetryRefund: onService('customerServiceRetryRefund', 'CustomerServiceStepInput', 'received'),
  customerServiceSendBack: onService('customerServiceSendBack', 'CustomerServiceSendBackInput', 'approved', { courierCompany: 'Walk & Sons', waybillNumber: 'W-1' }),
  customerServiceShipReplacement: onService('customerServiceShipReplacement', 'CustomerServiceShipReplacementInput', 'exchanging'),
  orderReturn: onReturn('orderReturn', 'OrderReturnInput', {}),
  orderReturnAndResale: onReturn('orderReturnAndResale', 'OrderReturnAndResaleInput', { resale: [{ seq: 1, quantity: 1 }] }, 'cart { id customerId lines { skuCode } }'),
  customerServiceTakeUp: onService('customerServiceTakeUp', 'CustomerServiceStepInput', 'asked'),
};

export const serviceSubscriptions: Record<string, Case> = {
  customerServiceFeed: {
    document: `subscription Walk_followServices($id: ID!) { customerServiceFeed(storeId: $id, after: "${beginning}") { cursor customerServiceId event { type actorName content } customerService { id number customer { name } } counts { total } } }`,
    names: 'object', sharedWith: everywhere, variables: ({ storeId }) => ({ id: storeId }),
  },
};
