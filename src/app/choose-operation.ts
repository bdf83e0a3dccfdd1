import { getOperationAST, GraphQLError, Kind, type DocumentNode } from 'graphql';

const namesShown = 10;

function explain(names: readonly (string | undefined)[], wanted: string | null | undefined): string {
  const named = names.flatMap((name) => name ?? []);
  const listed = named.slice(0, namesShown).join(', ') + (named.length > namesShown ? ', …' : '');
  if (names.length === 0) return 'The document holds no operation; write a query, a mutation or a subscription.';
  if (!wanted) return `The document holds ${names.length} operations (${listed}): say in operationName which one to run.`;
  return `The document holds no operation called "${wanted.slice(0, 100)}"${named.length > 0 ? `, but ${listed}` : ': its only one has no name, so leave operationName out'}.`;
}

/** Null when it is clear which operation of the document is meant. */
export function choiceRefusal(document: DocumentNode, operationName: string | null | undefined): GraphQLError | null {
  if (getOperationAST(document, operationName)) return null;
  const names = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : []));
  return new GraphQLError(explain(names, operationName), { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}
