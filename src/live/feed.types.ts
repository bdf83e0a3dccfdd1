import { ID, ObjectType } from 'type-graphql';
import { OrderCountChange } from '../orders/counts/order-counts.types.ts';
import { shownDeltas } from '../orders/counts/order-counts.rules.ts';
import { OrderEvent } from '../orders/order.types.ts';
import { encodeCursor } from '../platform/event-log.ts';
import { toGlobalId } from '../platform/ids.ts';
import type { FeedItem, FollowScope } from './feed.ts';
import { Getter } from '../platform/getter.ts';

@ObjectType({ simpleResolvers: true, description: 'What a live feed tells: something that happened to an order, or (`resync`) that too much was missed.' })
export class FeedEvent {
  constructor(readonly item: FeedItem, readonly scope: FollowScope) {}

  @Getter(() => String, { description: 'Pass the last one you have worked off as `after` when you subscribe again: nothing is missed, nothing told twice.' })
  get cursor(): string { return encodeCursor(this.item.cursor); }
  @Getter(() => Boolean, { description: 'True when too much was missed to be told one by one, or the cursor is not of this database: read your lists anew, then go on with what follows.' })
  get resync(): boolean { return this.item.kind === 'resync'; }
  @Getter(() => OrderEvent, { nullable: true, description: 'What happened; null in a resync.' })
  get event(): OrderEvent | null { return this.item.kind === 'event' ? new OrderEvent(this.item.event) : null; }
  @Getter(() => ID, { nullable: true, description: 'To which order; null in a resync.' })
  get orderId(): string | null { return this.item.kind === 'event' ? toGlobalId('order', this.item.event.subjectId) : null; }
  @Getter(() => [OrderCountChange], { description: 'By how much it changes the numbers on the tabs of the store or the shopper whose feed this is; what leaves a number and what enters one are two changes. Empty in a resync, and for `orderUpdated`.' })
  get countDeltas(): OrderCountChange[] {
    const letter = this.scope.by === 'store' ? 'S' : 'C';
    if (this.item.kind === 'resync' || this.scope.by === 'subject') return [];
    return shownDeltas(this.item.event.countDeltas ?? [], letter).map((delta) => new OrderCountChange(delta));
  }
}
