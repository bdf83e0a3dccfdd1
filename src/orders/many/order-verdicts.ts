import type { Caller } from '../../identity/caller.ts';
import type { Outcome, Remembered } from '../../platform/commands.ts';
import type { Refusal } from '../../platform/refusals.ts';
import type { VerdictOutcome } from './batch.rules.ts';
import { ordersAsOf } from '../history/order-as-of.ts';
import type { Database } from '../../platform/database.ts';
import type { OrderRow } from '../order.tables.ts';

/** What became of one of many orders in a command. */
export interface OrderVerdict {
  /** The order as the caller named it. */
  readonly reference: string;
  readonly outcome: VerdictOutcome;
  readonly order: OrderRow | null;
  readonly refusals: readonly Refusal[];
}

interface RememberedVerdict extends Omit<OrderVerdict, 'order'> {
  readonly order: { readonly id: string; readonly version: number } | null;
}

const remembered = (verdicts: readonly OrderVerdict[]): Remembered => ({
  verdicts: JSON.stringify(verdicts.map(({ order, ...rest }): RememberedVerdict => ({ ...rest, order: order && { id: order.id, version: order.version } }))),
});

export type Claim = (result: Remembered) => Promise<void>;

/** Where nothing was done, nothing is claimed: all may be done under the same key later. */
export async function outcomeOf(verdicts: readonly OrderVerdict[], claim: Claim): Promise<Outcome<readonly OrderVerdict[]>> {
  if (verdicts.some(({ outcome }) => outcome === 'DONE')) {
    await claim(remembered(verdicts));
    return { kind: 'done', value: verdicts };
  }
  if (verdicts.some(({ outcome }) => outcome === 'UNCHANGED')) return { kind: 'unchanged', value: verdicts, remember: remembered(verdicts) };
  return { kind: 'refused', value: verdicts, refusals: [] };
}

/** The first answer again, with each order as it then was. */
export async function recallVerdicts(db: Database, caller: Caller, { verdicts }: Remembered): Promise<OrderVerdict[]> {
  const told = JSON.parse(String(verdicts)) as RememberedVerdict[];
  const orders = await ordersAsOf(db, caller, told.flatMap(({ order }) => (order ? [order] : [])));
  return told.map(({ order, ...rest }) => ({ ...rest, order: order && (orders.get(`${order.id} ${order.version}`) ?? null) }));
}
