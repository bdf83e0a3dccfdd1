import { maximalPageSize } from './connection.types.ts';
import { badInput } from './errors.ts';

/** One page of a list that is ordered by code. */
export interface CodePage {
  readonly first: number;
  /** Only rows whose code comes behind this one. */
  readonly afterCode: string | null;
}

const cursorOfCode = (code: string): string => Buffer.from(code).toString('base64url');

/** What is no cursor would be read as some code, and begin the page anywhere. */
function codeOfCursor(cursor: string): string {
  const code = Buffer.from(cursor, 'base64url').toString();
  if (code === '' || code.includes('\0') || cursorOfCode(code) !== cursor) throw badInput('"after" is not a cursor of this list; pass an endCursor as it came.');
  return code;
}

/** Checks the arguments of a list by code; BAD_USER_INPUT for a page that is too large and for what is no cursor. */
export function codePageOf(first: number, after: string | null | undefined): CodePage {
  if (first < 1 || first > maximalPageSize) throw badInput(`A page has 1 to ${maximalPageSize} rows; you asked for ${first}.`);
  return { first, afterCode: after == null ? null : codeOfCursor(after) };
}

/** A page out of rows that were read with one row more than asked for; `toNode` wraps a row for GraphQL. */
export function connectionByCode<R extends { readonly code: string }, N>({ first }: CodePage, rows: readonly R[], toNode: (row: R) => N) {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOfCode(row.code), node: toNode(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: false, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null } };
}
