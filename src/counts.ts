import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { checkOrderCounts } from './orders/counts/keep-order-counts.ts';
import type { CountDifference } from './orders/counts/order-counts-scan.queries.ts';
import { openDatabase } from './platform/database.ts';
import { toGlobalId } from './platform/ids.ts';
import { toDecimal } from './platform/money.ts';
import { prepareDatabase, StartError } from './start.ts';

const help = `Compares the numbers on all tabs with the orders themselves.

  npm run counts -- --check   prints every number that is wrong; exit code 1 when there is one
  npm run counts -- --mend    prints and corrects them

Both scan all orders once. The server may go on running, except with the embedded database.
`;

/** So many wrong numbers are printed one by one. */
const printed = 100;

const placeOf = ({ scope, scopeId }: CountDifference): string => {
  if (scope === 'S') return `store ${toGlobalId('store', scopeId)}`;
  if (scope === 'C') return `customer ${toGlobalId('customer', scopeId)}`;
  return scope === 'P' ? 'platform' : 'without a store';
};

const lineOf = (difference: CountDifference): string => {
  const { bucket, currency, orders, amount } = difference;
  return `${placeOf(difference)}, ${bucket}, ${currency}: to be changed by ${orders} orders, ${toDecimal(amount, currency)}`;
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, mend: { type: 'boolean', default: false }, help: { type: 'boolean' } } });
  if (values.help || values.check === values.mend) {
    (values.help ? process.stdout : process.stderr).write(help);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const database = await prepareDatabase(readConfig(process.env), false, say);
  const db = openDatabase(database.url, { poolSize: 2, applicationName: 'docket counts' });
  try {
    const differences = await checkOrderCounts(db, values.mend);
    for (const difference of differences.slice(0, printed)) say(lineOf(difference));
    if (differences.length === 0) say('Every number is what the orders say.');
    else say(`${differences.length} number${differences.length > 1 ? 's were' : ' was'} wrong${values.mend ? ', and mended' : ''}.`);
    if (values.check && differences.length > 0) process.exitCode = 1;
  } finally {
    await db.end();
    await database.stop();
  }
}

await main().catch((error: NodeJS.ErrnoException) => {
  const known = error instanceof ConfigError || error instanceof StartError || error.code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`docket: ${known ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
