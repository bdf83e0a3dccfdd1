import type { Context } from '../context.ts';
import { callerOf } from '../context.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import type { Answer } from '../platform/commands.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import { imageRefusals } from './open-service.rules.ts';
import { moveService, type ServicePreparation } from './move-service.ts';
import type { CustomerServiceReasonedInput, CustomerServiceReplyInput } from './service-inputs.types.ts';
import { withHappening } from './service-plan.rules.ts';

/** A word to the other side, with pictures if need be; nothing else changes. */
export function reply(context: Context, input: CustomerServiceReplyInput): Promise<Answer<ServiceAnswer>> {
  const { actor } = moverOf(callerOf(context));
  return moveService(context, {
    operation: 'customerServiceReply', action: 'REPLY', input,
    prepare: ({ document: { row } }, { now }): ServicePreparation => {
      const images = input.images ?? [];
      const refusals = [...textRefusals([['content', input.content, 1000, true]]), ...imageRefusals([...row.images, ...images], images.length)];
      return {
        refusals,
        take: (plan) => withHappening(plan, { type: 'REPLY', actor, comment: input.content, ...(images.length > 0 && { changes: { images: [...row.images, ...images] } }) }, now),
      };
    },
  });
}

/** Called off by whoever asked for it. */
export function cancelService(context: Context, input: CustomerServiceReasonedInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, {
    operation: 'customerServiceCancel', action: 'CANCEL', input,
    prepare: () => ({ comment: input.reason ?? null, refusals: textRefusals([['reason', input.reason, 500, false]]) }),
  });
}
