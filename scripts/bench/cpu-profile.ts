import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { table } from './report.ts';

/** Where the time of a profile went: by function, and by whose code it is. */

const ownFolder = /\/dist\/(.+)$/;
const packageFolder = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g;

function ownerOf({ functionName, url, scriptId }: { readonly functionName: string; readonly url: string; readonly scriptId: string }): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(program)') return 'native code outside of JavaScript';
  const installed = [...url.matchAll(packageFolder)].at(-1)?.[1];
  if (installed) return installed;
  if (ownFolder.test(url)) return 'Docket';
  if (url.startsWith('node:')) return 'Node’s own JavaScript';
  // Code without a file: functions made of text are graphql-jit's, those of no script at all belong to V8 and Node.
  return scriptId === '0' ? 'built-in and native functions' : 'compiled queries';
}

const shortUrl = (url: string): string => url.replace(/^.*\/node_modules\//, '').replace(/^.*\/dist\//, 'dist/');

interface Shares {
  readonly byFunction: ReadonlyMap<string, number>;
  readonly byOwner: ReadonlyMap<string, number>;
  readonly busy: number;
  readonly wall: number;
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const [byFunction, byOwner] = [new Map<string, number>(), new Map<string, number>()];
  let [busy, wall] = [0, 0];
  const add = (to: Map<string, number>, key: string, time: number): unknown => to.set(key, (to.get(key) ?? 0) + time);
  for (const [index, id] of samples.entries()) {
    const frame = byId.get(id)!;
    const owner = ownerOf(frame);
    // The time until the next sample was spent where this one was taken.
    const time = Math.max(0, timeDeltas[index + 1] ?? 0);
    wall += time;
    if (owner === 'idle') continue;
    busy += time;
    add(byOwner, owner, time);
    add(byFunction, `${frame.functionName || '(anonymous)'}  ${shortUrl(frame.url)}${frame.url ? `:${frame.lineNumber + 1}` : ''}`, time);
  }
  return { byFunction, byOwner, busy, wall };
}

const top = (times: ReadonlyMap<string, number>, count: number, busy: number): string[][] =>
  [...times].toSorted(([, a], [, b]) => b - a).slice(0, count).map(([name, time]) => [name, '', `${((100 * time) / busy).toFixed(1)} %`]);

/** The functions that took the most time by themselves, and the packages they belong to. */
export function profileReport(title: string, file: string, count = 25): string {
  const { byFunction, byOwner, busy, wall } = sharesOf(JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile);
  return [
    `${title}: busy ${((100 * busy) / wall).toFixed(0)} % of the time; shares of the busy time. Profile: ${file}`,
    table([['by owner', '', 'self'], ...top(byOwner, 20, busy)]),
    table([['by function', '', 'self'], ...top(byFunction, count, busy)]),
  ].join('\n\n');
}
