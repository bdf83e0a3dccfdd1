import type { Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { moveOrder } from './move-order.ts';
import type { OrderRow } from '../order.tables.ts';
import type { OrderShipInput } from '../placing/order-inputs.types.ts';

/** The parcel is with the courier; from now on the shopper may confirm receipt, or time does. */
export function shipOrder(context: Context, input: OrderShipInput): Promise<Answer<OrderRow>> {
  const { courierCompany, courierCode = null, waybillNumber } = input;
  const prepare = () => ({
    changes: { courierCompany, courierCode, waybillNumber },
    refusals: textRefusals([['courierCompany', courierCompany, 80, true], ['courierCode', courierCode, 40, true], ['waybillNumber', waybillNumber, 80, true]]),
  });
  const saysTheSame = (order: OrderRow) =>
    order.courierCompany === courierCompany && order.courierCode === courierCode && order.waybillNumber === waybillNumber;
  return moveOrder(context, { operation: 'orderShip', action: 'SHIP', input, saysTheSame, prepare });
}
