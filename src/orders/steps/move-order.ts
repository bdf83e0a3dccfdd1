import { actorOf, callerOf, type Context } from '../../context.ts';
import type { LedgerPosting } from '../../customers/ledger.rules.ts';
import type { Caller } from '../../identity/caller.ts';
import { runCommand, type Answer, type CommandInput, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import type { ItemChange } from '../history/order-history.rules.ts';
import { orderAsOf } from '../history/order-as-of.ts';
import type { Transition } from '../order.lifecycle.ts';
import { unchanged, withFollowUps, withStep, type OrderPlan } from './order-plan.rules.ts';
import { findOrder } from '../order.queries.ts';
import { judge, type MoverIdentity, type OrderAction, type OrderChanges } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { keepRehearsedLists } from '../lists/rehearsed-lists.ts';
import { unlessMoved } from './unless-moved.ts';
import { writeOrder, type Companions } from './write-order.ts';

/** What every mutation of an existing order takes. */
export interface OrderCommandInput extends CommandInput {
  readonly orderId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** What a step needs besides its row in the table. */
export interface Preparation {
  readonly changes?: OrderChanges;
  /** What it changes of the lines, for the event; `companions` write it. */
  readonly items?: readonly ItemChange[];
  /** It turns out to be so already. */
  readonly repeated?: true;
  readonly comment?: string | null;
  readonly companions?: Companions;
  /** What the step itself moves in the ledger; points and coupon follow from the order's change by themselves. */
  readonly postings?: readonly LedgerPosting[];
  readonly refusals?: readonly Refusal[];
  /** What else happens by the same write, before the steps that follow by themselves. */
  readonly extend?: (plan: OrderPlan) => OrderPlan;
  /** In a rehearsal, reads what `companions` have written and the payload may show, before it is rolled back. */
  readonly keepRehearsed?: () => Promise<unknown>;
}

/** A step that somebody wants to take, and what they bring for it. */
export interface WantedStep {
  /** One step, or the one that this command means for an order as it is. */
  readonly action: OrderAction | ((order: OrderRow) => OrderAction);
  /** Recognises a repetition that the table alone cannot: the step leads back to the state it comes from. */
  readonly isRepetition?: (order: OrderRow) => boolean;
  /** Whether a repetition says the same as the first time; where it does not, it is refused rather than dropped. */
  readonly saysTheSame?: (order: OrderRow) => boolean;
  readonly prepare?: (order: OrderRow, scope: CommandScope, transition: Transition<OrderAction>) => Promise<Preparation> | Preparation;
}

export interface Move extends WantedStep {
  readonly operation: string;
  readonly input: OrderCommandInput;
}

/** Does something with an order as it was read; null when it lost a race and should try again. */
export type Attempt = (order: OrderRow, scope: CommandScope) => Promise<Outcome<OrderRow> | null>;

/** Beyond this many lost races the client is told to try again. */
export const maximalTries = 5;

export const moverOf = (caller: Caller): MoverIdentity => ({ mover: caller.role, actor: actorOf(caller) });

export const refuse = (order: OrderRow | null, refusals: readonly Refusal[]): Outcome<OrderRow> => ({ kind: 'refused', value: order, refusals });

export const noSuchOrder = (): Outcome<OrderRow> => refuse(null, [refusal('NOT_FOUND', 'You have no order with this id or number.', ['orderId'])]);

/** The answer to a repetition: the order as it is, under this key from now on. */
export const alreadyDone = (order: OrderRow): Outcome<OrderRow> => ({ kind: 'unchanged', value: order, remember: { id: order.id, version: order.version } });

export const movedOn = (order: OrderRow): Outcome<OrderRow> =>
  refuse(order, [refusal('VERSION_CONFLICT', `The order is at version ${order.version} by now; look at it and decide anew.`, ['expectedVersion'])]);

export const tooBusy = (order: OrderRow | null): Outcome<OrderRow> => refuse(order, [refusal('VERSION_CONFLICT', 'Others keep changing this order; try again.')]);

/** Runs a command on one order the caller may know of. */
export function commandOnOrder(context: Context, operation: string, input: OrderCommandInput, attempt: Attempt): Promise<Answer<OrderRow>> {
  const caller = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<OrderRow>> => {
    for (let tries = 0; tries < maximalTries; tries += 1) {
      const order = await findOrder(scope.db, caller, input.orderId);
      if (!order) return noSuchOrder();
      const outcome = await unlessMoved(scope.db, order, () => attempt(order, scope));
      if (outcome?.kind === 'done') await keepRehearsedLists(context, scope, order.id);
      if (outcome) return outcome;
    }
    return tooBusy(await findOrder(scope.db, caller, input.orderId));
  };
  const recall = ({ id, version }: Readonly<Record<string, unknown>>) => orderAsOf(context.db, caller, String(id), Number(version));
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: caller.personId, input, run, recall });
}

/** Takes one step of the lifecycle for the caller, and the steps that follow by themselves. */
export const moveOrder = (context: Context, { operation, input, ...step }: Move): Promise<Answer<OrderRow>> =>
  commandOnOrder(context, operation, input, attemptOf(context, step, input.expectedVersion));

export function attemptOf(context: Context, { action: meant, isRepetition, saysTheSame = () => true, prepare }: WantedStep, expectedVersion?: number | null): Attempt {
  const who = moverOf(callerOf(context));
  return async (order, scope) => {
    const action = typeof meant === 'function' ? meant(order) : meant;
    const verdict = judge(order, action, who, scope.now);
    if (verdict.kind === 'repeated' && !saysTheSame(order)) return refuse(order, [refusal('TRANSITION_NOT_ALLOWED', `${action} was done before, with other details; these cannot be changed by doing it again.`)]);
    if (verdict.kind === 'repeated' || isRepetition?.(order)) return alreadyDone(order);
    if (expectedVersion != null && expectedVersion !== order.version) return movedOn(order);
    if (verdict.kind === 'refused') return refuse(order, [verdict.refusal]);
    const prepared = (await prepare?.(order, scope, verdict.transition)) ?? {};
    if (prepared.refusals?.length) return refuse(order, prepared.refusals);
    if (prepared.repeated) return alreadyDone(order);
    const plan = planned(context, order, verdict.transition, who, prepared, scope);
    if (!(await writeOrder(scope, plan, prepared.companions, prepared.postings))) return null;
    if (scope.rehearsal) await prepared.keepRehearsed?.();
    return { kind: 'done', value: plan.after };
  };
}

function planned(context: Context, order: OrderRow, transition: Transition<OrderAction>, { actor }: MoverIdentity, prepared: Preparation, { now }: CommandScope): OrderPlan {
  const { changes = {}, items, comment = null, extend = (plan) => plan } = prepared;
  const stepped = withStep(unchanged(order), { transition, actor, changes, items }, comment, now, context.orderSettings);
  return withFollowUps(extend(stepped), actor, now, context.orderSettings);
}
