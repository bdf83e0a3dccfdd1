/** Decides how many points pay for an order, and why not more (S0-38 to S0-40, S2-230). */
import { decimalsOf } from '../platform/money.ts';
import type { PointsTerms } from '../customers/customer-terms.rules.ts';
import type { PointsLimitReason, PointsVerdict, QuoteRequest } from './quote-model.rules.ts';
import { percentWithin } from './percent.rules.ts';

const whole = 10_000;

/** The fewest points that are worth whole minor units, and how many. With 100 points to the yen, points go by the hundred. */
interface Step {
  readonly points: number;
  readonly minor: number;
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

function stepOf(pointsPerUnit: number, currency: string): Step {
  const minorPerUnit = 10 ** decimalsOf(currency);
  const divisor = greatestCommonDivisor(pointsPerUnit, minorPerUnit);
  return { points: pointsPerUnit / divisor, minor: minorPerUnit / divisor };
}

interface Bound {
  readonly steps: number;
  readonly reason: PointsLimitReason;
}

/** The tightest of what the balance, the goods and the terms allow. */
function boundOf({ balance, canRedeem, maximumShareBps }: PointsTerms, step: Step, saleTotal: number, redemption: boolean): Bound {
  if (!canRedeem) return { steps: 0, reason: 'NOT_ALLOWED' };
  const share = redemption ? whole : Math.min(whole, Math.max(0, maximumShareBps));
  const [held, payable] = [Math.max(0, Math.floor(balance / step.points)), Math.floor(percentWithin(saleTotal, share) / step.minor)];
  return held < payable ? { steps: held, reason: 'BALANCE' } : { steps: payable, reason: share === whole ? 'ALL_PAID' : 'MAXIMUM_SHARE' };
}

/** `saleTotal` is what the goods come to after every discount; points pay no freight. */
export function judgePoints(request: Pick<QuoteRequest, 'currency' | 'customer' | 'pointsWanted' | 'pointsRedemption'>, saleTotal: number): PointsVerdict | null {
  const terms = request.customer?.points;
  if (!terms) return null;
  const step = stepOf(terms.pointsPerUnit, request.currency);
  const bound = boundOf(terms, step, saleTotal, request.pointsRedemption);
  const tooFew = bound.steps * step.points < terms.minimum;
  const usable = tooFew ? 0 : bound.steps;
  const wanted = Math.max(0, request.pointsWanted);
  const asked = Math.min(usable, Math.floor(wanted / step.points));
  const used = asked * step.points >= terms.minimum ? asked : 0;
  return {
    balance: terms.balance, minimum: terms.minimum, usable: usable * step.points, usableAmount: usable * step.minor,
    reason: tooFew && bound.reason !== 'NOT_ALLOWED' ? 'BELOW_MINIMUM' : bound.reason,
    wanted, used: used * step.points, usedAmount: used * step.minor,
  };
}
