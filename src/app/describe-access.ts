import { isObjectType, type GraphQLSchema } from 'graphql';

const roots = {
  Query: 'What can be read. Nothing here changes anything.',
  Mutation: 'What can be done. Every command takes an idempotency key and can be rehearsed; what it refuses stands in `userErrors`.',
  Subscription: 'What can be followed as it happens, over WebSocket (graphql-transport-ws). Pass the last cursor to go on after a break.',
} as const;

/** Adds to every operation's description who may call it, as `@Access` declares, so that the schema cannot tell another story. */
export function describeAccess(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, description] of Object.entries(roots)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    type.description = description;
    for (const field of Object.values(type.getFields())) {
      const access = field.extensions['access'] as readonly string[] | undefined;
      if (access) field.description = `${field.description ?? ''}\n\nFor ${access.join(', ')}.`;
    }
  }
  return schema;
}
