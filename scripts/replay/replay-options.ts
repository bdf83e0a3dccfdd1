import { parseArgs } from 'node:util';
import type { Selection } from './survey-history.ts';

export const help = `Feeds real retail history through the GraphQL API: products and shoppers first, then every invoice as a cart that
becomes an in-store order, paid in cash and completed. What is there already is not placed again. At the end it compares what the server
has with the file, and ends with 0 only if both agree.

  npm run replay -- FILE [--day YYYY-MM-DD | --from YYYY-MM-DD --to YYYY-MM-DD] [--url …]

  FILE           Online Retail as .csv or .csv.gz
  --day          only the invoices of this day
  --from, --to   only the invoices from and up to these days
  --url          the server (http://localhost:4000/graphql)
  --token        a token for SERVICE; left out, one is signed with the secret of the installation in this folder
  --store        code of the store that sells; it is opened where there is none (ONLINE-RETAIL)
  --concurrency  orders on their way at a time, 1 to 64 (8)
  --help

Ctrl-C lets the orders on their way come to their end; run it again to go on.
Ends with 0 when everything reconciles, 1 when it does not or cannot run, 130 when stopped.
`;

/** The command line cannot be understood; the message says why. */
export class OptionError extends Error {}

export interface ReplayOptions {
  readonly file: string;
  readonly selection: Selection;
  readonly url: string;
  readonly token: string | undefined;
  readonly storeCode: string;
  readonly concurrency: number;
}

const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

function dayOf(option: string, text: string | undefined, fallback: string): string {
  if (text === undefined) return fallback;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw new OptionError(`--${option} is a day such as 2010-12-01, not "${text}".`);
  return text;
}

function selectionOf({ day, from, to }: { day?: string; from?: string; to?: string }): Selection {
  if (day !== undefined && (from !== undefined || to !== undefined)) throw new OptionError('Give --day, or --from and --to, not both.');
  const selection = { from: dayOf('from', from, firstDay), to: dayOf('to', to, lastDay) };
  if (day !== undefined) return { from: dayOf('day', day, firstDay), to: day };
  if (selection.from > selection.to) throw new OptionError(`--from ${selection.from} lies behind --to ${selection.to}.`);
  return selection;
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        day: text, from: text, to: text, token: text, url: { ...text, default: 'http://localhost:4000/graphql' }, store: { ...text, default: 'ONLINE-RETAIL' },
        concurrency: { ...text, default: '8' }, help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

/** Null when only help is asked for. Throws an OptionError for what cannot be understood. */
export function readOptions(args: readonly string[]): ReplayOptions | null {
  const { values, positionals } = valuesOf(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new OptionError('Name one file; --help tells more.');
  if (!URL.canParse(values.url) || !/^https?:/.test(values.url)) throw new OptionError(`--url is an address such as http://localhost:4000/graphql, not "${values.url}".`);
  const concurrency = Number(values.concurrency);
  if (!/^\d+$/.test(values.concurrency) || concurrency < 1 || concurrency > 64) throw new OptionError(`--concurrency is a number from 1 to 64, not "${values.concurrency}".`);
  return { file, selection: selectionOf(values), url: values.url, token: values.token, storeCode: values.store, concurrency };
}
