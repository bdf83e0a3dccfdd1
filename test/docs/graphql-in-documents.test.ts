import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect } from 'vitest';
import type { Role } from '../../src/identity/caller.ts';
import { fillWithDemoData } from '../../src/demo/demo-data.ts';
import { startApp, test as base, type App, type Person } from '../support/app.ts';
import { changeCart } from '../support/carts.ts';
import { documents, type Block } from '../support/documents.ts';

/** Whose tokens "npm start" prints, and a system besides. */
const subjects: Readonly<Record<Role, string>> = { SHOPPER: 'shopper-1', STAFF: 'clerk-1', PLATFORM: 'platform-1', SERVICE: 'service-1' };

const contact = { name: 'Lin Yue', phone: '13900000001', address: { street: 'Jianshe Road 12' } };

/** An installation as it is after the first start, with the people of the documents. */
class Demo {
  readonly app: App;

  constructor(app: App) {
    this.app = app;
  }

  person(role: Role): Promise<Person> {
    return this.app.person(role, subjects[role]);
  }

  async storeId(): Promise<string> {
    return (await (await this.person('STAFF')).ask(/* GraphQL */ `query DocumentsStore { myStores { id } }`)).myStores[0].id;
  }

  async customerId(): Promise<string> {
    return (await (await this.person('SHOPPER')).ask(/* GraphQL */ `query DocumentsCustomer { me { id } }`)).me.id;
  }

  async placeOrder(): Promise<string> {
    const input = { deliveryType: 'FLASH', storeId: await this.storeId(), contact, lines: [{ sku: 'TEA-GREEN-100', quantity: 1 }] };
    const shopper = await this.person('SHOPPER');
    return (await shopper.ask(/* GraphQL */ `mutation DocumentsOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } } }`, { input })).orderPlace.order.id;
  }

  async fillCart(role: 'SHOPPER' | 'STAFF'): Promise<string> {
    const lines = [{ sku: 'POT-CLAY', quantity: 2 }, { sku: 'MUG-BLUE', quantity: 3 }];
    return (await changeCart(await this.person(role), 'cartCreate', { storeId: await this.storeId(), lines })).id;
  }

  /** A sale at the till that is paid and done. */
  async sell(): Promise<string> {
    const clerk = await this.person('STAFF');
    const input = { storeId: await this.storeId(), lines: [{ sku: 'POT-CLAY', quantity: 2 }, { sku: 'MUG-BLUE', quantity: 3 }] };
    const { orderPlaceInStore } = await clerk.ask(/* GraphQL */ `mutation DocumentsSale($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }`, { input });
    const { id } = orderPlaceInStore.order;
    await clerk.ask(/* GraphQL */ `mutation DocumentsDone($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } orderComplete(input: { orderId: $id }) { userErrors { code } } }`, { id });
    return id;
  }

  async addressId(): Promise<string> {
    return (await (await this.person('SHOPPER')).ask(/* GraphQL */ `query DocumentsAddress { myAddresses { id } }`)).myAddresses[0].id;
  }

  /** What stands for a value that the reader takes from an earlier answer. */
  async fill(json: string): Promise<Record<string, unknown>> {
    const values = {
      '<id of the cart>': () => this.fillCart('SHOPPER'), '<id of the basket>': () => this.fillCart('STAFF'), '<id of the address>': () => this.addressId(),
      '<id of the store>': () => this.storeId(), '<id of the order>': () => this.placeOrder(), '<id of the customer>': () => this.customerId(), '<id of the sale>': () => this.sell(),
    };
    let text = json;
    for (const [placeholder, value] of Object.entries(values)) if (text.includes(placeholder)) text = text.replaceAll(placeholder, await value());
    expect(text, 'a placeholder that no test knows').not.toMatch(/<[a-z ]+>/);
    return JSON.parse(text) as Record<string, unknown>;
  }
}

const test = base.extend<{ demo: Demo }>({
  demo: [
    async ({}, use) => {
      const app = await startApp({ env: { DEFAULT_CURRENCY: 'CNY' } });
      await fillWithDemoData(app.server.services);
      await use(new Demo(app));
      await app.stop();
    },
    { scope: 'file' },
  ],
});

interface Example {
  readonly title: string;
  readonly block: Block;
  readonly variables: string;
}

const examples: Example[] = documents.flatMap(({ path, blocks }) => blocks.flatMap((block, index) => {
  if (block.language !== 'graphql') return [];
  const next = blocks[index + 1];
  return [{ title: `${path}:${block.line}`, block, variables: next?.language === 'json' && next.info === 'variables' ? next.content : '{}' }];
}));

const roleOf = ({ info }: Block): Role => {
  const role = /^role=(\w+)$/.exec(info)?.[1];
  if (!role || !(role in subjects)) throw new Error(`"${info}" names no role; write \`\`\`graphql role=STAFF`);
  return role as Role;
};

const operationOf = ({ content }: Block): OperationDefinitionNode =>
  parse(content).definitions.find((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)!;

/** Refusals are data: an example that is refused has data and no errors all the same. */
function expectCarriedOut(data: Record<string, { userErrors?: unknown[] } | null>): void {
  expect(Object.values(data)).not.toContain(null);
  for (const value of Object.values(data)) if (value?.userErrors) expect(value.userErrors).toEqual([]);
}

describe('every GraphQL document in the documentation works on a first start', () => {
  test.for(examples.filter(({ block }) => operationOf(block).operation !== 'subscription'))('$title', async ({ block, variables }, { demo }) => {
    const person = await demo.person(roleOf(block));
    expectCarriedOut(await person.ask(block.content, await demo.fill(variables)));
  });

  test.for(examples.filter(({ block }) => operationOf(block).operation === 'subscription'))('$title', async ({ block, variables }, { demo }) => {
    const person = await demo.person(roleOf(block));
    const { feed } = demo.app.server.services;
    const before = feed.followers;
    const events = person.subscribe(block.content, await demo.fill(variables));
    const first = events.next();
    await expect.poll(() => feed.followers).toBe(before + 1);
    await demo.placeOrder();
    const { value } = await first;
    expect(value.errors).toBeUndefined();
    expectCarriedOut(value.data);
    expect(Object.values(value.data as Record<string, { order: unknown }>)[0]!.order).not.toBeNull();
    await events.return?.();
  });

  test('there are such documents, also for subscriptions', () => {
    expect(examples.length).toBeGreaterThan(5);
    expect(examples.some(({ block }) => operationOf(block).operation === 'subscription')).toBe(true);
  });
});
