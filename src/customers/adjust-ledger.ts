import { actorOf, callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { fromGlobalId, newId } from '../platform/ids.ts';
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { entryOfTransaction, type StatementRow } from './ledger.queries.ts';
import { pointsUnit, type LedgerEntry, type LedgerPosting } from './ledger.rules.ts';
import type { LedgerAdjustInput } from './ledger.types.ts';
import { overdrawn, overfilled, postLedger } from './post-ledger.ts';

const maximalPoints = 10_000_000;
/** In minor units. */
const maximalMoney = 1_000_000_000_000;

const refused = (...refusals: Refusal[]): Outcome<StatementRow> => ({ kind: 'refused', refusals, value: null });

interface Adjustment {
  readonly unit: string;
  readonly amount: number;
}

function adjustmentOf({ points, money }: LedgerAdjustInput): Adjustment | Refusal {
  if ((points == null) === (money == null)) return refusal('INVALID_INPUT', 'Give either points or money.', points == null ? ['points'] : ['money']);
  if (points != null) {
    const sound = points !== 0 && Math.abs(points) <= maximalPoints;
    return sound ? { unit: pointsUnit, amount: points } : refusal('INVALID_INPUT', `Give 1 to ${maximalPoints} points, or take as many.`, ['points']);
  }
  const { amount, currency } = money!;
  const minor = parseDecimal(amount, currency);
  if (minor === null || minor === 0 || Math.abs(minor) > maximalMoney) return refusal('INVALID_INPUT', `"${amount}" is no amount in ${currency} that a wallet can be given or lose.`, ['money', 'amount']);
  return { unit: currency, amount: minor };
}

const entriesOf = ({ unit, amount }: Adjustment): LedgerEntry[] =>
  unit === pointsUnit ? [{ kind: 'POINTS', amount }, { kind: 'PLATFORM_POINTS', amount: -amount }] : [{ kind: 'WALLET', amount }, { kind: 'PLATFORM_WALLET', amount: -amount }];

async function adjust({ db, claim }: CommandScope, posting: LedgerPosting): Promise<Outcome<StatementRow>> {
  const path = [posting.unit === pointsUnit ? 'points' : 'money'];
  try {
    const [found] = await db`
      with saved as (select id from customers where id = ${posting.customerId})
      ${postLedger(db, db`saved`, [posting])}
      ${claim(db`saved`, { id: posting.id })} select 1 from saved`;
    if (!found) return refused(refusal('NOT_FOUND', 'There is no customer with this id.', ['customerId']));
    return { kind: 'done', value: (await entryOfTransaction(db, posting.id))! };
  } catch (error) {
    if (overfilled(error)) return refused(refusal('INVALID_INPUT', 'The account would come to hold more than any can.', path));
    if (!overdrawn(error)) throw error;
    return refused(posting.unit === pointsUnit
      ? refusal('INSUFFICIENT_POINTS', 'The customer has fewer points than that; take at most what there is.', path)
      : refusal('INSUFFICIENT_FUNDS', `The customer’s ${posting.unit} wallet holds less than that; take at most what there is.`, path));
  }
}

/** The platform gives a customer points or money, or takes some, for a reason that the customer reads. */
export function adjustLedger(context: Context, input: LedgerAdjustInput): Promise<Answer<StatementRow>> {
  const caller = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<StatementRow>> => {
    const adjustment = adjustmentOf(input);
    const refusals = [...textRefusals([['reason', input.reason, 200, true]]), ...('code' in adjustment ? [adjustment] : [])];
    if (refusals.length > 0 || 'code' in adjustment) return refused(...refusals);
    const customerId = fromGlobalId('customer', input.customerId);
    if (!customerId) return refused(refusal('NOT_FOUND', 'There is no customer with this id.', ['customerId']));
    return adjust(scope, { id: newId(), customerId, unit: adjustment.unit, reason: 'ADJUST', orderId: null, note: input.reason, at: scope.now, actor: actorOf(caller), entries: entriesOf(adjustment) });
  };
  const recall = ({ id }: Readonly<Record<string, unknown>>) => entryOfTransaction(context.db, String(id));
  return runCommand({ ...context, now: context.clock() }, { operation: 'ledgerAdjust', actorId: caller.personId, input, run, recall });
}
