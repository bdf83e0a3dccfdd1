import { randomUUID } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { importFile, type ImportResult } from '../../scripts/import/import-file.ts';
import type { LineVerdict } from '../../scripts/import/verdict-file.ts';
import { GraphqlClient } from '../../scripts/replay/graphql-client.ts';
import { test, type App } from '../support/app.ts';
import { temporaryFolder } from '../support/embedded-postgres.ts';
import { pastOrder } from '../support/order-desk.ts';
import { dbOf } from '../support/races.ts';

async function importing(app: App, texts: readonly string[]) {
  const folder = await temporaryFolder();
  const file = join(folder, 'orders.jsonl');
  const verdicts = join(folder, 'verdicts.jsonl');
  const source = `file-${randomUUID().slice(0, 8)}`;
  await writeFile(file, `${texts.join('\n')}\n`);
  const { token } = await app.person('SERVICE', 'importer');
  const run = (stop = new AbortController(), step: () => void = () => {}): Promise<ImportResult> => importFile({
    file, verdicts, source, batch: 3, stop: stop.signal, client: new GraphqlClient({ url: app.url, token, stop: stop.signal }),
    progress: { begin: () => {}, step, end: () => {} },
  });
  const told = async (): Promise<LineVerdict[]> => (await readFile(verdicts, 'utf8')).split('\n').slice(0, -1).map((line) => JSON.parse(line) as LineVerdict);
  const imported = async (): Promise<number> => (await dbOf(app)`select 1 from orders where imported_from = ${source}`).length;
  return { run, told, imported, verdicts };
}

const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => JSON.stringify(pastOrder(`N-${index + 1}`)));

describe('an imported file', () => {
  test('has a verdict for each line: bad lines are refused by themselves and stop no other', async ({ app }) => {
    const texts = [...lines(2), 'no JSON', '', '[]', JSON.stringify(pastOrder('odd', { nothingSuch: 1 })), JSON.stringify(pastOrder('open', { status: 'DELIVERING' })), JSON.stringify(pastOrder('N-1'))];
    const { run, told, imported } = await importing(app, texts);
    expect(await run()).toEqual({ lines: 8, refused: 4, stopped: false });
    const verdicts = await told();
    expect(verdicts.map(({ line, externalNumber, outcome, errors: [error] }) => [line, externalNumber, error?.code ?? outcome])).toEqual([
      [1, 'N-1', 'DONE'], [2, 'N-2', 'DONE'], [3, null, 'INVALID_JSON'], [5, null, 'INVALID_JSON'], [6, 'odd', 'BAD_USER_INPUT'], [7, 'open', 'INVALID_INPUT'], [8, 'N-1', 'UNCHANGED'],
    ]);
    expect([verdicts[0]!.number, await imported()]).toEqual([verdicts.at(-1)!.number, 2]);
  });

  test('goes on behind its last verdict after it was stopped, or killed while it wrote one; each order is there once', async ({ app }) => {
    const { run, told, imported, verdicts } = await importing(app, lines(10));
    const controller = new AbortController();
    expect(await run(controller, () => controller.abort())).toEqual({ lines: 3, refused: 0, stopped: true });
    expect(await imported()).toBe(3);
    await appendFile(verdicts, '{"line":4,"exter');
    expect(await run()).toEqual({ lines: 10, refused: 0, stopped: false });
    expect((await told()).map(({ line, outcome }) => [line, outcome])).toEqual(Array.from({ length: 10 }, (_, index) => [index + 1, 'DONE']));
    expect(await imported()).toBe(10);
    expect(await run()).toEqual({ lines: 10, refused: 0, stopped: false });
    expect(await told()).toHaveLength(10);
  });
});
