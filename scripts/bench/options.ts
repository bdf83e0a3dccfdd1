import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What is measured, in the order of the report. */
export const operations = ['page', 'order', 'place', 'transition', 'feed'] as const;
export type Operation = (typeof operations)[number];

/** What is measured besides, without contestants: the pricing engine, and pages of lists in stores of several sizes. */
const parts = ['pricing', 'lists'] as const;

export interface BenchOptions {
  readonly operations: readonly Operation[];
  readonly pricing: boolean;
  readonly lists: boolean;
  /** How many slices each contestant gets of each operation, and how long one is. */
  readonly rounds: number;
  readonly sliceSeconds: number;
  readonly warmUpSeconds: number;
  /** How many stores have a board to read, and how many orders each of them has. */
  readonly stores: number;
  readonly ordersPerStore: number;
  /** Paid orders in waiting, for each contestant: a transition uses one up. */
  readonly readyOrders: number;
  readonly profile: boolean;
  readonly quick: boolean;
  /** Other checkouts of Docket, built, that run beside this one. */
  readonly against: readonly string[];
}

export const inFlight = 8;
export const itemsPerOrder = 4;
export const pageSize = 20;

export const usage = `Usage: npm run bench -- [options]
  --seconds N       seconds measured for each operation and contestant (default 12)
  --quick           a few seconds in all: a smoke test, not a measurement
  --only a,b        only these: ${[...operations, ...parts].join(', ')}
  --profile         also write a CPU profile of Docket for each operation, and print where its time goes
  --against FOLDER  measure the Docket of another checkout (built) as well; may be repeated`;

/** The most that the bare statements are expected to reach on two cores: so many orders must wait to be accepted. */
const transitionsPerSecond = 3500;
const tellingsPerSecond = 1800;

function chosen(only: string | undefined): Pick<BenchOptions, 'operations' | 'pricing' | 'lists'> {
  const all: readonly string[] = [...operations, ...parts];
  const names = only?.split(',') ?? all;
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`--only: there is no "${unknown}"; there are ${all.join(', ')}.`);
  return { operations: operations.filter((name) => names.includes(name)), pricing: names.includes('pricing'), lists: names.includes('lists') };
}

/** Reads the command line; null when only help was asked for. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string' }, quick: { type: 'boolean', default: false }, only: { type: 'string' }, profile: { type: 'boolean', default: false },
      against: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const { quick, profile } = values;
  const seconds = Number(values.seconds ?? (quick ? 0.6 : 12));
  if (!(seconds > 0 && seconds <= 3600)) throw new Error('--seconds: a number of seconds above 0 and up to 3600.');
  const rounds = Math.max(2, Math.round(seconds / 1.5));
  const warmUpSeconds = quick ? 0.3 : 3;
  const wanted = chosen(values.only);
  const measured = seconds + warmUpSeconds + (profile ? profileSeconds : 0);
  const ready = (wanted.operations.includes('transition') ? measured * transitionsPerSecond : 0) + (wanted.operations.includes('feed') ? 1.5 * measured * tellingsPerSecond : 0);
  return {
    ...wanted, rounds, sliceSeconds: seconds / rounds, warmUpSeconds, profile, quick,
    stores: quick ? 4 : 20, ordersPerStore: quick ? 50 : 500, readyOrders: Math.min(200_000, Math.ceil(100 + ready * Math.max(1, availableParallelism() / 2))),
    against: values.against.map((folder) => resolve(folder)),
  };
}

export const profileSeconds = 6;
