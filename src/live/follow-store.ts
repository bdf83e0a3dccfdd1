import { callerOf, type Context } from '../context.ts';
import { badInput, RequestError } from '../platform/errors.ts';
import { decodeCursor, type Cursor } from '../platform/event-log.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { storeById, worksIn } from '../stores/store.queries.ts';
import type { Followed, FeedItem } from './feed.ts';

export const afterDescription = 'The last cursor you have worked off, or a `feedCursor` that you asked for before you read your lists; what happened since is told first. Left out: only what is committed once the server has taken the subscription up. That moment is not told, so lists that were read before or meanwhile may lack what came in between.';

/** For how long an answer to "may they still?" holds when nothing has hinted otherwise. */
const rightsHoldMilliseconds = 1000;

export function cursorOf(after: string | null | undefined): Cursor | null {
  if (after == null) return null;
  const cursor = decodeCursor(after);
  if (!cursor) throw badInput('"after" is not a cursor of a feed; pass the last one as it came, or leave it out.');
  return cursor;
}

export function rememberingRights(ask: () => Promise<boolean>): (anew: boolean) => Promise<boolean> {
  let known: { readonly answer: boolean; readonly until: number } | null = null;
  return async (anew) => {
    if (known && !anew && Date.now() < known.until) return known.answer;
    known = { answer: await ask(), until: Date.now() + rightsHoldMilliseconds };
    return known.answer;
  };
}

export interface FollowArguments {
  readonly context: Context;
  readonly args: { readonly storeId?: string; readonly orderId?: string; readonly after?: string | null };
}

/** Follows what happens in a store, for those who work there. */
export const followStore = (of: Followed) => async ({ context, args }: FollowArguments): Promise<AsyncIterable<FeedItem>> => {
  const caller = callerOf(context);
  const id = fromGlobalId('store', args.storeId!);
  const mayFollow = rememberingRights(() => worksIn(context.db, caller, id!));
  if (!id || !(await mayFollow(false)) || !(await storeById(context).load(id))) throw new RequestError('FORBIDDEN', 'You work in no store with this id.');
  return context.feed.follow({ scope: { by: 'store', id }, of, caller, after: cursorOf(args.after), mayFollow });
};
