import { execute as interpret, getOperationAST, getVariableValues, valueFromASTUntyped, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

interface Compiled {
  readonly query: CompiledQuery | ExecutionResult;
  /** Compiled code forgets that a variable that may not be null may still be left out where it has a default. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

const defaultsOf = (document: DocumentNode, operationName: string | undefined): Compiled['defaults'] =>
  Object.fromEntries((getOperationAST(document, operationName)?.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) =>
    (type.kind === 'NonNullType' && defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [])));

/** Compiled code is many times the size of its document, so it is bounded by itself. */
const compiledDocuments = 300;
const operationsPerDocument = 20;
const compiled = new LRUCache<DocumentNode, Map<string, Compiled>>({ max: compiledDocuments });
const met = new WeakSet<DocumentNode>();

/** A document is compiled once for each of its operations, and kept for as long as the document is. */
function compiledFor(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Compiled {
  const known = compiled.get(document) ?? new Map<string, Compiled>();
  compiled.set(document, known);
  const key = operationName ?? '';
  const found = known.get(key);
  if (found) return found;
  const fresh: Compiled = { query: compileQuery(schema, document, operationName) as Compiled['query'], defaults: defaultsOf(document, operationName) };
  if (known.size >= operationsPerDocument) known.clear();
  known.set(key, fresh);
  return fresh;
}

export interface Execution {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: unknown;
  readonly root?: unknown;
}

/** Runs a query, a mutation, or what a subscription does with one of its events, as compiled code. */
export async function execute({ schema, document, operationName, variables, context, root }: Execution): Promise<ExecutionResult> {
  if (!met.has(document)) {
    // Compiling costs a hundred times what running does: only what comes again is worth it, and nobody can make us do it for nothing.
    met.add(document);
    return interpret({ schema, document, operationName, variableValues: variables, contextValue: context, rootValue: root });
  }
  const { query, defaults } = compiledFor(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(query)) return query;
  const result = await query.query(root, context, { ...defaults, ...variables });
  return 'data' in result ? result : unread(result, { schema, document, operationName, variables });
}

/** Variables that cannot be read: compiled code names the wrong one of them and proposes nothing, so the interpreter says what is wrong. */
function unread(result: ExecutionResult, { schema, document, operationName, variables }: Omit<Execution, 'context'>): ExecutionResult {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, { ...variables }, { maxErrors: 50 });
  return errors ? { errors } : result;
}

