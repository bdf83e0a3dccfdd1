/** Reads out of an order's history which stores had it, and what each made of it. */
import type { EventRow } from '../../platform/event-log.ts';
import type { Instant } from '../../platform/time.ts';
import { isOver, type Fulfilment } from '../order.lifecycle.ts';

export const assignmentOutcomes = {
  WAITING: 'The store has not answered yet.',
  ACCEPTED: 'The store took the order on: it accepted it, or began to send it.',
  REJECTED: 'The store could not serve it (S2-191).',
  WITHDRAWN: 'The platform took it away from the store before it had answered.',
  ENDED: 'The order ended before the store had answered.',
} as const satisfies Record<string, string>;
export type AssignmentOutcome = keyof typeof assignmentOutcomes;

/** One store's turn with an order. */
export interface Assignment {
  readonly storeId: string;
  readonly storeCode: string;
  readonly storeName: string;
  readonly assigned: EventRow;
  readonly outcome: AssignmentOutcome;
  /** The event in which the store answered, or the order ended; null while neither has happened. */
  readonly answered: EventRow | null;
  readonly at: Instant;
}

const answers: Readonly<Partial<Record<string, AssignmentOutcome>>> = { ACCEPT: 'ACCEPTED', START_DELIVERY: 'ACCEPTED', COMPLETE: 'ACCEPTED', REJECT: 'REJECTED' };

function outcomeOf({ type, changes, actorRole }: EventRow): AssignmentOutcome | null {
  if (type === 'REJECT' && actorRole === 'PLATFORM') return 'WITHDRAWN';
  const answer = answers[type];
  if (answer) return answer;
  const fulfilment = changes['fulfilment'] as Fulfilment | undefined;
  return fulfilment && isOver(fulfilment) ? 'ENDED' : null;
}

/** `history` oldest first. A store has the order from the event that names it until it answers. */
export function assignmentsOf(history: readonly EventRow[]): Assignment[] {
  const attempts: Assignment[] = [];
  for (const event of history) {
    const { storeId, storeCode, storeName } = event.changes as Partial<Record<string, string | null>>;
    if (storeId && storeCode && storeName) {
      attempts.push({ storeId, storeCode, storeName, assigned: event, outcome: 'WAITING', answered: null, at: event.at });
      continue;
    }
    const current = attempts.at(-1);
    const outcome = current?.outcome === 'WAITING' ? outcomeOf(event) : null;
    if (current && outcome) attempts[attempts.length - 1] = { ...current, outcome, answered: event };
  }
  return attempts;
}
