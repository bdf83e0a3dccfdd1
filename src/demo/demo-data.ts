import { createCart } from '../carts/create-cart.ts';
import { createContext, type Context, type Services } from '../context.ts';
import { saveProducts } from '../catalog/save-products.ts';
import { adjustLedger } from '../customers/adjust-ledger.ts';
import { saveAddress } from '../customers/save-address.ts';
import { saveCustomers } from '../customers/save-customers.ts';
import { saveTier } from '../customers/save-tier.ts';
import { assignTemplate, saveTemplate } from '../freight/save-template.ts';
import type { Caller, Role } from '../identity/caller.ts';
import { signToken, type TokenSettings } from '../identity/tokens.ts';
import { completeOrder } from '../orders/steps/complete-order.ts';
import { placeOrder, placeOrderInStore } from '../orders/placing/place-order.ts';
import { takeCash } from '../orders/paying/take-cash.ts';
import type { Answer } from '../platform/commands.ts';
import { personIdOf, toGlobalId } from '../platform/ids.ts';
import { createStore } from '../stores/save-store.ts';
import { saveMember } from '../stores/keep-members.ts';
import type { StoreRow } from '../stores/store.tables.ts';
import { demoAddress, demoCustomers, demoFreight, demoPoints, demoProducts, demoStaff, demoStores, demoTiers } from './demo-catalogue.ts';

const tokenDays = 30;
/** The demo order that is made, and completed, last. */
const lastDemoUid = 'demo-till';

const callerFor = (role: Role, subject: string, name: string): Caller => ({ role, subject, personId: personIdOf(subject), name, expiresAt: Number.MAX_SAFE_INTEGER });

const as = (services: Services, role: Role, subject: string, name: string): Context => createContext(services, callerFor(role, subject, name), 'demo');

/** Demo data goes the same way as everybody's: through the commands, with their keys, so that a crash half-way is made up for. */
function done<T>(answer: Answer<T>): T {
  if (answer.value === null || answer.refusals.length > 0) throw new Error(`Demo data were refused: ${answer.refusals.map(({ message }) => message).join(' ')}`);
  return answer.value;
}

/** Fills an installation with stores, staff, goods with their freight, shoppers with their tiers and points, and a few orders; once, however often it is called. */
export async function fillWithDemoData(services: Services): Promise<void> {
  const platform = as(services, 'PLATFORM', 'platform-1', 'Back office');
  const key = (name: string) => ({ idempotencyKey: `demo-${name}` });
  const clerkId = personIdOf('clerk-1');
  const [finished] = await services.db`select 1 from orders where clerk_id = ${clerkId} and uid = ${lastDemoUid} and fulfilment = 'CONFIRMED'`;
  if (finished) return;
  done(await saveProducts(platform, { ...key('products'), products: demoProducts }));
  done(await saveTemplate(platform, { ...key('freight'), ...demoFreight }));
  done(await assignTemplate(platform, { ...key('freight-products'), code: demoFreight.code, productCodes: demoProducts.map(({ code }) => code) }));
  await welcomeShoppers(services, platform);
  const stores: StoreRow[] = [];
  for (const store of demoStores) stores.push(done(await createStore(platform, { ...key(`store-${store.code}`), ...store })));
  for (const { store, ...member } of demoStaff) {
    const { id } = stores.find(({ code }) => code === store)!;
    done(await saveMember(platform, { ...key(`member-${member.subject}`), storeId: toGlobalId('store', id), ...member }));
  }
  await placeDemoOrders(services, stores[0]!);
}

async function welcomeShoppers(services: Services, platform: Context): Promise<void> {
  for (const tier of demoTiers) done(await saveTier(platform, { idempotencyKey: `demo-tier-${tier.code}`, ...tier }));
  const ids = done(await saveCustomers(platform, { idempotencyKey: 'demo-customers', customers: demoCustomers }));
  done(await adjustLedger(platform, { idempotencyKey: 'demo-points', customerId: toGlobalId('customer', ids[0]!), points: demoPoints, reason: 'Welcome' }));
  done(await saveAddress(as(services, 'SHOPPER', 'shopper-1', 'Lin Yue'), { idempotencyKey: 'demo-address', ...demoAddress }));
}

async function placeDemoOrders(services: Services, store: StoreRow): Promise<void> {
  const shopper = as(services, 'SHOPPER', 'shopper-1', 'Lin Yue');
  const clerk = as(services, 'STAFF', 'clerk-1', 'Mei Chen');
  const storeId = toGlobalId('store', store.id);
  const contact = { name: 'Lin Yue', phone: '13900000001', address: { province: 'Guangdong', city: 'Guangzhou', street: 'Jianshe Road 12', detail: 'Floor 6' } };
  done(await placeOrder(shopper, { idempotencyKey: 'demo-flash', deliveryType: 'FLASH', storeId, contact, lines: [{ sku: 'TEA-GREEN-100', quantity: 2 }] }));
  done(await placeOrder(shopper, { idempotencyKey: 'demo-pick', deliveryType: 'SELF_PICK', storeId, contact, lines: [{ sku: 'MUG-BLUE', quantity: 1 }, { sku: 'TEA-BLACK-100', quantity: 1 }] }));
  done(await createCart(shopper, { idempotencyKey: 'demo-cart', storeId, lines: [{ sku: 'POT-CLAY', quantity: 2 }, { sku: 'MUG-BLUE', quantity: 3 }] }));
  const sold = done(await placeOrderInStore(clerk, { idempotencyKey: 'demo-till', uid: lastDemoUid, storeId, lines: [{ sku: 'MUG-WHITE', quantity: 4 }] }));
  const orderId = toGlobalId('order', sold.id);
  done(await takeCash(clerk, { idempotencyKey: 'demo-cash', orderId, tendered: '200.00' }));
  done(await completeOrder(clerk, { idempotencyKey: 'demo-complete', orderId }));
}

/** Tokens to paste, for a shopper, a clerk and the platform. */
export async function demoTokens(settings: TokenSettings): Promise<{ readonly label: string; readonly token: string }[]> {
  const people = [['SHOPPER', 'shopper-1', 'Lin Yue'], ['STAFF', 'clerk-1', 'Mei Chen'], ['PLATFORM', 'platform-1', 'Back office']] as const;
  return Promise.all(people.map(async ([role, subject, name]) => ({
    label: `${role} ${name} (${subject}), good for ${tokenDays} days:`,
    token: await signToken(settings, { role, subject, name, lifetimeSeconds: tokenDays * 86_400 }),
  })));
}
