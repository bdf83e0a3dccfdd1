import type { Article } from './catalogue.rules.ts';
import { toDecimalText } from './exact-money.rules.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { subjectOf } from './order-plan.rules.ts';

/** The shop, its goods or its shoppers cannot be set up; the message says why. */
export class ShopError extends Error {}

interface Refusals {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}
interface Store {
  readonly id: string;
  readonly code: string;
  readonly currency: string;
}

const stores = /* GraphQL */ `
  query ReplayStores($after: String) { stores(first: 100, after: $after) { edges { node { id code currency } } pageInfo { hasNextPage endCursor } } }`;
const storeCreate = /* GraphQL */ `
  mutation ReplayStoreCreate($input: StoreCreateInput!) { storeCreate(input: $input) { store { id code currency } userErrors { code message } } }`;
const productSave = /* GraphQL */ `
  mutation ReplayProductSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code message } } }`;
const customerSave = /* GraphQL */ `
  mutation ReplayCustomerSave($input: CustomerSaveInput!) { customerSave(input: $input) { userErrors { code message } } }`;

export const currency = 'GBP';
const atOnce = 500;

interface StorePage {
  readonly stores: { readonly edges: readonly { readonly node: Store }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

async function findStore(client: GraphqlClient, code: string): Promise<Store | null> {
  for (let after: string | null = null; ; ) {
    const { stores: page }: StorePage = await client.ask<StorePage>(stores, { after });
    const found = page.edges.find(({ node }) => node.code === code);
    if (found) return found.node;
    if (!page.pageInfo.hasNextPage) return null;
    after = page.pageInfo.endCursor;
  }
}

/** Finds the store by its code, or opens it; gives its id. */
export async function openStore(client: GraphqlClient, code: string): Promise<string> {
  let store = await findStore(client, code);
  if (!store) {
    const input = { code, name: `Online Retail (${code})`, currency, acceptingOrders: false };
    const { storeCreate: created } = await client.ask<{ storeCreate: Refusals & { store: Store | null } }>(storeCreate, { input });
    const [refusal] = created.userErrors;
    if (refusal && refusal.code !== 'DUPLICATE_CODE') throw new ShopError(`The store ${code} cannot be opened: ${refusal.message}`);
    // Somebody else, or a lost answer of our own, has opened it since we looked.
    store = created.store ?? (await findStore(client, code));
  }
  if (!store) throw new ShopError(`There is no store ${code}, and none can be opened.`);
  if (store.currency !== currency) throw new ShopError(`The store ${code} sells in ${store.currency}, but the file is in ${currency}; name another with --store.`);
  return store.id;
}

const portions = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));

const check = (what: string, { userErrors: [refusal] }: Refusals): void => {
  if (refusal) throw new ShopError(`${what} cannot be saved: ${refusal.message}`);
};

/** Makes one product with one SKU for each article, or brings it up to date. */
export async function saveArticles(client: GraphqlClient, articles: readonly Article[]): Promise<void> {
  for (const portion of portions(articles)) {
    const products = portion.map(({ code, name, listPrice }) => ({ code, name, skus: [{ code, prices: [{ currency, listPrice: toDecimalText(listPrice) }] }] }));
    check('Products', (await client.ask<{ productSave: Refusals }>(productSave, { input: { products } })).productSave);
  }
}

const longestCountry = 60;

/** Makes a profile for each customer; the file knows only their numbers and countries. */
export async function saveShoppers(client: GraphqlClient, countryByCustomer: ReadonlyMap<string, string>): Promise<void> {
  for (const portion of portions([...countryByCustomer])) {
    const customers = portion.map(([id, country]) => ({ subject: subjectOf(id), name: `Customer ${id}`, ...(country && { country: country.slice(0, longestCountry) }) }));
    check('Shoppers', (await client.ask<{ customerSave: Refusals }>(customerSave, { input: { customers } })).customerSave);
  }
}
