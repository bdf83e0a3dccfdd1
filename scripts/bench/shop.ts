import { pino } from 'pino';
import { startServer, type RunningServer } from '../../src/app/server.ts';
import { readConfig } from '../../src/config.ts';
import type { Role } from '../../src/identity/caller.ts';
import { signToken, type TokenSettings } from '../../src/identity/tokens.ts';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { itemsPerOrder } from './options.ts';

export const tokens: TokenSettings = { secret: 'a secret that only the bench knows', roleClaim: 'role' };
export const clerk = { role: 'STAFF', subject: 'bench-clerk', name: 'Ines Weber' } as const;
export const currency = 'GBP';
const sandboxSecret = 'a secret of the test gateway';
const products = 40;

export const tokenOf = (role: Role, subject: string, name: string): Promise<string> => signToken(tokens, { role, subject, name, lifetimeSeconds: 24 * 3600 });

/** A store with one order of each sort that its board shows; the rows' UUIDs. */
export interface SeededStore {
  readonly id: string;
  readonly samples: readonly string[];
}

interface Answer {
  readonly data?: Readonly<Record<string, Payload>>;
  readonly errors?: readonly unknown[];
}
interface Payload {
  readonly userErrors: readonly unknown[];
  readonly [key: string]: unknown;
}

type Ask = (query: string, input: object) => Promise<Payload>;

function asking(url: string, token: string): Ask {
  return async (query, input) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors } = (await response.json()) as Answer;
    const payload = data && Object.values(data)[0];
    if (errors || !payload || payload.userErrors.length > 0) throw new Error(`Refused: ${JSON.stringify(errors ?? payload)} in ${query}`);
    return payload;
  };
}

const storeCreate = 'mutation ($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } userErrors { message } } }';
const memberSave = 'mutation ($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }';
const productSave = 'mutation ($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }';
const orderPlace = 'mutation ($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } userErrors { message } } }';
const placeInStore = 'mutation ($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { message } } }';
const startPayment = 'mutation ($input: OrderStartPaymentInput!) { orderStartPayment(input: $input) { payment { clientParameters { value } } userErrors { message } } }';

const idOf = (payload: Payload, field: 'store' | 'order'): string => (payload[field] as { id: string }).id;

/** The codes of the SKUs of the nth order, `itemsPerOrder` of them. */
export const skusOf = (n: number): string[] => Array.from({ length: itemsPerOrder }, (_, index) => `BENCH-${(n * itemsPerOrder + index) % products}`);

const catalogue = Array.from({ length: products }, (_, n) => ({
  code: `BENCH-${n}`, name: `Hand-glazed bowl no. ${n}`,
  skus: [{ code: `BENCH-${n}`, specification: n % 2 ? 'blue, 18 cm' : 'sand, 22 cm', weightGrams: 420 + n, prices: [{ currency, listPrice: `${12 + n}.50`, salePrice: `${11 + n}.90` }] }],
}));

const contact = { name: 'Rosa Klein', phone: '01700000001', address: { country: 'GB', city: 'Leeds', street: 'Mill Lane 4', zip: 'LS1 1AA' } };

const linesOf = (n: number, count: number) => skusOf(n).slice(0, count).map((sku, index) => ({ sku, quantity: index + 1 }));

/** Opens stores through the API; a few orders of each, made and paid as people do, are the pattern for the many. */
export class ShopBuilder {
  readonly #server: RunningServer;
  readonly #platform: Ask;
  readonly #clerk: Ask;
  readonly #shopper: Ask;

  private constructor(server: RunningServer, [platform, clerkToken, shopper]: readonly string[]) {
    this.#server = server;
    this.#platform = asking(server.url, platform!);
    this.#clerk = asking(server.url, clerkToken!);
    this.#shopper = asking(server.url, shopper!);
  }

  static async start(databaseUrl: string): Promise<ShopBuilder> {
    const config = readConfig({ HOST: '127.0.0.1', PORT: '0', DATABASE_URL: databaseUrl, JWT_SECRET: tokens.secret, SANDBOX_PAYMENTS: 'true', DEFAULT_CURRENCY: currency });
    const server = await startServer({ config, databaseUrl, tokens, sandboxSecret, log: pino({ level: 'silent' }), version: 'bench' });
    const people = await Promise.all([tokenOf('PLATFORM', 'bench-platform', 'Back office'), tokenOf(clerk.role, clerk.subject, clerk.name), tokenOf('SHOPPER', 'bench-shopper', 'Rosa Klein')]);
    const builder = new ShopBuilder(server, people);
    await builder.#platform(productSave, { products: catalogue });
    return builder;
  }

  /** `till` and `delivered`: how many sample orders are placed at the till, and how many by FLASH and paid; `lines`: how many each has. */
  async openStore(code: string, { till, delivered, lines = itemsPerOrder }: { readonly till: number; readonly delivered: number; readonly lines?: number }): Promise<SeededStore> {
    const storeId = idOf(await this.#platform(storeCreate, { code, name: `Bench store ${code}`, currency }), 'store');
    await this.#platform(memberSave, { storeId, subject: clerk.subject, name: clerk.name, role: 'MANAGER' });
    const samples: string[] = [];
    for (let n = 0; n < till; n += 1) samples.push(idOf(await this.#clerk(placeInStore, { storeId, lines: linesOf(n, lines) }), 'order'));
    for (let n = 0; n < delivered; n += 1) samples.push(await this.#paidOrder(storeId, linesOf(n + till, lines)));
    return { id: fromGlobalId('store', storeId)!, samples: samples.map((id) => fromGlobalId('order', id)!) };
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  async #paidOrder(storeId: string, lines: readonly object[]): Promise<string> {
    const orderId = idOf(await this.#shopper(orderPlace, { deliveryType: 'FLASH', storeId, contact, remark: 'Please ring twice', lines }), 'order');
    const { payment } = (await this.#shopper(startPayment, { orderId, tender: 'SANDBOX' })) as unknown as { payment: { clientParameters: { value: string }[] } };
    const response = await fetch(payment.clientParameters[0]!.value, { method: 'POST' });
    const paid = (await response.json()) as { state: string; delivered: boolean };
    if (paid.state !== 'PAID' || !paid.delivered) throw new Error(`The test gateway says ${JSON.stringify(paid)}`);
    return orderId;
  }
}
