import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses `__schema` and `__type`; `__typename` stays. */
export const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    context.reportError(new GraphQLError('Introspection is switched off on this server; read schema.graphql.', { nodes: node }));
  },
});
