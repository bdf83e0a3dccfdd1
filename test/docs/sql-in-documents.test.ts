import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { documents } from '../support/documents.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

class Undone extends Error {}

const statements = documents.flatMap(({ path, blocks }) => blocks.filter(({ language }) => language === 'sql').map(({ content, line }) => ({ title: `${path}:${line}`, content })));

describe('every SQL statement in the documentation fits the tables', () => {
  test.for(statements)('$title', async ({ content }, { app }) => {
    await placeOnline(await openShop(app), 'FLASH');
    const tried = app.server.services.db.begin(async (tx) => {
      await tx.unsafe(content);
      throw new Undone();
    });
    await expect(tried).rejects.toThrow(Undone);
  });

  test('there are such statements', () => {
    expect(statements.length).toBeGreaterThan(0);
  });
});
