import { refundWays } from '../../payments/payment-states.ts';
import { enumOf } from '../../platform/enum-of.ts';

export const RefundWayEnum = enumOf('RefundWay', 'How money goes back that its gateway refuses to give back.', refundWays);
