import type { Outcome } from '../../platform/commands.ts';
import { isAborted, type Database } from '../../platform/database.ts';
import type { OrderRow } from '../order.tables.ts';
import { BrokenLedger } from '../paying/plan-refund.ts';

async function hasMoved(db: Database, { id, version }: OrderRow): Promise<boolean> {
  try {
    return (await db<{ version: number }[]>`select version from orders where id = ${id}`)[0]?.version !== version;
  } catch (error) {
    // In a rehearsal, a constraint that refuses ends the transaction; what it found is not a matter of when it was read.
    if (isAborted(error)) return false;
    throw error;
  }
}

/**
 * Null, as for a lost race, where the order has moved on while a command was thinking about it, and what it came to cannot be
 * trusted: lines, documents and payments are read one after the other, so that some may be newer than others. A plan that is
 * written is voided by the order's version anyway; a refusal, or sums that do not add up, are written nowhere and are asked here.
 */
export async function unlessMoved<T>(db: Database, order: OrderRow | null, attempt: () => Promise<Outcome<T> | null>): Promise<Outcome<T> | null> {
  try {
    const outcome = await attempt();
    return order && outcome?.kind === 'refused' && (await hasMoved(db, order)) ? null : outcome;
  } catch (error) {
    if (error instanceof BrokenLedger && order && (await hasMoved(db, order))) return null;
    throw error;
  }
}
