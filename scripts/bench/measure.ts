import { setTimeout as delay } from 'node:timers/promises';
import type { Contestant, Slice } from './contestants.ts';
import { cpuOf, cpuOfPostgres } from './cpu.ts';
import type { BenchOptions, Operation } from './options.ts';
import { inFlight } from './options.ts';

/** One contestant's slices of one operation, added up, and one by one. */
export interface Measured {
  readonly slices: SliceCost[];
  readonly lags: number[];
}

export interface SliceCost {
  readonly requests: number;
  readonly seconds: number;
  readonly serverCpu: number;
  readonly postgresCpu: number;
  /** Of this process, which asks over HTTP: no cost of the server, but it takes its share of the machine. */
  readonly clientCpu: number;
}

/** What a write leaves to be done, such as the feed's reading of it, is counted with it. */
const settleMilliseconds = 60;

/** By operation, by contestant. `calm` is the feed with one request at a time. */
export type Results = Map<Operation | 'calm', Map<string, Measured>>;

async function runSlice(contestant: Contestant, slice: Slice, postmaster: number): Promise<SliceCost & { readonly lags: readonly number[] }> {
  const [server, postgres] = [cpuOf(contestant.pid), cpuOfPostgres(postmaster)];
  const client = process.cpuUsage();
  const { requests, seconds, lags } = await contestant.run(slice);
  const { user, system } = process.cpuUsage(client);
  await delay(settleMilliseconds);
  return { requests, seconds, lags, clientCpu: (user + system) / 1e6, serverCpu: cpuOf(contestant.pid) - server, postgresCpu: cpuOfPostgres(postmaster) - postgres };
}

const rotated = <T>(items: readonly T[], by: number): T[] => [...items.slice(by % items.length), ...items.slice(0, by % items.length)];

function note(results: Results, operation: Operation | 'calm', name: string, { lags, ...cost }: SliceCost & { readonly lags: readonly number[] }): void {
  const byName = results.get(operation) ?? new Map<string, Measured>();
  results.set(operation, byName);
  const measured = byName.get(name) ?? { slices: [], lags: [] };
  byName.set(name, measured);
  if (cost.requests > 0) measured.slices.push(cost);
  for (const lag of lags) measured.lags.push(lag);
}

/**
 * Gives every contestant a short slice of every operation in turn, again and again, and everybody another place in the
 * row each time: what disturbs this machine disturbs all of them.
 */
export async function measure(contestants: readonly Contestant[], { operations, rounds, sliceSeconds, warmUpSeconds }: BenchOptions, postmaster: number, tell: (line: string) => void): Promise<Results> {
  for (const operation of operations) {
    tell(`warming up: ${operation}`);
    for (const contestant of contestants) await contestant.run({ operation, inFlight, seconds: warmUpSeconds });
  }
  const results: Results = new Map();
  for (let round = 0; round < rounds; round += 1) {
    tell(`round ${round + 1} of ${rounds}`);
    for (const operation of operations) {
      for (const contestant of rotated(contestants, round)) {
        note(results, operation, contestant.name, await runSlice(contestant, { operation, inFlight, seconds: sliceSeconds }, postmaster));
        if (operation === 'feed') note(results, 'calm', contestant.name, await runSlice(contestant, { operation, inFlight: 1, seconds: sliceSeconds / 2 }, postmaster));
      }
    }
  }
  return results;
}
