import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { isCurrency } from '../src/platform/money.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { newId } from '../src/platform/ids.ts';
import { prepareDatabase, StartError } from '../src/start.ts';
import { fillOrders } from './fill/fill-orders.ts';
import type { FillStore } from './fill/fresh-orders.ts';

const help = `Fills a store with made-up orders in every state, for load tests: a million in a minute or two.

  npm run fill-orders -- [--orders 1000000] [--store LOAD-TEST] [--days 730] [--alone]

  --orders    how many (1000000)
  --store     code of the store; it is opened where there is none (LOAD-TEST)
  --currency  of a store that is opened (GBP)
  --days      over how long a time up to now they are spread (730)
  --alone     nobody else uses the database: its indexes are taken down meanwhile, which is faster
  --help

They go into the database of this installation (DATABASE_URL, or the embedded one, whose server must not be running), straight
into its tables. No timer moves them. Nobody of these customers exists.
`;

class OptionError extends Error {}

const wholeNumber = (option: string, text: string, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new OptionError(`--${option} is a whole number from 1 to ${most}, not "${text}".`);
  return value;
};

function readOptions() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      orders: { ...text, default: '1000000' }, store: { ...text, default: 'LOAD-TEST' }, currency: { ...text, default: 'GBP' }, days: { ...text, default: '730' },
      alone: { type: 'boolean', default: false }, help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  if (!isCurrency(values.currency)) throw new OptionError(`--currency: "${values.currency}" is no ISO 4217 code.`);
  return { ...values, orders: wholeNumber('orders', values.orders, 100_000_000), days: wholeNumber('days', values.days, 3650) };
}

async function storeOf(db: Database, code: string, currency: string): Promise<FillStore> {
  await db`
    insert into stores (id, code, name, currency, accepting_orders, version, created_at, updated_at)
    values (${newId()}, ${code}, ${code}, ${currency}, false, 1, now(), now()) on conflict do nothing`;
  const [store] = await db<FillStore[]>`select id, code, name, currency from stores where code = ${code}`;
  return store!;
}

async function main(): Promise<void> {
  const options = readOptions();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (!options) return say(help);
  const database = await prepareDatabase(readConfig(process.env), false, say);
  const db = openDatabase(database.url, { poolSize: 1, applicationName: 'docket fill-orders' });
  try {
    const store = await storeOf(db, options.store, options.currency);
    await fillOrders(db, { store, orders: options.orders, days: options.days, alone: options.alone, listsOnly: false, tell: say });
    say(`The store ${store.code} has ${options.orders} orders more.`);
  } finally {
    await db.end();
    await database.stop();
  }
}

await main().catch((error: NodeJS.ErrnoException) => {
  const known = error instanceof ConfigError || error instanceof StartError || error instanceof OptionError || error.code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`fill-orders: ${known ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
