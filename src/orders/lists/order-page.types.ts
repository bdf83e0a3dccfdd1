import { Args, ArgsType, Field, Int } from 'type-graphql';
import { defaultPageSize, maximalPageSize } from '../../platform/connection.types.ts';
import { enumOf } from '../../platform/enum-of.ts';
import { orderSorts, type OrderPageArguments, type OrderSort } from './order-page-request.ts';

const OrderSortEnum = enumOf('OrderSort', 'By what a list of orders is sorted.', orderSorts);

@ArgsType()
class PageArgs implements OrderPageArguments {
  @Field(() => Int, { nullable: true, description: `How many orders at most, 1 to ${maximalPageSize}; ${defaultPageSize} when neither first nor last is given.` })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'Only orders behind this cursor, that is older ones. A cursor belongs to its `sort`.' })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: 'In place of `first`: how many orders at most, counted from the old end or from `before`.' })
  last?: number | null;
  @Field(() => String, { nullable: true, description: 'Only orders before this cursor, that is newer ones.' })
  before?: string | null;
  @Field(() => OrderSortEnum, { defaultValue: 'CREATED', description: 'By what the list is sorted, the latest first.' })
  sort!: OrderSort;
}

/** The paging arguments of a list of orders. */
export const OrderPage = () => Args(() => PageArgs);
