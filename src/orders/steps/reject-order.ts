import type { Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { moveOrder } from './move-order.ts';
import type { OrderRow } from '../order.tables.ts';
import type { OrderRejectInput } from '../placing/order-inputs.types.ts';

/** The store cannot serve a FLASH order (S2-191), or the platform takes an order away from a store: it waits for the platform to name another. */
export function rejectOrder(context: Context, input: OrderRejectInput): Promise<Answer<OrderRow>> {
  const prepare = () => ({
    changes: { storeId: null, storeCode: null, storeName: null },
    comment: input.reason,
    refusals: textRefusals([['reason', input.reason, 500, true]]),
  });
  return moveOrder(context, { operation: 'orderReject', action: 'REJECT', input, prepare });
}
