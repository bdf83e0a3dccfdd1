import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, getNamedType, isListType, isNonNullType, Kind, visit, type DocumentNode, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { defaultPageSize } from '../platform/connection.types.ts';

/** What one request may ask for; the same over HTTP and WebSocket. */
export const limits = {
  bodyBytes: 1_048_576,
  tokens: 4000,
  depth: 12,
  aliases: 30,
  directives: 20,
  /** Fields of a document with every fragment written out where it is used. */
  selections: 1500,
  /** Roughly the number of fields in the answer, lists counted at their page size. */
  cost: 50_000,
} as const;

/** A list without paging arguments counts as this many. */
const assumedListLength = 10;
/** Lists that are often longer. */
const assumedLengths: Readonly<Record<string, number>> = { 'Order.items': 40, 'Cart.lines': 40 };

/** What is computed, and not just read: a cart of hundreds of lines is priced against every offer. */
const weights: Readonly<Record<string, number>> = { 'Cart.quote': 900, 'Query.quote': 900 };

/** They report what they find as other rules do: what a rule throws would count as a fault of the server. */
const reporting = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, { message }: GraphQLError) => context?.reportError(new GraphQLError(message.replace('Syntax Error: ', '')))],
};

/** Counts what fragments hide: each use of one counts as all that it selects. */
const maxSelections: ValidationRule = (context) => {
  const fragments = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode, inside: ReadonlySet<string>): number => selections.reduce((sum, selection) => {
    if (sum > limits.selections) return sum;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + countFragment(selection.name.value, inside);
    return sum + 1 + (selection.selectionSet ? count(selection.selectionSet, inside) : 0);
  }, 0);
  const countFragment = (name: string, inside: ReadonlySet<string>): number => {
    const known = fragments.get(name);
    const fragment = context.getFragment(name);
    // A fragment that holds itself is refused by another rule.
    if (known !== undefined || !fragment || inside.has(name)) return known ?? 0;
    const total = count(fragment.selectionSet, new Set([...inside, name]));
    fragments.set(name, total);
    return total;
  };
  return {
    OperationDefinition(node) {
      if (count(node.selectionSet, new Set()) <= limits.selections) return;
      context.reportError(new GraphQLError(`Selections limit of ${limits.selections} exceeded. Ask for fewer fields at once.`, { nodes: node }));
    },
  };
};

/** Rules that see the document alone; what passed them once is remembered with it. */
export const documentRules = [
  maxDepthRule({ n: limits.depth, ignoreIntrospection: true, flattenFragments: true, ...reporting }),
  maxAliasesRule({ n: limits.aliases, ...reporting }),
  maxDirectivesRule({ n: limits.directives, ...reporting }),
  maxSelections,
] as unknown as ValidationRule[];

/** Of a mutation whose input names many orders, each of which its answer tells of. */
const namedOrders = (args: Readonly<Record<string, unknown>>): number => {
  const ids = (args['input'] as { orderIds?: unknown } | null | undefined)?.orderIds;
  return Array.isArray(ids) ? ids.length : 0;
};

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Every field costs one; what a list holds is multiplied by the page size asked for, by variable or not. */
const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (type.name.startsWith('__') || getNamedType(field.type).name.startsWith('__')) return 1;
  const paged = 'first' in args || 'last' in args || field.args.some(({ name }) => name === 'first');
  if (paged) return 1 + childComplexity * Math.max(1, Number(args['last'] ?? args['first'] ?? defaultPageSize));
  // The edges of a connection are counted where the page size stands.
  const length = isList(field.type) && field.name !== 'edges' ? (assumedLengths[`${type.name}.${field.name}`] ?? assumedListLength) : 1;
  // The answer's list has been counted with the usual length already.
  const times = Math.max(1, namedOrders(args) / assumedListLength);
  return Math.ceil((weights[`${type.name}.${field.name}`] ?? 1) + childComplexity * length * times);
};

const sizes: ReadonlySet<string> = new Set(['first', 'last', 'input', 'orderIds']);

/** The variables that decide how much a document asks for: those that stand for a page size, or name many orders. */
function sizeVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument(node) {
      if (node.value.kind === Kind.VARIABLE && sizes.has(node.name.value)) names.add(node.value.name.value);
    },
    ObjectField(node) {
      if (node.value.kind === Kind.VARIABLE && sizes.has(node.name.value)) names.add(node.value.name.value);
    },
    Directive(node) {
      const condition = node.arguments?.find(({ value }) => value.kind === Kind.VARIABLE)?.value;
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names];
}

/** What a variable says of the size: left out, which leaves its default, is another thing than null; of an input, only how many orders it names. */
function sizeOf(variables: CostQuestion['variables'], name: string): unknown {
  if (!variables || !Object.hasOwn(variables, name)) return [];
  const value = variables[name];
  if (Array.isArray(value)) return [value.length];
  return [value !== null && typeof value === 'object' ? namedOrders({ input: value }) : value];
}

interface KnownCosts {
  readonly variables: readonly string[];
  readonly costs: Map<string, number>;
}

const knownCosts = new WeakMap<DocumentNode, KnownCosts>();
const costsPerDocument = 100;

export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Estimates once for each document and page size; most clients send few different ones. */
function costOf({ schema, document, operationName, variables }: CostQuestion): number {
  const known: KnownCosts = knownCosts.get(document) ?? { variables: sizeVariables(document), costs: new Map() };
  knownCosts.set(document, known);
  const key = JSON.stringify([operationName, ...known.variables.map((name) => sizeOf(variables, name))]);
  const remembered = known.costs.get(key);
  if (remembered !== undefined) return remembered;
  const cost = getComplexity({ schema, query: document, operationName: operationName ?? undefined, variables: { ...variables }, estimators: [estimate] } as Parameters<typeof getComplexity>[0]);
  if (known.costs.size >= costsPerDocument) known.costs.clear();
  known.costs.set(key, cost);
  return cost;
}

/** Null when the operation may run; variables that cannot be read are left to the execution to refuse. */
export function costRefusal(question: CostQuestion): GraphQLError | null {
  let cost: number;
  try {
    cost = costOf(question);
  } catch {
    return null;
  }
  if (cost <= limits.cost) return null;
  return new GraphQLError(`This asks for too much at once: its cost is ${cost}, at most ${limits.cost} is served. Ask for smaller pages or fewer fields.`, {
    extensions: { code: 'OPERATION_TOO_COSTLY', http: { status: 400 } },
  });
}
