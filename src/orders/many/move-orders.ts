import { callerOf, type Context } from '../../context.ts';
import { runCommand, type Answer, type CommandInput, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { inTransaction, isDeadlock } from '../../platform/database.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { countRefusals } from './batch.rules.ts';
import { attemptOf, maximalTries, tooBusy, type Attempt, type WantedStep } from '../steps/move-order.ts';
import { findOrder, findOrders } from '../order.queries.ts';
import { outcomeOf, recallVerdicts, type OrderVerdict } from './order-verdicts.ts';
import type { OrderRow } from '../order.tables.ts';
import { keepRehearsedLists } from '../lists/rehearsed-lists.ts';

export interface OrdersCommandInput extends CommandInput {
  readonly orderIds: readonly string[];
}

type Verdicts = readonly OrderVerdict[];

/** Takes the same step for many orders, each judged by itself: what is refused for one stops no other. */
export function moveOrders(context: Context, operation: string, input: OrdersCommandInput, step: WantedStep, refusals: readonly Refusal[] = []): Promise<Answer<Verdicts>> {
  const attempt = attemptOf(context, step);
  const run = (scope: CommandScope): Promise<Outcome<Verdicts>> => {
    const refused = [...countRefusals(input.orderIds, 'orderIds'), ...refusals];
    return refused.length > 0 ? Promise.resolve({ kind: 'refused', value: null, refusals: refused }) : moveTogether(context, scope, input.orderIds, attempt);
  };
  const recall = (result: Parameters<typeof recallVerdicts>[2]) => recallVerdicts(context.db, callerOf(context), result);
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: callerOf(context).personId, input, run, recall });
}

/** One transaction, which the idempotency key commits with: either all that the answer says has happened, or none of it. */
async function moveTogether(context: Context, scope: CommandScope, references: readonly string[], attempt: Attempt): Promise<Outcome<Verdicts>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(scope.db, async (db) => {
        const verdicts = await moveEach(context, { ...scope, db, claim: () => db`` }, references, attempt);
        return outcomeOf(verdicts, async (result) => {
          await db`with saved as (select 1) ${scope.claim(db`saved`, result)} select 1`;
        });
      });
    } catch (error) {
      // A rehearsal lives in a transaction of its caller's, which a deadlock has ended.
      if (!isDeadlock(error) || scope.rehearsal || tries === maximalTries) throw error;
    }
  }
}

/** In the order of their ids, so that two such commands lock the same orders in the same sequence. */
async function moveEach(context: Context, scope: CommandScope, references: readonly string[], attempt: Attempt): Promise<OrderVerdict[]> {
  const found = await findOrders(scope.db, callerOf(context), references);
  const newest = new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])));
  const verdicts: OrderVerdict[] = [];
  const sequence = references.map((_, index) => index).toSorted((a, b) => ((found[a]?.id ?? '') < (found[b]?.id ?? '') ? -1 : 1));
  for (const index of sequence) {
    const order = newest.get(found[index]?.id ?? '') ?? null;
    const outcome = order ? await tryRepeatedly(context, scope, order, attempt) : notFound(index);
    if (outcome.value) newest.set(outcome.value.id, outcome.value);
    verdicts[index] = verdictOf(references[index]!, outcome);
  }
  await keepRehearsedLists(context, scope, ...newest.keys());
  return verdicts;
}

const notFound = (index: number): Outcome<OrderRow> =>
  ({ kind: 'refused', value: null, refusals: [refusal('NOT_FOUND', 'You have no order with this id or number.', ['orderIds', String(index)])] });

async function tryRepeatedly(context: Context, scope: CommandScope, read: OrderRow, attempt: Attempt): Promise<Outcome<OrderRow>> {
  let order: OrderRow | null = read;
  for (let tries = 0; tries < maximalTries; tries += 1) {
    const outcome = order && (await attempt(order, scope));
    if (outcome) return outcome;
    order = await findOrder(scope.db, callerOf(context), read.number);
  }
  return tooBusy(order);
}

function verdictOf(reference: string, outcome: Outcome<OrderRow>): OrderVerdict {
  const verdict = { done: 'DONE', unchanged: 'UNCHANGED', refused: 'REFUSED' } as const;
  return { reference, outcome: verdict[outcome.kind], order: outcome.value, refusals: outcome.kind === 'refused' ? outcome.refusals : [] };
}
