import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { personIdOf } from '../../src/platform/ids.ts';
import { test, type App, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';

const save = /* GraphQL */ `mutation MemberSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds dryRun userErrors { code path message } } }`;

interface Profile {
  readonly subject: string;
  readonly memberNumber?: string | null;
  readonly brandCode?: string | null;
}

const platformOf = (app: App): Promise<Person> => app.person('PLATFORM', 'member-numbers');
const keep = async (platform: Person, customers: readonly Profile[], more: Record<string, unknown> = {}) =>
  (await platform.ask(save, { input: { customers: customers.map((profile) => ({ name: 'Ada', ...profile })), ...more } })).customerSave;
const someone = (): string => `member-${randomUUID()}`;
const number = (): string => `M-${randomUUID()}`;
const taken = (index = 0, field = 'memberNumber') => [{ code: 'DUPLICATE_MEMBER_NUMBER', path: ['customers', String(index), field] }];

const holders = async (app: App, memberNumber: string): Promise<string[]> =>
  (await dbOf(app)<{ subject: string }[]>`select subject from customers where member_number = ${memberNumber} order by subject`).map(({ subject }) => subject);

describe('a member number', () => {
  test('is one customer’s within a brand: another is refused it, and all that was saved with them', async ({ app }) => {
    const [platform, first, second, third, no] = [await platformOf(app), someone(), someone(), someone(), number()];
    expect((await keep(platform, [{ subject: first, memberNumber: no, brandCode: 'EA' }])).userErrors).toEqual([]);
    const refused = await keep(platform, [{ subject: third }, { subject: second, memberNumber: no, brandCode: 'EA' }]);
    expect(refused).toMatchObject({ customerIds: [], userErrors: taken(1) });
    expect(refused.userErrors[0].message).toContain(no);
    expect(await keep(platform, [{ subject: second, memberNumber: no, brandCode: 'EA' }], { dryRun: true })).toMatchObject({ dryRun: true, userErrors: taken() });
    expect(await holders(app, no)).toEqual([first]);
    expect([...(await dbOf(app)`select 1 from customers where subject in ${dbOf(app)([second, third])}`)]).toEqual([]);
  });

  test('may stand once in each brand, and once without one', async ({ app }) => {
    const [platform, no] = [await platformOf(app), number()];
    for (const brandCode of ['EA', 'TW', null]) expect((await keep(platform, [{ subject: someone(), memberNumber: no, brandCode }])).userErrors).toEqual([]);
    for (const brandCode of ['EA', null]) expect((await keep(platform, [{ subject: someone(), memberNumber: no, brandCode }])).userErrors).toMatchObject(taken());
    const other = someone();
    await keep(platform, [{ subject: other, memberNumber: no, brandCode: 'XX' }]);
    expect((await keep(platform, [{ subject: other, brandCode: 'TW' }])).userErrors).toMatchObject(taken(0, 'brandCode'));
  });

  test('stays its holder’s when they are saved again, with it or without', async ({ app }) => {
    const [platform, subject, no] = [await platformOf(app), someone(), number()];
    for (const profile of [{ memberNumber: no }, { memberNumber: no }, {}]) expect((await keep(platform, [{ subject, ...profile }])).userErrors).toEqual([]);
    expect((await keep(platform, [{ subject: someone(), memberNumber: no }])).userErrors).toMatchObject(taken());
  });

  test('given twice in one command is refused at both', async ({ app }) => {
    const [platform, no] = [await platformOf(app), number()];
    const { userErrors } = await keep(platform, [{ subject: someone(), memberNumber: no }, { subject: someone(), memberNumber: no }]);
    expect(userErrors).toMatchObject([...taken(0), ...taken(1)]);
    expect(await holders(app, no)).toEqual([]);
  });

  test('that was given up is free, and passes on or changes hands within one command', async ({ app }) => {
    const [platform, first, second, one, two] = [await platformOf(app), someone(), someone(), number(), number()];
    await keep(platform, [{ subject: first, memberNumber: one }, { subject: second, memberNumber: two }]);
    expect((await keep(platform, [{ subject: first, memberNumber: two }, { subject: second, memberNumber: one }])).userErrors).toEqual([]);
    expect([await holders(app, one), await holders(app, two)]).toEqual([[second], [first]]);
    const third = someone();
    expect((await keep(platform, [{ subject: third, memberNumber: one }, { subject: second, memberNumber: null }])).userErrors).toEqual([]);
    expect((await keep(platform, [{ subject: third, memberNumber: null }])).userErrors).toEqual([]);
    expect((await keep(platform, [{ subject: second, memberNumber: one }])).userErrors).toEqual([]);
    expect(await holders(app, one)).toEqual([second]);
  });

  test('that many want at once is one’s; the others are refused, and nothing fails', async ({ app }) => {
    const platform = await platformOf(app);
    for (let round = 0; round < 5; round += 1) {
      const numbers = [number(), number()];
      const answers = await Promise.all(Array.from({ length: 16 }, (_, index) => {
        const rows = numbers.map((memberNumber) => ({ subject: someone(), memberNumber }));
        return keep(platform, index % 2 ? rows : rows.toReversed(), { dryRun: index % 4 === 3 });
      }));
      const done = answers.filter(({ userErrors, dryRun }) => userErrors.length === 0 && !dryRun);
      expect(done).toHaveLength(1);
      for (const { userErrors } of answers) for (const { code } of userErrors) expect(code).toBe('DUPLICATE_MEMBER_NUMBER');
      for (const memberNumber of numbers) expect(await holders(app, memberNumber)).toHaveLength(1);
    }
  });
});

test('member numbers that change hands in many commands at once stay one customer’s each', async ({ app }) => {
  const platform = await platformOf(app);
  const [subjects, numbers] = [Array.from({ length: 6 }, someone), Array.from({ length: 6 }, number)];
  await keep(platform, subjects.map((subject, index) => ({ subject, memberNumber: numbers[index]! })));
  const exchanges = Array.from({ length: 40 }, (_, turn) => subjects.map((subject, index) => ({ subject, memberNumber: numbers[(index * (turn % 2 ? 1 : 5) + turn) % 6]! })));
  const answers = await Promise.all(exchanges.map((profiles, turn) => keep(platform, turn % 2 ? profiles : profiles.slice(0, 3))));
  expect(answers.filter(({ userErrors }) => userErrors.length === 0).length).toBeGreaterThan(0);
  for (const { userErrors } of answers) for (const { code } of userErrors) expect(code).toBe('DUPLICATE_MEMBER_NUMBER');
  const kept = await dbOf(app)<{ memberNumber: string; inStep: boolean }[]>`
    select member_number, membership_key = jsonb_build_array(brand_code, member_number)::text as in_step from customers where subject in ${dbOf(app)(subjects)}`;
  expect(new Set(kept.map(({ memberNumber }) => memberNumber)).size).toBe(6);
  expect(kept.every(({ inStep }) => inStep)).toBe(true);
});

describe('member numbers that were given twice before', () => {
  /** As it was before the migration, with doubles; then the migration. */
  async function migrateWithDoubles(app: App, memberNumber: string, subjects: readonly string[]): Promise<void> {
    const db = dbOf(app);
    await db`alter table customers drop column membership_key`;
    await db`drop index customers_member_number_idx`;
    for (const [index, subject] of subjects.entries()) {
      const at = `2026-01-0${index + 1}T00:00:00.000Z`;
      await db`insert into customers (id, subject, name, member_number, created_at, updated_at) values (${personIdOf(subject)}, ${subject}, 'Ada', ${memberNumber}, ${at}, ${at})`;
    }
    const migration = await readFile(new URL('../../drizzle/0005_member-numbers.sql', import.meta.url), 'utf8');
    await db.begin(async (tx) => {
      for (const statement of migration.split('--> statement-breakpoint')) await tx.unsafe(statement);
    });
  }

  test('stand in no migration’s way, are kept until they change, and are given to nobody else', async ({ app }) => {
    const [platform, first, second, no] = [await platformOf(app), someone(), someone(), number()];
    await migrateWithDoubles(app, no, [first, second]);
    for (const subject of [first, second]) expect((await keep(platform, [{ subject, memberNumber: no }])).userErrors).toEqual([]);
    const wanting = { subject: someone(), memberNumber: no };
    expect((await keep(platform, [wanting])).userErrors).toMatchObject(taken());
    await keep(platform, [{ subject: first, memberNumber: null }]);
    expect((await keep(platform, [wanting])).userErrors).toMatchObject(taken());
    await keep(platform, [{ subject: second, memberNumber: number() }]);
    expect((await keep(platform, [wanting])).userErrors).toEqual([]);
  });
});
