import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { GraphqlClient } from '../../scripts/replay/graphql-client.ts';
import { runReplay, type ReplayJob } from '../../scripts/replay/run-replay.ts';
import { test } from '../support/app.ts';

const file = fileURLToPath(new URL('../../../shared/data/online-retail.csv.gz', import.meta.url));
const isThere = existsSync(file);
if (!isThere) console.warn(`NOT TESTED: the replay of the real day. There is no ${file}.`);

const fileSums = { invoices: 143, lines: 3108, pieces: 26_814, money: 58_635_560n };
const cancellations = { invoices: 6, lines: 26, pieces: -183, money: -325_230n };
const writeOffs = { invoices: 1, lines: 1, pieces: -10, money: 0n };
const placed = { invoices: 136, lines: 3081, pieces: 27_007, money: 58_960_790n };

describe.skipIf(!isThere)('the first day of the real history', () => {
  test('reconciles to the penny, and again without placing anything twice', { timeout: 240_000 }, async ({ app }) => {
    const { token } = await app.person('SERVICE', 'retail-replay', 'Retail replay');
    const stop = new AbortController().signal;
    const job: ReplayJob = {
      file, selection: { from: '2010-12-01', to: '2010-12-01' }, storeCode: 'ONLINE-RETAIL', concurrency: 8, stop, client: new GraphqlClient({ url: app.url, token, stop }),
      progress: { begin() {}, step() {}, end() {} }, say() {},
    };
    for (const placedBefore of [{ invoices: 0, lines: 0, pieces: 0, money: 0n }, placed]) {
      const result = await runReplay(job);
      expect(result).toMatchObject({
        kind: 'finished',
        survey: { file: fileSums, exceptionSums: new Map([['CANCELLATION', cancellations], ['WRITE_OFF', writeOffs]]) },
        reconciliation: { placed, placedBefore, faults: [], reconciles: true },
      });
    }
  });
});
