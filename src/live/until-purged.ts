import type { FeedItem } from './feed.ts';

/**
 * A single order's feed for its owner: it ends with the event by which they removed the order from their recycle bin. What
 * happens afterwards is no longer theirs to know, as if there were no such order.
 */
export function untilPurged(items: AsyncIterableIterator<FeedItem>): AsyncIterableIterator<FeedItem> {
  return {
    next: async () => {
      const next = await items.next();
      if (!next.done && next.value.kind === 'event' && next.value.event.type === 'PURGE') await items.return!();
      return next;
    },
    return: () => items.return!(),
    throw: (error) => items.throw!(error),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
