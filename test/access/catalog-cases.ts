import type { Case } from './case-parts.ts';
import { allRoles } from './world.ts';

const errors = 'userErrors { code message path }';

/** The catalogue is public: nothing in it is foreign to anybody. */
export const catalogQueries: Readonly<Record<string, Case>> = {
  currencyInfo: { document: 'query Walk_currencyInfo { currencyInfo(code: "GBP") { symbol decimals rate } }', names: 'caller', variables: () => ({}) },
  exchangeRateHistory: { document: 'query Walk_exchangeRateHistory { exchangeRateHistory(currency: "USD", first: 3) { edges { node { rate } } } }', names: 'caller', variables: () => ({}) },
  exchangeRates: { document: 'query Walk_exchangeRates { exchangeRates { currency rate } }', names: 'caller', variables: () => ({}) },
  freightQuote: {
    document: 'query Walk_freightQuote($input: FreightQuoteInput!) { freightQuote(input: $input) { deliverable total { amount } unavailableSkus } }', names: 'object', sharedWith: allRoles,
    variables: ({ sku }) => ({ input: { destination: { city: 'Leeds' }, lines: [{ sku, quantity: 1 }] } }),
  },
  freightTemplates: { document: 'query Walk_freightTemplates { freightTemplates(first: 3) { edges { node { code } } } }', names: 'caller', variables: () => ({}) },
  priceOf: { document: 'query Walk_priceOf($sku: String!) { priceOf(sku: $sku) { total { amount } unitCost { amount } } }', names: 'object', sharedWith: allRoles, variables: ({ sku }) => ({ sku }) },
};

export const catalogMutations: Readonly<Record<string, Case>> = {
  exchangeRateSave: {
    document: `mutation Walk_exchangeRateSave($input: ExchangeRateSaveInput!) { exchangeRateSave(input: $input) { exchangeRate { rate } ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, currency: 'USD', rate: '0.79' } }),
  },
  freightTemplateAssign: {
    document: `mutation Walk_freightTemplateAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { template { code } ${errors} } }`, names: 'object', sharedWith: allRoles,
    variables: ({ sku, freightCode }) => ({ input: { dryRun: true, code: freightCode, productCodes: [sku] } }),
  },
  freightTemplateSave: {
    document: `mutation Walk_freightTemplateSave($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { template { code } ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, code: 'walk', name: 'Walk', currency: 'GBP', unit: 'PIECES', rules: [{ regions: [], firstFee: '1' }] } }),
  },
  productSave: {
    document: `mutation Walk_productSave($input: ProductSaveInput!) { productSave(input: $input) { productIds ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, products: [{ code: 'walk', name: 'Walk', skus: [{ code: 'walk', prices: [] }] }] } }),
  },
};
