import { callerOf, type Context } from '../context.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import type { LedgerPosting } from '../customers/ledger.rules.ts';
import type { OrderPlan } from '../orders/steps/order-plan.rules.ts';
import type { MoverIdentity } from '../orders/order.rules.ts';
import type { Companions } from '../orders/steps/write-order.ts';
import type { RefundShare } from '../payments/payment.rules.ts';
import type { Answer, CommandScope } from '../platform/commands.ts';
import type { Refusal } from '../platform/refusals.ts';
import { alreadyDone, answerOf, commandOnService, refuseService, shownOrder, type FoundService, type ServiceAnswer, type ServiceCommandInput, type ServiceOutcome } from './command-on-service.ts';
import type { ServiceAction, ServiceTransition } from './customer-service.lifecycle.ts';
import { agentsOnly } from './agents-only.ts';
import { judgeService } from './customer-service.rules.ts';
import type { CustomerServiceItemRow, CustomerServiceRow } from './customer-service.tables.ts';
import { planCase } from './plan-case.ts';
import { untouched, withServiceStep, type ServiceChanges, type ServicePlan } from './service-plan.rules.ts';
import { writeCase, writeLoose } from './write-service.ts';

/** What a step needs besides its row in the table. */
export interface ServicePreparation {
  readonly refusals?: readonly Refusal[];
  readonly changes?: ServiceChanges;
  readonly items?: readonly CustomerServiceItemRow[];
  readonly comment?: string | null;
  /** Takes the step in place of the plain one. */
  readonly take?: (plan: ServicePlan) => ServicePlan;
  /** What follows by the same write; asked only once the step is taken. */
  readonly follow?: (plan: ServicePlan) => FollowUp | Refusal;
  readonly payout?: readonly RefundShare[];
  /** What else happens to the order by the same write, before it hears of the step, and what that moves in the ledger. */
  readonly order?: OrderPlan;
  readonly postings?: readonly LedgerPosting[];
  /** Rows of other tables that are written with it. */
  readonly companions?: Companions;
}

/** Steps that follow a step, and the money that they pay out. */
export interface FollowUp {
  readonly plan: ServicePlan;
  readonly payout: readonly RefundShare[];
}

export interface ServiceMove {
  readonly operation: string;
  readonly action: ServiceAction;
  readonly input: ServiceCommandInput;
  /** Recognises a repetition of the caller's own last step that leads back to the state it comes from. */
  readonly saysTheSame?: (row: CustomerServiceRow) => boolean;
  /** Of a repetition of the caller's own last step: what it asks for beyond what was done then, and would not get. */
  readonly asksMore?: (found: FoundService) => Refusal | null;
  readonly prepare?: (found: FoundService, scope: CommandScope, transition: ServiceTransition) => Promise<ServicePreparation> | ServicePreparation;
}

/** Takes one step of a document for the caller, and what follows by itself. */
export function moveService(context: Context, { operation, action, input, saysTheSame, asksMore, prepare }: ServiceMove): Promise<Answer<ServiceAnswer>> {
  const who = moverOf(callerOf(context));
  const attempt = async (found: FoundService, scope: CommandScope): Promise<ServiceOutcome | null> => {
    const verdict = judgeService(found.document.row, found.ofOrder?.order ?? null, action, who);
    if (verdict.kind === 'repeated') {
      const more = asksMore?.(found);
      return more ? refuseService(answerOf(found), [more]) : alreadyDone(found);
    }
    if (verdict.kind === 'refused') return refuseService(answerOf(found), [verdict.refusal]);
    const lacking = action === 'REPLY' ? null : await agentsOnly(scope.db, callerOf(context), found);
    if (lacking) return refuseService(answerOf(found), [lacking]);
    const prepared = (await prepare?.(found, scope, verdict.transition)) ?? {};
    if (prepared.refusals?.length) return refuseService(answerOf(found), prepared.refusals);
    const stepped = (prepared.take ?? plain(verdict.transition, who, prepared, scope))(untouched(found.document));
    const followed = prepared.follow?.(stepped) ?? { plan: stepped, payout: [] };
    if ('code' in followed) return refuseService(answerOf(found), [followed]);
    return write(context, scope, found, { ...prepared, service: followed.plan, payout: [...(prepared.payout ?? []), ...followed.payout], who });
  };
  const repeated = ({ document: { row } }: FoundService): boolean =>
    row.lastAction === action && row.lastActorId === who.actor.id && (saysTheSame?.(row) ?? false);
  return commandOnService(context, operation, input, attempt, repeated);
}

const plain = (transition: ServiceTransition, { actor }: MoverIdentity, { changes, items, comment = null }: ServicePreparation, { now }: CommandScope) => (plan: ServicePlan): ServicePlan =>
  withServiceStep(plan, transition, { actor, comment, ...(changes && { changes }), ...(items && { items }) }, now);

interface Writing extends Pick<ServicePreparation, 'order' | 'postings' | 'companions'> {
  readonly service: ServicePlan;
  readonly payout: readonly RefundShare[];
  readonly who: MoverIdentity;
}

/** Null when somebody else was faster. */
async function write(context: Context, scope: CommandScope, found: FoundService, { service, payout, who, companions, order, postings }: Writing): Promise<ServiceOutcome | null> {
  if (!found.ofOrder) return (await writeLoose(scope, service)) ? { kind: 'done', value: { document: service.after, order: null } } : null;
  const plan = planCase({ ofOrder: found.ofOrder, service, payments: found.payments, pointsBalance: found.pointsBalance, payout, actor: who.actor, order, postings }, scope.now, context.orderSettings);
  return (await writeCase(scope, plan, companions)) ? { kind: 'done', value: { document: service.after, order: shownOrder(found, plan.order.after) } } : null;
}
