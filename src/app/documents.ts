import { GraphQLError, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentRules, limits } from './limits.ts';
import { noIntrospection } from './no-introspection.ts';

/** With the code that Apollo gives such an error over HTTP. */
const withCode = ({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError => new GraphQLError(message, { nodes, source, positions, extensions: { code } });

/** Reads documents for the WebSocket under the same rules as Apollo does for HTTP; what was valid once stays so. */
export function createDocumentReader(schema: GraphQLSchema, introspection: boolean): (source: string) => DocumentNode | readonly GraphQLError[] {
  const rules = [...specifiedRules, ...documentRules, ...(introspection ? [] : [noIntrospection])];
  const known = new LRUCache<string, DocumentNode>({ max: 1000, maxSize: 5_000_000, sizeCalculation: (_document, source) => source.length + 1 });
  return (source) => {
    const found = known.get(source);
    if (found) return found;
    try {
      const document = parse(source, { maxTokens: limits.tokens });
      const errors = validate(schema, document, rules, { maxErrors: 10 });
      if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
      known.set(source, document);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
      throw error;
    }
  };
}
