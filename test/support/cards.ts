import { randomUUID } from 'node:crypto';
import { createSandboxClient } from '../../src/payments/sandbox/sandbox-client.ts';
import type { SandboxFault } from '../../src/payments/sandbox/sandbox-protocol.ts';
import { systemClock } from '../../src/platform/time.ts';
import type { App, Person } from './app.ts';
import type { Payload } from './order-desk.ts';
import { openShop, type Shop } from './seeds.ts';

/** A company with an agent who sells for it, and a clerk and a manager who do not. */
export interface Company extends Shop {
  readonly agent: Person;
}

export async function openCompany(app: App, currency = 'GBP'): Promise<Company> {
  const shop = await openShop(app, currency);
  const tag = randomUUID().slice(0, 8);
  const { storeCreate } = await shop.platform.ask('mutation CompanyCreate($input: StoreCreateInput!) { storeCreate(input: $input) { store { id code kind } userErrors { message } } }', {
    input: { code: `C-${tag}`, name: `Company ${tag}`, currency, kind: 'COMPANY' },
  });
  const { id: storeId, code: storeCode } = storeCreate.store;
  const agent = await app.person('STAFF', `agent-${tag}`, 'Qi Wang');
  for (const [person, role] of [[agent, 'AGENT'], [shop.clerk, 'CLERK'], [shop.manager, 'MANAGER']] as const) {
    await shop.platform.ask('mutation CompanyMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }', {
      input: { storeId, subject: person.subject, name: person.subject, email: `${person.subject}@example.org`, role },
    });
  }
  return { ...shop, storeId, storeCode, agent };
}

const place = 'mutation CompanyOrder($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id number version status kind payDeadline } userErrors { __typename code path ... on ProductsUnavailable { skus } } } }';

export const placeForCompany = async (person: Person, { storeId, sku }: Pick<Company, 'storeId' | 'sku'>, extra: Record<string, unknown> = {}): Promise<Payload> =>
  (await person.ask(place, { input: { storeId, lines: [{ sku, quantity: 1 }], ...extra } })).orderPlaceInStore;

/** Puts a card into a terminal; gives the id of the transaction. */
export async function swipe(app: App, transaction: Record<string, unknown>): Promise<string> {
  const response = await fetch(`${app.server.url}/sandbox/terminals/transactions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ currency: 'GBP', amount: 1000, ...transaction }) });
  const { id, ...rest } = (await response.json()) as { id?: string };
  if (!id) throw new Error(`The terminal says ${JSON.stringify(rest)}`);
  return id;
}

/** Lets something go wrong at the sandbox, for the transaction or the charge of this number. */
export async function breakSandbox(app: App, fault: SandboxFault, number: string, times = 1): Promise<void> {
  const call = createSandboxClient({ baseUrl: () => app.server.url, secret: 'a secret of the test gateway', timeoutMs: 5000, clock: systemClock });
  const reply = await call('POST', '/sandbox/control', { fault, number, times });
  if (reply.kind !== 'answer' || reply.status !== 200) throw new Error(`The sandbox says ${JSON.stringify(reply)}`);
}
