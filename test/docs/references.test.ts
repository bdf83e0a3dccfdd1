import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/app/limits.ts';
import { publicCodes } from '../../src/app/mask-errors.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { schema } from '../../src/app/schema.ts';
import { readConfig } from '../../src/config.ts';
import { anchorsOf, codeIn, documentAt, documents, proseOf, root, tableBelow } from '../support/documents.ts';

const operating = documentAt('docs/operating.md');
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts);

const hasMember = (type: GraphQLNamedType | undefined, member: string): boolean => {
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  return (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) && type.getFields()[member] !== undefined;
};

describe.each(documents)('$path', ({ path, text }) => {
  test('links to files and headings that exist', () => {
    const links = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(({ 1: link = '' }) => link).filter((link) => !/^[a-z]+:/.test(link));
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(documentAt(target).text).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names only types, fields and values that the schema has', () => {
    const coordinates = codeIn(proseOf(text)).filter((code) => /^[A-Z]\w*\.\w+$/.test(code));
    expect(coordinates.filter((coordinate) => {
      const [type = '', member = ''] = coordinate.split('.');
      return !hasMember(schema.getType(type), member);
    })).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(({ 1: script, 2: short }) => script ?? short);
    expect(named.filter((script) => !scripts.includes(script!))).toEqual([]);
  });

  test('is named by some other document', () => {
    const links = documents.filter((other) => other.path !== path).flatMap((other) =>
      [...proseOf(other.text).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(({ 1: link = '' }) => normalize(join(dirname(other.path), link))));
    expect(path === 'README.md' || links.includes(path)).toBe(true);
  });
});

describe('docs/operating.md', () => {
  test('tells of every setting, with its default, and of no other', () => {
    const told = new Map(tableBelow(operating, 'Settings').map(([name = '', fallback = '']) => [codeIn(name)[0]!, codeIn(fallback)[0]]));
    const known = [...readFileSync(join(root, 'src/config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(({ 1: name }) => name!);
    expect([...told.keys()].toSorted()).toEqual(known.toSorted());
    const defaults = new Map(Object.entries(readConfig({})).map(([name, value]) => [name, String(value)]));
    expect(known.map((name) => [name, told.get(name)])).toEqual(known.map((name) => [name, defaults.get(name)]));
  });

  test('tells of every metric of our own, and of no other', async () => {
    const registered = (await createMetrics(() => 0).registry.getMetricsAsJSON()).map(({ name }) => name).filter((name) => name.startsWith('docket_'));
    expect(tableBelow(operating, 'Health, metrics, logs').map(([name = '']) => codeIn(name)[0]).toSorted()).toEqual(registered.toSorted());
  });

  test('tells every limit as it is', () => {
    expect(Object.fromEntries(tableBelow(operating, 'Limits').map(([name = '', limit]) => [codeIn(name)[0]!, Number(limit)]))).toEqual(limits);
  });
});

describe('docs/schema-conventions.md', () => {
  test('tells of every code that an error at the top level can have, and of no other', () => {
    const told = tableBelow(documentAt('docs/schema-conventions.md'), 'Errors and refusals').flatMap(([codes = '']) => codeIn(codes));
    expect(told.toSorted()).toEqual([...publicCodes, 'INTERNAL_SERVER_ERROR'].toSorted());
  });
});

describe('docs/moving-over', () => {
  /** The numbered rows of each system in the inventory of the five, and the pages that account for them. */
  test.each([
    ['S0', ['s0-pos'], 96], ['S1', ['s1-cross-border'], 135], ['S2', ['s2-mall-and-store'], 319], ['S3', ['s3-company-retail'], 168], ['S4', ['s4-marketplace', 's4-after-sales'], 198],
  ] as const)('%s: accounts for every numbered rule', (system, names, numberedRules) => {
    const text = names.map((name) => documentAt(`docs/moving-over/${name}.md`).text).join('\n');
    const told = new Set([...text.matchAll(new RegExp(`${system}-(\\d+)(?: to ${system}-(\\d+))?`, 'g'))].flatMap(({ 1: from, 2: to = from }) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)));
    const missing = Array.from({ length: numberedRules }, (_, index) => index + 1).filter((rule) => !told.has(rule));
    expect(missing).toEqual([]);
    expect(Math.max(...told)).toBe(numberedRules);
  });
});
