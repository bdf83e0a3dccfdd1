import { callerOf, type Context } from '../context.ts';
import type { Answer } from '../platform/commands.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { addressRefusals, textRefusals } from '../platform/text.rules.ts';
import { findStore } from '../stores/store.queries.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import type { CustomerServiceApproveInput, CustomerServiceRefuseInput, CustomerServiceStepInput } from './service-inputs.types.ts';
import type { CustomerServiceRow } from './customer-service.tables.ts';
import { moveService, type ServicePreparation } from './move-service.ts';
import { payingOut, paysOutNoMore } from './pay-out.ts';
import type { ServiceChanges } from './service-plan.rules.ts';

const noted = ({ personId, name }: ReturnType<typeof callerOf>): ServiceChanges => ({ clerkId: personId, clerkName: name });

/** Somebody looks into it, and is noted as the one who does. */
export function takeUpService(context: Context, input: CustomerServiceStepInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, { operation: 'customerServiceTakeUp', action: 'TAKE_UP', input, prepare: () => ({ changes: noted(callerOf(context)) }) });
}

const longestReason = 500;

/** The store says no, or takes its word back before money has moved. */
export function refuseServiceRequest(context: Context, input: CustomerServiceRefuseInput): Promise<Answer<ServiceAnswer>> {
  const prepare = (): ServicePreparation => ({ comment: input.reason, refusals: textRefusals([['reason', input.reason, longestReason, true]]) });
  return moveService(context, { operation: 'customerServiceRefuse', action: 'REFUSE', input, prepare });
}

interface ReturnPlace {
  readonly returnName: string | null;
  readonly returnPhone: string | null;
  readonly returnAddress: CustomerServiceRow['returnAddress'];
}

/** Where goods are to be sent: what the clerk says, or else the store's own address. */
async function returnPlace(context: Pick<Context, 'db'>, row: CustomerServiceRow, { returnAddress, returnName, returnPhone }: CustomerServiceApproveInput): Promise<ReturnPlace | Refusal> {
  const store = row.storeId === null ? null : await findStore(context.db, row.storeId);
  const address = returnAddress ?? store?.address ?? null;
  if (!address) return refusal('INVALID_INPUT', 'Say where the goods are to be sent; the store has no address of its own.', ['returnAddress']);
  return { returnName: returnName ?? store?.name ?? null, returnPhone: returnPhone ?? store?.phone ?? null, returnAddress: address };
}

/** The customer was told once where the goods go: another place, said later, is not noted. */
function placedOtherwise({ type, returnAddress: told, returnName, returnPhone }: CustomerServiceRow, input: CustomerServiceApproveInput): Refusal | null {
  if (type === 'REFUND') return null;
  const asked = Object.entries(input.returnAddress ?? {});
  const same = asked.every(([part, text]) => (text ?? null) === (told?.[part as keyof typeof told] ?? null))
    && (input.returnName == null || input.returnName === returnName) && (input.returnPhone == null || input.returnPhone === returnPhone);
  return same ? null : refusal('TRANSITION_NOT_ALLOWED', 'You have approved this before, and the customer was told another place to send the goods to; tell them with `customerServiceReply`.', ['returnAddress']);
}

/** The store agrees: goods may come back, or money goes back. A shopper's cancellation is paid out at once, unless it is told otherwise. */
export function approveService(context: Context, input: CustomerServiceApproveInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, {
    operation: 'customerServiceApprove', action: 'APPROVE', input,
    asksMore: (found) => placedOtherwise(found.document.row, input) ?? paysOutNoMore(context, found, input.refundNow ?? false),
    prepare: async (found, scope): Promise<ServicePreparation> => {
      const { row } = found.document;
      const refusals = [
        ...textRefusals([['comment', input.comment, longestReason, false], ['returnName', input.returnName, 120, false], ['returnPhone', input.returnPhone, 40, false]]),
        ...addressRefusals(input.returnAddress, ['returnAddress']),
      ];
      if (refusals.length > 0) return { refusals };
      const changes = row.clerkId === null ? noted(callerOf(context)) : {};
      if (row.type === 'REFUND') return { changes, comment: input.comment ?? null, follow: payingOut(context, scope, found, input.refundNow ?? row.cancelsOrder) };
      const place = await returnPlace({ db: scope.db }, row, input);
      return 'code' in place ? { refusals: [place] } : { changes: { ...changes, ...place }, comment: input.comment ?? null };
    },
  });
}
