import { Field, Int, ObjectType } from 'type-graphql';
import { Getter } from '../../platform/getter.ts';
import { Money } from '../../platform/money.types.ts';
import { cellCounts, waitsToBeSent, type BucketCount, type CountFlag, type ShownBucket, type ShownDelta } from './order-counts.rules.ts';
import { OrderCountBucketEnum, OrderStatusEnum } from '../order-enums.types.ts';
import type { OrderStatus } from '../order.lifecycle.ts';

@ObjectType({ simpleResolvers: true, description: 'How many orders are in one status.' })
export class OrderStatusCount {
  @Field(() => OrderStatusEnum, { description: 'The status.' })
  status!: OrderStatus;
  @Field(() => Int, { description: 'Orders in it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'By how much an event changes one of the numbers on the tabs.' })
export class OrderCountChange {
  constructor(readonly delta: ShownDelta) {}

  @Getter(() => OrderCountBucketEnum, { description: 'Which number.' })
  get bucket(): ShownBucket { return this.delta.bucket; }
  @Getter(() => Int, { description: 'By how many orders: 1 for one that comes in, −1 for one that leaves.' })
  get orders(): number { return this.delta.orders; }
  @Getter(() => Money, { description: 'By how much money; negative for an order that leaves.' })
  get amount(): Money { return new Money(this.delta.amount, this.delta.currency); }
}

/** What all numbers on tabs have in common: a sum of kept counts. */
@ObjectType({ simpleResolvers: true, description: 'The numbers on tabs.' })
abstract class OrderCounts {
  readonly #byStatus = new Map<OrderStatus, number>();
  #awaitingReview = 0;

  constructor(readonly counts: readonly BucketCount[]) {
    for (const { cell, orders } of cellCounts(counts)) {
      this.#byStatus.set(cell.status, this.in(cell.status) + orders);
      if (cell.awaitingReview) this.#awaitingReview += orders;
    }
  }

  protected in(...statuses: readonly OrderStatus[]): number {
    return statuses.reduce((sum, status) => sum + (this.#byStatus.get(status) ?? 0), 0);
  }

  protected flagged(flag: CountFlag): number {
    return this.counts.reduce((sum, { bucket, orders }) => (bucket === flag ? sum + orders : sum), 0);
  }

  /** What the orders of all cells come to, by currency. */
  protected sums(): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { currency, amount } of cellCounts(this.counts)) sums.set(currency, (sums.get(currency) ?? 0) + amount);
    return sums;
  }

  @Getter(() => Int, { description: 'All orders (S1-32, S2-161, S2-168, S4-109).' })
  get total(): number { return this.in(...this.#byStatus.keys()); }
  @Getter(() => Int, { description: 'Wait for payment (S1-33, S2-162, S4-110).' })
  get payPending(): number { return this.in('CREATED_PAY_PENDING'); }
  @Getter(() => Int, { description: 'Paid, and not sent yet (S2-163, there misnamed "delivering"; S4-111).' })
  get shipPending(): number { return this.in(...waitsToBeSent); }
  @Getter(() => Int, { description: 'On the way, or to be confirmed (S1-37, S2-164, there misnamed "delivered"; S4-112).' })
  get receiptPending(): number { return this.in('DELIVERING', 'DELIVERED_CONFIRM_PENDING'); }
  @Getter(() => Int, { description: 'Done, and not reviewed yet (S2-165, S4-114).' })
  get reviewPending(): number { return this.#awaitingReview; }
  @Getter(() => Int, { description: 'Done: CLOSED_CONFIRMED (S2-171, S4-113).' })
  get closed(): number { return this.in('CLOSED_CONFIRMED'); }
  @Getter(() => Int, { description: 'Called off or not paid in time, whether money still goes back or not (S1-38, S2-170).' })
  get canceled(): number { return this.in('CLOSED_CANCELED', 'CLOSED_PAY_TIMEOUT', 'CANCELED_REFUND_PENDING', 'CANCELED_RETURN_PENDING', 'CLOSED_REFUNDED'); }
  @Getter(() => Int, { description: 'Everything was given back: CLOSED_REFUNDED (S1-39); `canceled` counts them as well.' })
  get refunded(): number { return this.in('CLOSED_REFUNDED'); }
  @Getter(() => Int, { description: 'Goods or money are still to come back: CANCELED_RETURN_PENDING and CANCELED_REFUND_PENDING.' })
  get afterSalesPending(): number { return this.in('CANCELED_RETURN_PENDING', 'CANCELED_REFUND_PENDING'); }
  @Getter(() => Int, { description: 'On hold, in whatever status (S1-35).' })
  get onHold(): number { return this.flagged('HELD'); }
  @Getter(() => Int, { description: 'Their owners have reminded of them, and they still wait to leave.' })
  get reminded(): number { return this.flagged('REMINDED'); }
  @Getter(() => [OrderStatusCount], { description: 'Every status that occurs.' })
  get byStatus(): OrderStatusCount[] { return [...this.#byStatus].filter(([, count]) => count !== 0).map(([status, count]) => ({ status, count })); }
}

/** Numbers for those who work on the orders. */
@ObjectType({ simpleResolvers: true, description: 'The numbers on the tabs of those who work on orders.' })
abstract class StaffOrderCounts extends OrderCounts {
  @Getter(() => Int, { description: 'Wait for the store or the platform to act: PAID_CONFIRM_PENDING (S1-34, S2-169).' })
  get handlePending(): number { return this.in('PAID_CONFIRM_PENDING'); }
  @Getter(() => Int, { description: 'Wait to be fetched: CONFIRMED_PICK_PENDING (S2-172).' })
  get pickPending(): number { return this.in('CONFIRMED_PICK_PENDING'); }
  @Getter(() => Int, { description: 'Wait to be sent or brought: CONFIRMED_DELIVER_PENDING (S1-36, S2-173).' })
  get deliverPending(): number { return this.in('CONFIRMED_DELIVER_PENDING'); }
  @Getter(() => Int, { description: 'On their way: DELIVERING (S2-167).' })
  get delivering(): number { return this.in('DELIVERING'); }
}

@ObjectType({ simpleResolvers: true, description: 'The numbers on a store’s tabs (S2-166 to S2-173); a company is a store (S3).' })
export class StoreOrderCounts extends StaffOrderCounts {
  constructor(counts: readonly BucketCount[], readonly currency: string) {
    super(counts);
  }

  @Getter(() => Money, { description: 'What all orders come to (S2-166).' })
  get totalAmount(): Money { return new Money(this.sums().get(this.currency) ?? 0, this.currency); }
}

@ObjectType({ simpleResolvers: true, description: 'The numbers on the tabs of the platform, or of a site that is one (S1-32 to S1-40).' })
export class PlatformOrderCounts extends StaffOrderCounts {
  readonly #withoutStore: ReturnType<typeof cellCounts>;

  constructor(counts: readonly BucketCount[]) {
    super(counts.filter(({ scope }) => scope === 'P'));
    this.#withoutStore = cellCounts(counts.filter(({ scope }) => scope === 'N'));
  }

  @Getter(() => [Money], { description: 'What all orders come to, in each currency that occurs.' })
  get totalAmounts(): Money[] { return [...this.sums()].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => new Money(amount, currency)); }
  @Getter(() => Int, { description: 'In their owners’ recycle bins; counted under their status as well (S1-40).' })
  get recycled(): number { return this.flagged('RECYCLED'); }
  @Getter(() => Int, { description: 'No store has them: `unassigned: true` in a filter.' })
  get unassigned(): number { return this.#withoutStore.reduce((sum, { orders }) => sum + orders, 0); }
  @Getter(() => Int, { description: 'Paid, and waiting for a store to be named or for the platform to confirm: no store has them, and they are PAID_CONFIRM_PENDING.' })
  get assignPending(): number { return this.#withoutStore.reduce((sum, { cell, orders }) => (cell.status === 'PAID_CONFIRM_PENDING' ? sum + orders : sum), 0); }
}

@ObjectType({ simpleResolvers: true, description: 'The numbers on a shopper’s tabs (S2-161 to S2-165, S4-109 to S4-114). What is in the recycle bin is counted there alone.' })
export class MyOrderCounts extends OrderCounts {
  @Getter(() => Int, { description: 'In the recycle bin (S1-40).' })
  get recycled(): number { return this.flagged('RECYCLED'); }
}
