import { randomUUID } from 'node:crypto';
import type { Shop } from '../support/seeds.ts';
import type { MutationCase } from './mutation-cases.ts';

const unique = (): string => randomUUID().slice(0, 8);

const newTemplate = () => ({ code: `F-${unique()}`, name: 'Standard', currency: 'GBP', unit: 'PIECES', rules: [{ regions: [], firstFee: '3.00', additionalFee: '1.00' }] });

async function saveTemplate({ platform }: Shop, input: Record<string, unknown>): Promise<void> {
  const { freightTemplateSave } = await platform.ask(/* GraphQL */ `mutation CaseTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }`, { input });
  if (freightTemplateSave.userErrors.length > 0) throw new Error(JSON.stringify(freightTemplateSave.userErrors));
}

const renameTemplate = (shop: Shop, _orderId: string, { code }: Record<string, unknown>) => saveTemplate(shop, { ...newTemplate(), code, name: 'Renamed' });

export const catalogAnswers: Readonly<Record<string, string>> = {
  ExchangeRatePayload: 'exchangeRate { currency baseCurrency rate validFrom }',
  FreightTemplatePayload: 'template { code name currency unit rules { regions firstFee { amount } } }',
  ProductPayload: 'productIds',
};

/** Each rate begins a second later than the one before, so that none replaces another. */
let rates = 0;

export const catalogCases: Readonly<Record<string, MutationCase>> = {
  exchangeRateSave: {
    as: 'platform', adds: { exchange_rates: 1 },
    prepare: async () => ({ currency: 'USD', rate: '0.7851', validFrom: new Date(Date.UTC(2100, 0, 1) + (rates += 1) * 1000).toISOString() }),
    moveOn: ({ platform }, _orderId, { validFrom }) => platform.ask('mutation CaseRate($input: ExchangeRateSaveInput!) { exchangeRateSave(input: $input) { userErrors { message } } }', { input: { currency: 'USD', rate: '0.9', validFrom } }),
  },
  freightTemplateAssign: {
    as: 'platform', adds: { product_freight: 1 },
    prepare: async (_app, shop) => {
      const template = newTemplate();
      await saveTemplate(shop, template);
      return { code: template.code, productCodes: [shop.sku] };
    },
    moveOn: renameTemplate,
  },
  freightTemplateSave: { as: 'platform', adds: { freight_templates: 1 }, prepare: async () => newTemplate(), moveOn: renameTemplate },
  productSave: {
    as: 'platform', adds: { products: 1, skus: 2, sku_prices: 3, sku_components: 1 },
    prepare: async (_app, { sku, storeCode }) => {
      const code = `P-${unique()}`;
      const prices = [{ currency: 'GBP', listPrice: '12.50', unitCost: '6.00' }, { currency: 'GBP', listPrice: '11.00', storeCode, minimumQuantity: 10 }];
      return { products: [{ code, name: 'Scarf', skus: [{ code, prices }, { code: `${code}-SET`, prices: [{ currency: 'GBP', listPrice: '20.00' }], components: [{ sku, quantity: 2 }] }] }] };
    },
  },
};
