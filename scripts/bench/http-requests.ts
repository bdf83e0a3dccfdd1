import { randomUUID } from 'node:crypto';
import { toGlobalId } from '../../src/platform/ids.ts';
import { acceptDocument, orderDocument, pageDocument, placeDocument } from './documents.ts';
import type { Operation } from './options.ts';
import type { Plan } from './plan.ts';

/** How requests are written for one kind of server. */
export interface Dialect {
  pathOf(operation: Operation): string;
  bodyOf(operation: Operation, input: object): string;
}

const documents = { page: pageDocument, order: orderDocument, place: placeDocument, transition: acceptDocument, feed: acceptDocument } as const satisfies Record<Operation, string>;
const isCommand: Readonly<Record<Operation, boolean>> = { page: false, order: false, place: true, transition: true, feed: true };

export const graphql: Dialect = {
  pathOf: () => '/graphql',
  bodyOf: (operation, input) => JSON.stringify({ query: documents[operation], variables: isCommand[operation] ? { input } : input }),
};

export const plainJson: Dialect = {
  pathOf: (operation) => (operation === 'feed' ? '/transition' : `/${operation}`),
  bodyOf: (_operation, input) => JSON.stringify(input),
};

/** The bodies of one operation, written as far ahead as they can be. */
export type BodyOf = (n: number) => string | Buffer;

export function readBodies(dialect: Dialect, plan: Plan, operation: 'page' | 'order'): readonly Buffer[] {
  const inputs = operation === 'page' ? plan.pages.map(({ storeId }) => ({ storeId: toGlobalId('store', storeId) })) : plan.orderIds.map((id) => ({ id: toGlobalId('order', id) }));
  return inputs.map((input) => Buffer.from(dialect.bodyOf(operation, input)));
}

/** A body with holes: everything else of it is written once. */
function cut(text: string, ...marks: readonly string[]): readonly string[] {
  const parts = text.split(new RegExp(marks.join('|')));
  if (parts.length !== marks.length + 1) throw new Error(`A mark is missing in ${text}`);
  return parts;
}

export function placeBody(dialect: Dialect, plan: Plan): () => string {
  const lines = plan.skus.map((sku, index) => ({ sku, quantity: index + 1 }));
  const [head, tail] = cut(dialect.bodyOf('place', { storeId: toGlobalId('store', plan.tillId), lines, idempotencyKey: '#KEY#' }), '#KEY#') as [string, string];
  return () => head + randomUUID() + tail;
}

export function acceptBody(dialect: Dialect): (orderId: string) => string {
  const [head, middle, tail] = cut(dialect.bodyOf('transition', { orderId: '#ID#', idempotencyKey: '#KEY#' }), '#ID#', '#KEY#') as [string, string, string];
  return (orderId) => head + orderId + middle + randomUUID() + tail;
}
