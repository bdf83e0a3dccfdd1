import { Int, ObjectType } from 'type-graphql';
import { Address } from '../../platform/address.types.ts';
import { Getter } from '../../platform/getter.ts';
import { DateTime } from '../../platform/scalars.ts';
import { TitleEnum } from '../order-enums.types.ts';
import type { OrderRow } from '../order.tables.ts';
import type { Party, Title } from '../parties.rules.ts';

@ObjectType({ simpleResolvers: true, description: 'That an order is stopped, since when and why (S1-35).' })
export class OrderHold {
  constructor(readonly row: OrderRow) {}

  @Getter(() => DateTime, { description: 'Since when.' })
  get since(): string { return this.row.heldAt!; }
}

@ObjectType({ simpleResolvers: true, description: 'That the customer has asked for the goods (S2-159).' })
export class OrderReminder {
  constructor(readonly row: OrderRow) {}

  @Getter(() => DateTime, { description: 'When last.' })
  get at(): string { return this.row.remindedAt!; }
  @Getter(() => Int, { description: 'How often so far.' })
  get count(): number { return this.row.reminders; }
  @Getter(() => DateTime, { description: 'From when on they may do so again.' })
  get againAt(): string { return this.row.remindAgainAt!; }
}

@ObjectType({ simpleResolvers: true, description: 'A comment that is linked to an order or to a line of it (S2-6, S1-70).' })
export class OrderReview {
  constructor(readonly row: { readonly commentId: string | null; readonly reviewedAt: string | null }) {}

  @Getter(() => String, { description: 'Id of the comment where comments are kept.' })
  get commentId(): string { return this.row.commentId!; }
  @Getter(() => DateTime, { description: 'When it was linked.' })
  get at(): string { return this.row.reviewedAt!; }
}

@ObjectType({ simpleResolvers: true, description: 'Somebody an order names besides who gets the goods (S3-139).' })
export class OrderParty {
  constructor(readonly row: Party) {}

  @Getter(() => String, { description: 'Name.' })
  get name(): string { return this.row.name; }
  @Getter(() => TitleEnum, { nullable: true, description: 'How they are addressed (S3-153).' })
  get title(): Title | null { return this.row.title; }
  @Getter(() => String, { nullable: true, description: 'Given name by itself (S3-154).' })
  get givenName(): string | null { return this.row.givenName; }
  @Getter(() => String, { nullable: true, description: 'Family name by itself (S3-154).' })
  get familyName(): string | null { return this.row.familyName; }
  @Getter(() => String, { nullable: true, description: 'Phone number (S3-155).' })
  get phone(): string | null { return this.row.phone; }
  @Getter(() => String, { nullable: true, description: 'E-mail (S3-156).' })
  get email(): string | null { return this.row.email; }
  @Getter(() => Address, { nullable: true, description: 'Address (S3-157).' })
  get address(): Address | null { return this.row.address; }
}
