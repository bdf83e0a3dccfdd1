import { callerOf, type Context } from '../context.ts';
import { findOrder } from '../orders/order.queries.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import { unlessMoved } from '../orders/steps/unless-moved.ts';
import { runCommand, type Answer, type CommandInput, type CommandScope } from '../platform/commands.ts';
import type { Database } from '../platform/database.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { keepSeen, maximalTries, refuseService, type ServiceAnswer, type ServiceOutcome } from './command-on-service.ts';
import { openOnOrder, type OpenRequest } from './open-service.ts';
import { openingTextRefusals } from './open-service.rules.ts';
import { recallService } from './service-as-of.ts';
import type { CustomerServiceRequestInput } from './service-inputs.types.ts';

interface Lines {
  readonly returns?: readonly object[] | null | undefined;
  readonly replacements?: readonly { readonly sku: string }[] | null | undefined;
  readonly type: string;
}

/** How many lines there may be, and of what kind. */
export function lineRefusals({ type, returns, replacements }: Lines, maximum: number): Refusal[] {
  const bad = (message: string, path: string): Refusal => refusal('INVALID_INPUT', message, [path]);
  return [
    ...((returns?.length ?? 0) > maximum ? [bad(`At most ${maximum} lines; you sent ${returns!.length}.`, 'returns')] : []),
    ...((replacements?.length ?? 0) > maximum ? [bad(`At most ${maximum} lines; you sent ${replacements!.length}.`, 'replacements')] : []),
    ...(replacements?.length && type !== 'EXCHANGE' ? [bad(`Nothing is given in exchange in the case of ${type}.`, 'replacements')] : []),
    ...(replacements ?? []).flatMap(({ sku }, index) => textRefusals([['sku', sku, 64, true]], ['replacements', String(index)])),
  ];
}

interface Opening {
  readonly operation: string;
  readonly input: CommandInput & { readonly orderId?: string | null | undefined; readonly expectedVersion?: number | null | undefined };
  readonly refusals: readonly Refusal[];
  /** Where the order is named otherwise than by its id or number. */
  readonly find?: (db: Database) => Promise<OrderRow | null>;
  attempt(order: OrderRow, scope: CommandScope): Promise<ServiceOutcome | null>;
}

const noOrder = (orderId: string | null | undefined): Refusal => (orderId == null
  ? refusal('NOT_FOUND', 'You have no order with this uid from the till of this store.', ['orderUid'])
  : refusal('NOT_FOUND', 'You have no order with this id or number.', ['orderId']));

/** Runs a command that opens a document on an order the caller may know of. */
export function openingCommand(context: Context, { operation, input, refusals, attempt, find }: Opening): Promise<Answer<ServiceAnswer>> {
  const caller = callerOf(context);
  const findIt = find ?? ((db: Database) => findOrder(db, caller, input.orderId!));
  const run = async (scope: CommandScope): Promise<ServiceOutcome> => {
    if (refusals.length > 0) return refuseService(null, refusals);
    for (let tries = 0; tries < maximalTries; tries += 1) {
      const order = await findIt(scope.db);
      if (!order) return refuseService(null, [noOrder(input.orderId)]);
      if (input.expectedVersion != null && input.expectedVersion !== order.version) {
        return refuseService({ document: null, order }, [refusal('VERSION_CONFLICT', `The order is at version ${order.version} by now; look at it and decide anew.`, ['expectedVersion'])]);
      }
      const outcome = await unlessMoved(scope.db, order, () => attempt(order, scope));
      if (outcome) return keepSeen(context, scope, outcome);
    }
    return refuseService({ document: null, order: await findIt(scope.db) }, [refusal('VERSION_CONFLICT', 'Others keep changing this order; try again.')]);
  };
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: caller.personId, input, run, recall: recallService(context) });
}

const maximalLines = 200;

/** A shopper asks for their money, or for other goods (S2-19). */
export function requestService(context: Context, input: CustomerServiceRequestInput): Promise<Answer<ServiceAnswer>> {
  const request: OpenRequest = {
    type: input.type, draft: input, returns: input.returns ?? [], replacements: input.replacements ?? [], cancelsOrder: false, clerk: null, goodsHandedIn: false, refundNow: false,
  };
  const refusals = [...openingTextRefusals(input), ...lineRefusals(input, maximalLines)];
  return openingCommand(context, { operation: 'customerServiceRequest', input, refusals, attempt: (order, scope) => openOnOrder(context, scope, order, request) });
}
