import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../../context.ts';
import { DateTime } from '../../platform/scalars.ts';
import { assignmentsOf } from './order-assignments.rules.ts';
import { isForCustomer } from '../order-events.ts';
import { orderAtInstant } from '../history/order-history.rules.ts';
import { OrderHold } from './order-facts.types.ts';
import { StoreAssignment } from './order-desk.types.ts';
import { historyOfOrder } from '../order.queries.ts';
import { Order } from '../order.types.ts';

const isStaff = (context: Context): boolean => callerOf(context).role !== 'SHOPPER';

@Resolver(() => Order)
export class OrderFactsResolver {
  @FieldResolver(() => [StoreAssignment], { description: 'The stores that were given the order, oldest first, and what each made of it (S2-191, S2-194).' })
  async assignments(@Ctx() context: Context, @Root() { row }: Order): Promise<StoreAssignment[]> {
    const history = await historyOfOrder(context).load(row.id);
    return assignmentsOf(history.filter(({ version }) => version <= row.version)).map((attempt) => new StoreAssignment(attempt));
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order as it was at an instant, read out of its history: lines, totals, status, payments. Null before it was placed. What refers to other objects, such as the store’s present name, is as it is now.' })
  async asOf(@Ctx() context: Context, @Root() { row }: Order, @Arg('at', () => DateTime, { description: 'The instant.' }) at: string): Promise<Order | null> {
    const was = orderAtInstant(row, await historyOfOrder(context).load(row.id), at);
    return was && new Order(was, at);
  }
}

@Resolver(() => OrderHold)
export class OrderHoldResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Why, for those who work on the order; null for its owner.' })
  reason(@Ctx() context: Context, @Root() { row }: OrderHold): string | null {
    return isStaff(context) ? row.holdReason : null;
  }
}

@Resolver(() => StoreAssignment)
export class StoreAssignmentResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Name of whoever gave it to the store: the customer who chose the store, or the platform. Null for the order’s owner where it was not themselves.' })
  assignedBy(@Ctx() context: Context, @Root() { attempt: { assigned } }: StoreAssignment): string | null {
    return isStaff(context) || assigned.actorId === callerOf(context).personId ? assigned.actorName : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the clerk who answered for the store; null while none has, and for the order’s owner.' })
  clerk(@Ctx() context: Context, @Root() { attempt: { answered, outcome } }: StoreAssignment): string | null {
    return answered && isStaff(context) && outcome !== 'ENDED' ? answered.actorName : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the store could not serve it, or what else was said with the answer; for those who work on the order.' })
  reason(@Ctx() context: Context, @Root() { attempt: { answered } }: StoreAssignment): string | null {
    const { personId } = callerOf(context);
    return answered && (isStaff(context) || isForCustomer(answered, personId)) ? answered.comment : null;
  }
}
