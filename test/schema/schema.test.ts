import { readFileSync } from 'node:fs';
import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, isSpecifiedScalarType, lexicographicSortSchema, printSchema,
  type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/app/schema.ts';

interface Element {
  readonly path: string;
  readonly description: string | null | undefined;
  /** Null for types and enum values, which have none. */
  readonly type: GraphQLType | null;
}

const ofArgument = (path: string, { name, description, type }: GraphQLArgument): Element => ({ path: `${path}(${name}:)`, description, type });

const ofField = (owner: string, field: GraphQLField<unknown, unknown> | GraphQLInputField): Element[] => {
  const path = `${owner}.${field.name}`;
  return [{ path, description: field.description, type: field.type }, ...('args' in field ? field.args.map((argument) => ofArgument(path, argument)) : [])];
};

const ownTypes = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

/** Everything in the schema that a client can name. */
const elements: Element[] = ownTypes.flatMap((type) => {
  const inside: Element[] = [];
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) inside.push(...Object.values(type.getFields()).flatMap((field) => ofField(type.name, field)));
  if (isEnumType(type)) inside.push(...type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, description, type: null })));
  return [{ path: type.name, description: type.description, type: null }, ...inside];
});

const lists = (type: GraphQLType): GraphQLType[] => {
  if (isNonNullType(type)) return lists(type.ofType);
  return isListType(type) ? [type, ...lists(type.ofType)] : [];
};

const pathsOf = (found: readonly Element[]): string[] => found.map(({ path }) => path);

describe('schema.graphql', () => {
  test('is what the program serves; run "npm run schema" after a change', () => {
    expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });
});

describe('the schema', () => {
  test('describes every type, field, argument, input field and enum value in a sentence', () => {
    expect(elements.length).toBeGreaterThan(400);
    expect(pathsOf(elements.filter(({ description }) => !/^\S[^]*[.!?)]$/.test(description ?? '')))).toEqual([]);
  });

  test('knows no Float, neither of its own nor in an argument', () => {
    expect(pathsOf(elements.filter(({ type }) => type && getNamedType(type).name === 'Float'))).toEqual([]);
    expect(schema.getType('Float')).toBeUndefined();
  });

  test('has no list with holes: every list is of things that are there', () => {
    expect(pathsOf(elements.filter(({ type }) => type && lists(type).some((list) => isListType(list) && !isNonNullType(list.ofType))))).toEqual([]);
  });

  test('answers a list, be it empty, never null; but for the path of a refusal, which may lie nowhere', () => {
    const nullable = elements.filter(({ path, type }) => isOutput(path) && type && isListType(type));
    expect(pathsOf(nullable).filter((path) => !path.endsWith('.path'))).toEqual([]);
    expect(pathsOf(nullable)).toContain('UserError.path');
  });
});

const isOutput = (path: string): boolean => !path.includes('(') && !isInputObjectType(schema.getType(path.split('.')[0]!));

describe('every mutation', () => {
  const mutations = Object.values(schema.getMutationType()!.getFields());

  test.each(mutations)('$name takes one input, with idempotencyKey and dryRun', ({ args }) => {
    expect(args.map(({ name }) => name)).toEqual(['input']);
    const [{ type }] = args as [GraphQLArgument];
    expect(isNonNullType(type)).toBe(true);
    const input = getNamedType(type);
    if (!isInputObjectType(input)) throw new Error(`${input.name} is no input type`);
    const { idempotencyKey, dryRun } = input.getFields();
    expect([String(idempotencyKey?.type), String(dryRun?.type)]).toEqual(['String', 'Boolean']);
  });

  test.each(mutations)('$name answers a payload that says why not, whether it is a replay, and whether it was a rehearsal', ({ type }) => {
    expect(isNonNullType(type)).toBe(true);
    const payload = getNamedType(type);
    if (!isObjectType(payload)) throw new Error(`${payload.name} is no object`);
    expect(payload.name).toMatch(/Payload$/);
    const { userErrors, replayed, dryRun } = payload.getFields();
    expect([userErrors, replayed, dryRun].map((field) => String(field?.type))).toEqual(['[UserError!]!', 'Boolean!', 'Boolean!']);
  });

  test('that moves an existing order or changes a store by fields takes expectedVersion', () => {
    const inputs = mutations.map(({ args }) => getNamedType(args[0]!.type)).filter(isInputObjectType);
    const moving = inputs.filter((input) => input.getFields()['orderId'] || input.name === 'StoreUpdateInput');
    expect(moving.length).toBeGreaterThan(5);
    for (const input of moving) expect(String(input.getFields()['expectedVersion']?.type), input.name).toBe('Int');
  });
});

describe('every connection', () => {
  test('has edges with a cursor and a node, and a pageInfo', () => {
    const connections = ownTypes.filter(({ name }) => name.endsWith('Connection')).filter(isObjectType);
    expect(connections.length).toBeGreaterThan(2);
    for (const connection of connections) {
      const { edges, pageInfo } = connection.getFields();
      expect(String(pageInfo?.type), connection.name).toBe('PageInfo!');
      const edge = getNamedType(edges!.type);
      expect(isObjectType(edge) && Object.keys(edge.getFields()).toSorted(), connection.name).toEqual(['cursor', 'node']);
    }
  });
});
