import type { GraphQLField } from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import type { Role } from '../../src/identity/caller.ts';
import { transports, type Transport } from '../hardening/transports.ts';
import { askAnonymously, test as base, type Answer, type App, type Person } from '../support/app.ts';
import type { Case } from './case-parts.ts';
import { cases } from './cases.ts';
import { allRoles, buildWorld, type Objects, type World } from './world.ts';

const test = base.extend<{ world: World }>({ world: [async ({ app }, use) => use(await buildWorld(app)), { scope: 'file' }] });

interface Operation {
  readonly name: string;
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
}

const operations: Operation[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
  Object.values(type!.getFields()).map((field) => ({ name: `${type!.name}.${field.name}`, type: type!.name, field })));

const accessOf = ({ field }: Operation): readonly Role[] => field.extensions['access'] as readonly Role[];

const caseOf = ({ name }: Operation): Case => {
  const found = cases[name];
  if (!found) throw new Error(`${name} has no case in test/access/cases.ts: say how it is called, and on what.`);
  return found;
};

const transportsOf = ({ type }: Operation): Transport[] => (type === 'Subscription' ? ['WebSocket'] : ['HTTP', 'WebSocket']);

const personOf = ({ people, own }: World, one: Case, role: Role): Person => people[(role === 'STAFF' && one.as?.(own, role)) || role];

const codesOf = ({ errors }: Answer): string[] => (errors ?? []).map(({ extensions }) => extensions.code);

/** An answer without the names that the question held: what is left must not tell a foreign object from none. */
function withoutEchoes(answer: Answer, variables: Readonly<Record<string, unknown>>): unknown {
  const named = [...JSON.stringify(variables).matchAll(/"((?:order|store|customer|address|cart|service)_\w+|\d{20})"/g)].map(([, text]) => text!);
  return JSON.parse(named.reduce((text, name) => text.replaceAll(name, '(named)'), JSON.stringify(answer)));
}

/** What an allowed call looks like: data, and no refusal. */
function expectServed(operation: Operation, answer: Answer): void {
  expect(answer.errors).toBeUndefined();
  const value = answer.data[operation.field.name];
  expect(value).not.toBeNull();
  if (operation.type === 'Mutation') expect(value.userErrors).toEqual([]);
  for (const verdict of value.verdicts ?? []) expect(verdict).toMatchObject({ outcome: expect.not.stringMatching('REFUSED'), userErrors: [] });
}

async function ask(operation: Operation, world: World, role: Role, objects: Objects, transport: Transport) {
  const one = caseOf(operation);
  const variables = { ...one.variables(objects, role) };
  return { variables, answer: await transports[transport](personOf(world, one, role), one.document, variables) };
}

const served: Readonly<Record<string, readonly string[]>> = {
  // The platform confirms by itself here; a paid FLASH order is not for it to confirm. The refusal shows that the order was found.
  'Mutation.orderConfirm': ['TRANSITION_NOT_ALLOWED'],
  // No gateway has refused anything here.
  'Mutation.customerServiceRetryRefund': ['NO_REFUSED_REFUND'],
  'Mutation.customerServicePayOutOtherwise': ['NO_REFUSED_REFUND'],
  'Mutation.orderPayRefundOtherwise': ['NO_REFUSED_REFUND'],
};

describe('who may call', () => {
  test('every operation declares it, says so in its description, and is walked', () => {
    for (const operation of operations) {
      const access = accessOf(operation);
      expect(access, operation.name).toBeInstanceOf(Array);
      expect(access.length, operation.name).toBeGreaterThan(0);
      expect(allRoles, operation.name).toEqual(expect.arrayContaining([...access]));
      expect(operation.field.description, operation.name).toMatch(new RegExp(`\\S\\n\\nFor ${access.join(', ')}\\.$`));
    }
    expect(Object.keys(cases).toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  });

  describe.each(operations)('$name', (operation) => {
    test('nobody without a token', async ({ app, world }) => {
      if (operation.type === 'Subscription') return await expectSocketRefused(app);
      const { document, variables } = caseOf(operation);
      for (const objects of [world.own, world.foreign, world.absent]) {
        const answer = await askAnonymously(app, document, { ...variables(objects, 'SHOPPER') });
        expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
        expect(answer.data?.[operation.field.name] ?? null).toBeNull();
      }
    });

    for (const role of allRoles) {
      if (accessOf(operation).includes(role)) describeAllowed(operation, role);
      else describeRefused(operation, role);
    }
  });
});

function describeAllowed(operation: Operation, role: Role): void {
  test(`${role} on what is theirs`, async ({ world }) => {
    for (const transport of transportsOf(operation)) {
      const { answer } = await ask(operation, world, role, world.own, transport);
      const refused = served[operation.name];
      if (refused) expect(answer.data[operation.field.name].userErrors.map(({ code }: { code: string }) => code), transport).toEqual(refused);
      else expectServed(operation, answer);
    }
  });

  const one = cases[operation.name];
  if (one?.names !== 'object' || one.sharedWith?.includes(role)) return;
  test(`${role} cannot tell what is foreign from what does not exist`, async ({ world }) => {
    for (const transport of transportsOf(operation)) {
      const foreign = await ask(operation, world, role, world.foreign, transport);
      const absent = await ask(operation, world, role, world.absent, transport);
      expect(withoutEchoes(foreign.answer, foreign.variables), transport).toEqual(withoutEchoes(absent.answer, absent.variables));
      expect(JSON.stringify(foreign.answer), transport).not.toContain(world.foreign.shop.shopper.subject);
    }
  });
}

function describeRefused(operation: Operation, role: Role): void {
  test(`not ${role}, on no object`, async ({ world }) => {
    for (const transport of transportsOf(operation)) {
      for (const objects of [world.own, world.foreign, world.absent]) {
        const { answer } = await ask(operation, world, role, objects, transport);
        expect(codesOf(answer), transport).toEqual(['FORBIDDEN']);
        expect(answer.data?.[operation.field.name] ?? null, transport).toBeNull();
        // Decided before any object was looked at.
        expect(answer.errors![0]!.message, transport).toContain(accessOf(operation).join(', '));
      }
    }
  });
}

async function expectSocketRefused(app: App): Promise<void> {
  const nobody = await app.person('SHOPPER', 'nobody', 'nobody', -60);
  const answers = nobody.subscribe('subscription Walk_nobody { myOrders { cursor } }');
  await expect(answers.next()).rejects.toMatchObject({ code: 4403 });
}
