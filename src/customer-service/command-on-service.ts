import type { CartRow } from '../carts/cart.tables.ts';
import { callerOf, type Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { itemsOf, itemsOfOrder, visibleOrderById, visibleTo } from '../orders/order.queries.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import { unlessMoved } from '../orders/steps/unless-moved.ts';
import { keepRehearsedLists } from '../orders/lists/rehearsed-lists.ts';
import { paymentsOf } from '../payments/payment.queries.ts';
import type { PaymentRow } from '../payments/payment.tables.ts';
import { runCommand, type Answer, type CommandInput, type CommandScope, type Outcome } from '../platform/commands.ts';
import type { Database } from '../platform/database.ts';
import { historiesOf } from '../platform/event-log.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { caseOf, documentsAt, pointsToLose, findService, historyOfService, primeItems, primeRefunds, refundsOf, servicesOf, servicesOfOrder, servicesVisibleTo } from './customer-service.queries.ts';
import type { OrderCase, ServiceDocument } from './order-case.rules.ts';
import { recallService } from './service-as-of.ts';

/** What a command on a document is answered with. */
export interface ServiceAnswer {
  readonly document: ServiceDocument | null;
  /** The order that the document belongs to, if to one. */
  readonly order: OrderRow | null;
  /** In which goods are sold again, where the same command has begun one. */
  readonly cart?: CartRow | null;
}

/** What every mutation of an existing document takes. */
export interface ServiceCommandInput extends CommandInput {
  readonly customerServiceId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** A document with all that belongs to it, read so that whatever is committed in between voids a plan. */
export interface FoundService {
  readonly document: ServiceDocument;
  readonly ofOrder: OrderCase | null;
  /** Whether the caller may see the order by itself, too: another store may have it by now, or its owner has removed it. */
  readonly showsOrder: boolean;
  readonly payments: readonly PaymentRow[];
  readonly pointsBalance: number;
}

export type ServiceOutcome = Outcome<ServiceAnswer>;

/** Beyond this many lost races the client is told to try again. */
export const maximalTries = 5;

/** The order as the caller may see it. */
export const shownOrder = ({ showsOrder }: FoundService, order: OrderRow | null): OrderRow | null => (showsOrder ? order : null);

export const answerOf = (found: FoundService): ServiceAnswer => ({ document: found.document, order: shownOrder(found, found.ofOrder?.order ?? null) });

export const refuseService = (value: ServiceAnswer | null, refusals: readonly Refusal[]): ServiceOutcome => ({ kind: 'refused', value, refusals });

/** The answer to a repetition: the document as it is, under this key from now on. */
export function alreadyDone(found: FoundService): ServiceOutcome {
  const { document: { row }, ofOrder } = found;
  return { kind: 'unchanged', value: answerOf(found), remember: { service: row.id, anchor: row.anchorId, version: row.version, ...(ofOrder && { orderVersion: ofOrder.order.version }) } };
}

/** Reads the order first, and then what hangs on it: the order's version guards all of it. */
async function find(db: Database, caller: Caller, reference: string): Promise<FoundService | null> {
  const row = await findService(db, caller, reference);
  if (!row) return null;
  const [orderRow] = row.orderId === null ? [] : await db<(OrderRow & { showsOrder: boolean })[]>`
    select o.*, ${visibleTo(db, caller)} as shows_order from orders o join customer_services c on c.order_id = o.id where c.anchor_id = ${row.anchorId} and c.id = ${row.id} and ${servicesVisibleTo(db, caller)}`;
  if (row.orderId !== null && !orderRow) return null;
  if (!orderRow) return { document: (await documentsAt(db, row.anchorId))[0]!, ofOrder: null, showsOrder: false, payments: [], pointsBalance: 0 };
  const { showsOrder, ...order } = orderRow;
  const [ofOrder, payments, pointsBalance] = await Promise.all([caseOf(db, order), paymentsOf(db, order.id), pointsToLose(db, order)]);
  return { document: ofOrder.documents.find((document) => document.row.id === row.id)!, ofOrder, showsOrder, payments, pointsBalance };
}

const noSuchService = (): ServiceOutcome => refuseService(null, [refusal('NOT_FOUND', 'You have no customer service with this id or number.', ['customerServiceId'])]);

const movedOn = (found: FoundService): ServiceOutcome =>
  refuseService(answerOf(found), [refusal('VERSION_CONFLICT', `The document is at version ${found.document.row.version} by now; look at it and decide anew.`, ['expectedVersion'])]);

/** Runs a command on one document the caller may know of; `attempt` gives null when it lost a race and should try again. */
export function commandOnService(
  context: Context, operation: string, input: ServiceCommandInput,
  attempt: (found: FoundService, scope: CommandScope) => Promise<ServiceOutcome | null>, repeated: (found: FoundService) => boolean,
): Promise<Answer<ServiceAnswer>> {
  const caller = callerOf(context);
  const run = async (scope: CommandScope): Promise<ServiceOutcome> => {
    for (let tries = 0; tries < maximalTries; tries += 1) {
      const found = await find(scope.db, caller, input.customerServiceId);
      if (!found) return noSuchService();
      if (repeated(found)) return alreadyDone(found);
      if (input.expectedVersion != null && input.expectedVersion !== found.document.row.version) return movedOn(found);
      const outcome = await unlessMoved(scope.db, found.ofOrder?.order ?? null, () => attempt(found, scope));
      if (outcome) return keepSeen(context, scope, outcome);
    }
    const found = await find(scope.db, caller, input.customerServiceId);
    return refuseService(found && answerOf(found), [refusal('VERSION_CONFLICT', 'Others keep changing this document; try again.')]);
  };
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: caller.personId, input, run, recall: recallService(context) });
}

/** Shows in the payload what was written, and in a rehearsal what would have been, read before it is rolled back. */
export async function keepSeen(context: Context, scope: CommandScope, outcome: ServiceOutcome): Promise<ServiceOutcome> {
  if (outcome.kind !== 'done') return outcome;
  const { document, order } = outcome.value;
  if (order) visibleOrderById(context).clear(order.id).prime(order.id, order);
  if (!document || !scope.rehearsal) return outcome;
  const { row, items } = document;
  primeItems(context, row, items);
  const [history, refunds] = await Promise.all([historiesOf(scope.db, [row.id]), refundsOf(scope.db, row)]);
  historyOfService(context).prime(row.id, history);
  primeRefunds(context, row, refunds);
  if (order) await keepRehearsedOrder(context, scope, order.id);
  return outcome;
}

/** What the documents of a rehearsal make of the order: its lines and documents as they would be, besides its own lists. */
async function keepRehearsedOrder(context: Context, scope: CommandScope, id: string): Promise<void> {
  const [lines, services] = await Promise.all([itemsOf(scope.db, id), servicesOf(scope.db, callerOf(context), id), keepRehearsedLists(context, scope, id)]);
  itemsOfOrder(context).clear(id).prime(id, lines);
  servicesOfOrder(context).clear(id).prime(id, services);
}
