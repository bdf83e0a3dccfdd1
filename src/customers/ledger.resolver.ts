import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { defaultPageSize, maximalPageSize } from '../platform/connection.types.ts';
import { badInput } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { Money } from '../platform/money.types.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { CurrencyCode } from '../platform/scalars.ts';
import { adjustLedger } from './adjust-ledger.ts';
import { Customer } from './customer.types.ts';
import { knowsPrivately } from './customer.queries.ts';
import { accountsOfCustomer, balanceOf, pointTotalsOf, statementPage, type Account } from './ledger.queries.ts';
import { pointsUnit, type CustomerAccountKind } from './ledger.rules.ts';
import { LedgerAccountEnum, LedgerAdjustInput, LedgerAdjustPayload, LedgerAmount, LedgerEntry, LedgerEntryConnection } from './ledger.types.ts';

@ArgsType()
class StatementArgs {
  @Field(() => ID, { nullable: true, description: 'Whose account. A shopper leaves it out: it is their own; others must give it.' })
  customerId?: string | null;
  @Field(() => LedgerAccountEnum, { defaultValue: 'POINTS', description: 'Which account.' })
  account!: CustomerAccountKind;
  @Field(() => CurrencyCode, { nullable: true, description: 'Of which wallet; the platform’s own currency when left out. Points have none.' })
  currency?: string | null;
  @Field(() => Int, { defaultValue: defaultPageSize, description: `How many movements at most, 1 to ${maximalPageSize}.` })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Only movements behind this cursor, that is older ones.' })
  after?: string | null;
}

/** The account that the caller may read, or null: whoever asks for somebody else’s sees an empty one. */
function accountOf(context: Context, { customerId, account, currency }: StatementArgs): Account | null {
  const { role, personId } = callerOf(context);
  if (customerId == null && role !== 'SHOPPER') throw badInput('Say whose account: customerId.');
  const id = customerId == null ? personId : fromGlobalId('customer', customerId);
  if (id === null || (role === 'SHOPPER' && id !== personId)) return null;
  return { customerId: id, kind: account, unit: unitOf(context, account, currency) };
}

const unitOf = ({ orderSettings }: Context, account: CustomerAccountKind, currency: string | null | undefined): string =>
  account === 'WALLET' ? (currency ?? orderSettings.defaultCurrency) : pointsUnit;

function seqOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,15}$/.test(text)) throw badInput('"after" is not a cursor of this list; pass an endCursor as it came.');
  return Number(text);
}

async function statement(context: Context, args: StatementArgs): Promise<LedgerEntryConnection> {
  const { first, after, account: kind, currency } = args;
  if (first < 1 || first > maximalPageSize) throw badInput(`A page has 1 to ${maximalPageSize} rows; you asked for ${first}.`);
  const before = after == null ? null : seqOf(after);
  const account = accountOf(context, args);
  const [rows, balance] = account ? await Promise.all([statementPage(context.db, account, before, first), balanceOf(context.db, account)]) : [[], 0];
  const edges = rows.slice(0, first).map((row) => ({ cursor: Buffer.from(String(row.seq)).toString('base64url'), node: new LedgerEntry(row) }));
  const pageInfo = { hasNextPage: rows.length > first, hasPreviousPage: false, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo, balance: new LedgerAmount(balance, unitOf(context, kind, currency)) };
}

@Resolver(() => Customer)
export class LedgerResolver {
  @Access('SHOPPER', 'PLATFORM', 'SERVICE')
  @Query(() => LedgerEntryConnection, { description: 'The movements of an account of a customer, newest first, and what it holds. Empty for an account that was never used, and for a shopper who asks for somebody else’s.' })
  ledgerStatement(@Ctx() context: Context, @Args(() => StatementArgs) args: StatementArgs): Promise<LedgerEntryConnection> {
    return statement(context, args);
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => LedgerAdjustPayload, { description: 'Gives a customer points or money of their wallet, or takes some, for a reason. Refusals: NOT_FOUND, INSUFFICIENT_POINTS, INSUFFICIENT_FUNDS, INVALID_INPUT.' })
  async ledgerAdjust(@Ctx() context: Context, @Arg('input', () => LedgerAdjustInput, { description: 'Whose, how much, and why.' }) input: LedgerAdjustInput): Promise<LedgerAdjustPayload> {
    const answer = await adjustLedger(context, input);
    return { ...payloadOf(answer), entry: answer.value && new LedgerEntry(answer.value) };
  }

  @FieldResolver(() => Int, { description: 'Points that they can spend (S0-87).' })
  async pointsBalance(@Ctx() context: Context, @Root() { row }: Customer): Promise<number> {
    return (await accountsOfCustomer(context).load(row.id)).find(({ kind }) => kind === 'POINTS')?.balance ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Points that their unpaid orders hold; not part of `pointsBalance`.' })
  async pointsReserved(@Ctx() context: Context, @Root() { row }: Customer): Promise<number> {
    return (await accountsOfCustomer(context).load(row.id)).find(({ kind }) => kind === 'POINTS_RESERVED')?.balance ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Points that ever came in (S0-87); what was taken back with returned goods is not counted. `pointsEarned` − `pointsSpent` = `pointsBalance` + `pointsReserved` (S0-39).' })
  async pointsEarned(@Ctx() context: Context, @Root() { row }: Customer): Promise<number> {
    return (await pointTotalsOf(context).load(row.id))?.earned ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Points that were ever spent or taken (S0-87); what a refund brought back is not counted.' })
  async pointsSpent(@Ctx() context: Context, @Root() { row }: Customer): Promise<number> {
    return (await pointTotalsOf(context).load(row.id))?.spent ?? 0;
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What the wallet in this currency holds. Null for callers other than the customer, the platform and services.' })
  async walletBalance(
    @Ctx() context: Context, @Root() { row }: Customer,
    @Arg('currency', () => CurrencyCode, { nullable: true, description: 'The currency; the platform’s own when left out.' }) currency: string | null,
  ): Promise<Money | null> {
    if (!knowsPrivately(context, row.id)) return null;
    const unit = unitOf(context, 'WALLET', currency);
    return new Money((await accountsOfCustomer(context).load(row.id)).find((account) => account.kind === 'WALLET' && account.unit === unit)?.balance ?? 0, unit);
  }

  @FieldResolver(() => [Money], { description: 'What each of their wallets holds, by currency. Empty for callers other than the customer, the platform and services.' })
  async walletBalances(@Ctx() context: Context, @Root() { row }: Customer): Promise<Money[]> {
    if (!knowsPrivately(context, row.id)) return [];
    return (await accountsOfCustomer(context).load(row.id)).filter(({ kind }) => kind === 'WALLET').map(({ balance, unit }) => new Money(balance, unit));
  }
}
