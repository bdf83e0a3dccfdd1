import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkOrderCounts } from '../../src/orders/counts/keep-order-counts.ts';
import { onlyOne } from '../../src/orders/counts/order-counts.queries.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { plainEnvironment } from '../support/program.ts';
import { cloneDatabase } from '../support/database.ts';
import { someOrder } from '../support/order-walks.ts';

const program = fileURLToPath(new URL('../../src/counts.ts', import.meta.url));

interface Ended { readonly code: number; readonly lines: readonly string[]; readonly stderr: string }

const run = (url: string, ...args: string[]): Promise<Ended> => new Promise((resolve) => {
  const child = execFile(process.execPath, ['--import', 'tsx', program, ...args], { env: plainEnvironment({ DATABASE_URL: url }) }, (_error, stdout, stderr) => {
    resolve({ code: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n'), stderr });
  });
});

describe('npm run counts', () => {
  test('finds a number that is wrong, tells by how much, mends it, and then finds none', async () => {
    const { url, drop } = await cloneDatabase();
    const db = openDatabase(url, { poolSize: 1 });
    onTestFinished(async () => {
      await db.end({ timeout: 1 });
      await drop();
    });
    await checkOrderCounts(db, false);
    await db`insert into orders ${db(someOrder({ customerId: null, total: 1250 }) as unknown as Record<string, string>)}`;
    await db`insert into order_counts (scope, scope_id, bucket, currency, orders, amount) values ('P', ${onlyOne}, 'CREATED_PAY_PENDING - ONLINE EXPRESS', 'GBP', 3, 50)`;
    const wrong = [
      'without a store, CREATED_PAY_PENDING - ONLINE EXPRESS, GBP: to be changed by 1 orders, 12.50',
      'platform, CREATED_PAY_PENDING - ONLINE EXPRESS, GBP: to be changed by -2 orders, 12.00',
    ];
    expect(await run(url, '--check')).toEqual({ code: 1, lines: [...wrong, '2 numbers were wrong.'], stderr: '' });
    expect(await run(url, '--mend')).toEqual({ code: 0, lines: [...wrong, '2 numbers were wrong, and mended.'], stderr: '' });
    expect(await run(url, '--check')).toEqual({ code: 0, lines: ['Every number is what the orders say.'], stderr: '' });
  });

  test('says how it is used when it is not told what to do', async () => {
    for (const args of [[], ['--check', '--mend'], ['--chekc']]) {
      const { code, stderr } = await run('postgres://nobody@127.0.0.1:1/none', ...args);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/npm run counts|Unknown option/)]);
    }
    const { code, lines } = await run('postgres://nobody@127.0.0.1:1/none', '--check');
    expect([code, lines]).toEqual([1, ['']]);
  });
});
