/** Decides whether what somebody asks for with a sale, a coupon and points, can be asked for at all. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';

export interface BenefitsDraft {
  readonly couponCode?: string | null | undefined;
  readonly pointsWanted?: number | null | undefined;
}

/** Also what an order takes that is paid with points and does not say how many: as many as it needs. */
export const mostPoints = 1_000_000_000;

export const benefitsRefusals = ({ couponCode, pointsWanted }: BenefitsDraft): Refusal[] => [
  ...textRefusals([['couponCode', couponCode, 64, true]]),
  ...(pointsWanted == null || (pointsWanted >= 0 && pointsWanted <= mostPoints) ? [] : [refusal('INVALID_INPUT', `Points are a whole number from 0 to ${mostPoints}.`, ['pointsWanted'])]),
];
