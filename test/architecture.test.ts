import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** Lowest first: a folder, or a file beside the folders, imports only what stands before it. */
const ranks = [
  'platform', 'config.ts', 'identity', 'context.ts', 'stores', 'catalog', 'customers', 'freight', 'offers', 'carts', 'payments', 'orders', 'customer-service', 'live', 'demo',
  'app', 'start.ts', 'main.ts', 'token.ts', 'counts.ts', 'migrate.ts',
];

/** What rules and lifecycles may import besides each other: text and arithmetic, no I/O, and types of anything. */
const pure = /(\.rules|\.lifecycle)\.ts$|^src\/platform\/(money|time|refusals|errors)\.ts$/;

const longestFile = 300;
const root = fileURLToPath(new URL('../', import.meta.url));

interface Import {
  /** A path from the top of the repository, or the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly exportsDefault: boolean;
  /** Re-exports something, or exports nothing of its own making. */
  readonly reExports: readonly string[];
}

function read(path: string, source = readFileSync(root + path, 'utf8')): SourceFile {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const resolved = (request: string): string => (request.startsWith('.') ? posix.join(posix.dirname(path), request) : request);
  const statics = module.staticImports.map(({ moduleRequest, entries }): Import => (
    { target: resolved(moduleRequest.value), typeOnly: entries.length > 0 && entries.every(({ isType }) => isType) }));
  const dynamics = module.dynamicImports.map(({ moduleRequest: { start, end } }): Import => ({ target: resolved(source.slice(start + 1, end - 1)), typeOnly: false }));
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const requests = exported.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []));
  return {
    path, lines: source.trimEnd().split('\n').length,
    imports: [...statics, ...dynamics, ...requests.map((request) => ({ target: resolved(request), typeOnly: false }))],
    exportsDefault: exported.some(({ exportName }) => exportName.kind === 'Default'),
    reExports: requests,
  };
}

const filesUnder = (folder: string): SourceFile[] => readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts')).map((path) => posix.join(folder, path)).toSorted().map((path) => read(path));

const sources = filesUnder('src');
const isTest = ({ path }: SourceFile): boolean => path.endsWith('.test.ts');
const generated = ({ path }: SourceFile): boolean => path.startsWith('test/gql/');

const placeOf = (path: string): string => path.split('/')[1]!;

/** Imports that go up, as sentences. */
function climbs({ path, imports }: SourceFile): string[] {
  const own = ranks.indexOf(placeOf(path));
  if (own === -1) return [`${path} stands in no known place; give "${placeOf(path)}" a rank`];
  const higher = imports.filter(({ target, typeOnly }) =>
    target.startsWith('src/') && placeOf(target) !== placeOf(path) && ranks.indexOf(placeOf(target)) > own && !(typeOnly && path === 'src/context.ts'));
  return higher.map(({ target }) => `${path} imports ${target}`);
}

const impurities = ({ path, imports }: SourceFile): string[] =>
  imports.filter(({ target, typeOnly }) => !typeOnly && !pure.test(target)).map(({ target }) => `${path} imports ${target}`);

describe('the code under src', () => {
  test('imports downwards only; context.ts alone may name types from above', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => !isTest(file)).flatMap(climbs)).toEqual([]);
  });

  test('keeps rules and lifecycles free of I/O, of the database and of GraphQL', () => {
    const rules = sources.filter((file) => !isTest(file) && /\.(rules|lifecycle)\.ts$/.test(file.path));
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.flatMap(impurities)).toEqual([]);
  });

  test('names what pure code leans on only where that is pure itself', () => {
    const leanedOn = sources.filter((file) => pure.test(file.path) && !/\.(rules|lifecycle)\.ts$/.test(file.path));
    expect(leanedOn.map(({ path }) => path)).toEqual(['src/platform/errors.ts', 'src/platform/money.ts', 'src/platform/refusals.ts', 'src/platform/time.ts']);
    expect(leanedOn.flatMap(impurities)).toEqual([]);
  });

  test('touches the tests nowhere', () => {
    expect(sources.filter((file) => !isTest(file)).flatMap(({ path, imports }) => imports.filter(({ target }) => /^(test|scripts)\/|\.test\.ts$/.test(target)).map(({ target }) => `${path} imports ${target}`))).toEqual([]);
  });
});

describe('every file of src, test and scripts', () => {
  const all = [...sources, ...filesUnder('test'), ...filesUnder('scripts')].filter((file) => !generated(file));

  test(`has at most ${longestFile} lines`, () => {
    expect(all.filter(({ lines }) => lines > longestFile).map(({ path, lines }) => `${path} has ${lines}`)).toEqual([]);
  });

  test('exports by name; only what vitest loads as its setup has a default', () => {
    expect(all.filter(({ exportsDefault }) => exportsDefault).map(({ path }) => path)).toEqual(['test/support/template-database.ts']);
  });

  test('is no barrel: whatever is exported is made there', () => {
    expect(all.flatMap(({ path, reExports }) => reExports.map((request) => `${path} passes on ${request}`))).toEqual([]);
  });

  test('is named for what it does', () => {
    expect(all.map(({ path }) => path).filter((path) => /(^|\/)(index|utils?|helpers?|common|misc|shared)(\.|\/)/i.test(path))).toEqual([]);
  });
});

describe('the test itself', () => {
  test.each([
    ['a lower feature that imports a higher one', read('src/stores/x.ts', `import { placeOrder } from '../orders/place-order.ts'; placeOrder();`), climbs, 1],
    ['a lower feature that imports a type of a higher one', read('src/stores/x.ts', `import type { OrderRow } from '../orders/order.tables.ts'; export type X = OrderRow;`), climbs, 1],
    ['a higher one behind a dynamic import', read('src/stores/x.ts', `await import('../orders/place-order.ts');`), climbs, 1],
    ['a higher one that is passed on', read('src/stores/x.ts', `export { placeOrder } from '../orders/place-order.ts';`), climbs, 1],
    ['context.ts with a type from above', read('src/context.ts', `import type { LiveFeed } from './live/feed.ts'; export type X = LiveFeed;`), climbs, 0],
    ['context.ts with a value from above', read('src/context.ts', `import { FeedHub } from './live/feed.ts'; new FeedHub();`), climbs, 1],
    ['a folder without a rank', read('src/sundries/x.ts', ''), climbs, 1],
    ['a rule that reads a file', read('src/orders/x.rules.ts', `import { readFileSync } from 'node:fs'; readFileSync('x');`), impurities, 1],
    ['a rule that speaks SQL', read('src/orders/x.rules.ts', `import postgres from 'postgres'; postgres();`), impurities, 1],
    ['a rule that imports for side effects', read('src/orders/x.rules.ts', `import 'reflect-metadata';`), impurities, 1],
    ['a rule with a row type', read('src/orders/x.rules.ts', `import type { OrderRow } from './order.tables.ts'; export type X = OrderRow;`), impurities, 0],
  ] as const)('sees %s', (_what, file, judge, found) => {
    expect(judge(file)).toHaveLength(found);
  });
});
