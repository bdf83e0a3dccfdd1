import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts';
import { runCommand, type Answer, type CommandInput } from './commands.ts';
import { openDatabase, type Database } from './database.ts';
import { newId } from './ids.ts';
import { refusal } from './refusals.ts';
import { systemClock } from './time.ts';

let clone: TestDatabase;
let db: Database;
beforeAll(async () => {
  clone = await cloneDatabase();
  db = openDatabase(clone.url, { poolSize: 4 });
  await db`create table notes (id uuid primary key, text text not null)`;
});
afterAll(async () => {
  await db.end();
  await clone.drop();
});

interface NoteInput extends CommandInput {
  readonly text: string;
  readonly tags?: readonly string[] | null;
  readonly at?: { readonly a?: number | null; readonly b?: number };
}

interface Commanding {
  readonly operation?: string;
  readonly actorId?: string;
  /** What the attempt comes to, instead of writing a note. */
  readonly ending?: 'refused' | 'unchanged' | 'fault';
}

let wokenUp = 0;

/** A command that writes a note, together with its claim. */
function writeNote(input: NoteInput, { operation = 'noteWrite', actorId = me, ending }: Commanding = {}): Promise<Answer<string>> {
  return runCommand<string>({ db, now: systemClock(), committed: () => (wokenUp += 1) }, {
    operation, actorId, input,
    recall: async ({ id }) => `note ${String(id)}`,
    run: async (scope) => {
      if (ending === 'fault') throw new Error('the disk is full');
      if (ending === 'refused') return { kind: 'refused', refusals: [refusal('INVALID_INPUT', 'No.')], value: null };
      if (ending === 'unchanged') return { kind: 'unchanged', value: 'as it was' };
      const id = newId();
      await scope.db`with saved as (insert into notes values (${id}, ${input.text}) returning id) ${scope.claim(scope.db`saved`, { id })} select 1`;
      return { kind: 'done', value: `note ${id}` };
    },
  });
}

const me = newId();
const notes = async (text: string): Promise<number> => (await db<{ count: number }[]>`select count(*) from notes where text = ${text}`)[0]!.count;
const fresh = (): { text: string; idempotencyKey: string } => ({ text: randomUUID(), idempotencyKey: randomUUID() });
const reused = { value: null, replayed: false, refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }] };

describe('a command with an idempotency key', () => {
  test('has its effect once, and answers alike, when it comes a hundred times at once', async () => {
    const input = fresh();
    const answers = await Promise.all(Array.from({ length: 100 }, () => writeNote(input)));
    expect(new Set(answers.map(({ value }) => value)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await notes(input.text)).toBe(1);
  });

  test('is the same whatever the order of its fields', async () => {
    const { text, idempotencyKey } = fresh();
    const first = await writeNote({ idempotencyKey, text, tags: ['x', 'y'], at: { a: 1, b: 2 } });
    expect(await writeNote({ at: { b: 2, a: 1 }, tags: ['x', 'y'], text, idempotencyKey })).toEqual({ ...first, replayed: true });
  });

  test.for<[string, Partial<NoteInput>]>([
    ['another value', { tags: ['x', 'z'] }],
    ['another order in a list', { tags: ['y', 'x'] }],
    ['a field more', { at: { a: 1, b: 2 } }],
    // In an update, null clears what leaving out keeps.
    ['null in place of nothing', { at: null as never }],
    ['null for a value', { tags: null }],
  ])('is another one with %s', async ([, change]) => {
    const input = { ...fresh(), tags: ['x', 'y'] };
    await writeNote(input);
    expect(await writeNote({ ...input, ...change })).toMatchObject(reused);
    expect(await notes(input.text)).toBe(1);
  });

  test('is another one as another operation', async () => {
    const input = fresh();
    await writeNote(input);
    expect(await writeNote(input, { operation: 'noteErase' })).toMatchObject(reused);
  });

  test('of one actor says nothing about the same key of another', async () => {
    const input = fresh();
    await writeNote(input);
    expect(await writeNote(input, { actorId: newId() })).toMatchObject({ replayed: false, refusals: [] });
    expect(await notes(input.text)).toBe(2);
  });

  test('that was refused may be sent again once it can be done', async () => {
    const input = fresh();
    expect(await writeNote(input, { ending: 'refused' })).toMatchObject({ value: null, refusals: [{ code: 'INVALID_INPUT' }] });
    expect(await writeNote(input)).toMatchObject({ replayed: false, refusals: [] });
  });

  test('gives its first answer even where it would be refused by now', async () => {
    const input = fresh();
    const first = await writeNote(input);
    expect(await writeNote(input, { ending: 'refused' })).toEqual({ ...first, replayed: true });
    expect(await writeNote(input, { ending: 'unchanged' })).toEqual({ ...first, replayed: true });
  });

  test('that fails leaves its key free', async () => {
    const input = fresh();
    await expect(writeNote(input, { ending: 'fault' })).rejects.toThrow('the disk is full');
    expect(await writeNote(input)).toMatchObject({ replayed: false, refusals: [] });
  });

  test.for(['', 'a\0b', 'k'.repeat(256), 'ä'.repeat(300)])('is refused as malformed when the key is %o', async (idempotencyKey) => {
    await expect(writeNote({ text: 'never', idempotencyKey })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(await notes('never')).toBe(0);
  });

  test('takes a key of 255 characters', async () => {
    const input = { ...fresh(), idempotencyKey: randomUUID().padEnd(255, '漢') };
    const first = await writeNote(input);
    expect(await writeNote(input)).toEqual({ ...first, replayed: true });
  });
});

describe('a command without a key', () => {
  test('has its effect as often as it is sent', async () => {
    const { text } = fresh();
    await writeNote({ text });
    await writeNote({ text });
    expect(await notes(text)).toBe(2);
  });
});

describe('a rehearsal', () => {
  test('keeps nothing, wakes nobody, and leaves the key free', async () => {
    const input = fresh();
    const before = wokenUp;
    expect(await writeNote({ ...input, dryRun: true })).toMatchObject({ dryRun: true, replayed: false, refusals: [] });
    expect([await notes(input.text), wokenUp]).toEqual([0, before]);
    expect(await writeNote(input)).toMatchObject({ dryRun: false, replayed: false });
    expect([await notes(input.text), wokenUp]).toEqual([1, before + 1]);
  });

  test('of what was done already shows the first answer', async () => {
    const input = fresh();
    const { value } = await writeNote(input);
    expect(await writeNote({ ...input, dryRun: true })).toEqual({ value, refusals: [], replayed: true, dryRun: true });
    expect(await notes(input.text)).toBe(1);
  });

  test('that fails says so', async () => {
    await expect(writeNote({ text: 'never', dryRun: true }, { ending: 'fault' })).rejects.toThrow('the disk is full');
  });
});
