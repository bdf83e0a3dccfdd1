import { Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from './errors.ts';

@ObjectType({ simpleResolvers: true, description: 'Where a page lies in its list.' })
export class PageInfo {
  /** What costs a look of its own is looked up only when it is asked for. */
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  hasNextPage!: boolean | (() => Promise<boolean>);
  @Field(() => Boolean, { description: 'Whether more lies before `startCursor`. Lists of orders always know; others say false unless they page backwards.' })
  hasPreviousPage!: boolean | (() => Promise<boolean>);
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page. Pass it as `after`.' })
  endCursor!: string | null;
}

@Resolver(() => PageInfo)
export class PageInfoResolver {
  @FieldResolver(() => Boolean)
  hasNextPage(@Root() { hasNextPage }: PageInfo): boolean | Promise<boolean> {
    return typeof hasNextPage === 'function' ? hasNextPage() : hasNextPage;
  }

  @FieldResolver(() => Boolean)
  hasPreviousPage(@Root() { hasPreviousPage }: PageInfo): boolean | Promise<boolean> {
    return typeof hasPreviousPage === 'function' ? hasPreviousPage() : hasPreviousPage;
  }
}

/** The paging arguments of a connection as the client sent them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What a statement needs to read one page of a list that is ordered by a time-ordered id, newest first. */
export interface PageRequest {
  readonly limit: number;
  readonly backwards: boolean;
  /** Only rows older than this id. */
  readonly olderThan: string | null;
  /** Only rows newer than this id. */
  readonly newerThan: string | null;
}

export const defaultPageSize = 50;
export const maximalPageSize = 100;

const uuidBytes = 16;

export const cursorOfId = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');

function idOfCursor(cursor: string, name: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== uuidBytes) throw badInput(`"${name}" is not a cursor of this list; pass an endCursor or startCursor as it came.`);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Checks the arguments; BAD_USER_INPUT when they contradict each other or ask for too much. */
export function pageRequestOf({ first, after, last, before }: PageArguments): PageRequest {
  if (first != null && last != null) throw badInput('Ask for the first or the last rows, not both.');
  const limit = last ?? first ?? defaultPageSize;
  if (limit < 1 || limit > maximalPageSize) throw badInput(`A page has 1 to ${maximalPageSize} rows; you asked for ${limit}.`);
  return {
    limit,
    backwards: last != null,
    olderThan: after == null ? null : idOfCursor(after, 'after'),
    newerThan: before == null ? null : idOfCursor(before, 'before'),
  };
}

/** A page out of rows that were read with one row more than asked for; `toNode` wraps a row for GraphQL. */
export function connectionOf<R extends { readonly id: string }, N>({ limit, backwards }: PageRequest, rows: readonly R[], toNode: (row: R) => N) {
  const more = rows.length > limit;
  const page = more ? rows.slice(0, limit) : rows;
  const shown = backwards ? page.toReversed() : page;
  const edges = shown.map((row) => ({ cursor: cursorOfId(row.id), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: !backwards && more,
      hasPreviousPage: backwards && more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
