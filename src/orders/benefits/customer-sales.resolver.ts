import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { knowsPrivately } from '../../customers/customer.queries.ts';
import { Customer } from '../../customers/customer.types.ts';
import { defineLoader, groupedBy } from '../../platform/loaders.ts';
import { Money } from '../../platform/money.types.ts';

interface Sales {
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
}

/** By the index of each customer's own orders; kept nowhere else, so that it cannot differ from them. */
const salesOfCustomer = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) => groupedBy(ids, await db<Sales[]>`
  select customer_id, currency, sum(paid_total - refunded_total)::bigint as amount from orders
  where customer_id = any(${ids as string[]}::uuid[]) and finished_at is not null group by customer_id, currency order by currency`, (row) => row.customerId));

/** What orders tell of their customers; orders stand above them. */
@Resolver(() => Customer)
export class CustomerSalesResolver {
  @FieldResolver(() => [Money], { description: 'What they have paid for orders that are done, less what went back, in each currency that they bought in (S0-87 `totalSaleAmount`); imported orders count. Empty for callers other than the customer, the platform and services.' })
  async salesTotals(@Ctx() context: Context, @Root() { row }: Customer): Promise<Money[]> {
    if (!knowsPrivately(context, row.id)) return [];
    return (await salesOfCustomer(context).load(row.id)).map(({ amount, currency }) => new Money(amount, currency));
  }
}
