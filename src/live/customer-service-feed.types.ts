import { ID, ObjectType } from 'type-graphql';
import { CustomerServiceLogEntry } from '../customer-service/customer-service.types.ts';
import { encodeCursor } from '../platform/event-log.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import type { FeedItem, FollowScope } from './feed.ts';

@ObjectType({ simpleResolvers: true, description: 'What the feed of customer service tells: something that happened to a refund, return or exchange, or (`resync`) that too much was missed.' })
export class CustomerServiceFeedEvent {
  /** `currency` is that of the store, in which all its documents are. */
  constructor(readonly item: FeedItem, readonly scope: FollowScope, readonly currency: string) {}

  @Getter(() => String, { description: 'Pass the last one you have worked off as `after` when you subscribe again: nothing is missed, nothing told twice.' })
  get cursor(): string { return encodeCursor(this.item.cursor); }
  @Getter(() => Boolean, { description: 'True when too much was missed to be told one by one, or the cursor is not of this database: read your lists anew, then go on with what follows.' })
  get resync(): boolean { return this.item.kind === 'resync'; }
  @Getter(() => CustomerServiceLogEntry, { nullable: true, description: 'What happened, as the log has it; null in a resync.' })
  get event(): CustomerServiceLogEntry | null { return this.item.kind === 'event' ? new CustomerServiceLogEntry(this.item.event, this.currency) : null; }
  @Getter(() => ID, { nullable: true, description: 'To which document; null in a resync.' })
  get customerServiceId(): string | null { return this.item.kind === 'event' ? toGlobalId('service', this.item.event.subjectId) : null; }
}
