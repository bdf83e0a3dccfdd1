/** The stage of the customer's own discounts: of their tier, and on their birthday (S0-89). */
import { applyEffect } from './offer-effect.rules.ts';
import type { QuoteRequest } from './quote-model.rules.ts';
import { piecesOf, takeOff, type StepName, type WorkingLine } from './working-line.rules.ts';

/** The birthday's discount is taken off what the tier's has left. */
export function priceCustomer({ customer }: Pick<QuoteRequest, 'customer'>, lines: readonly WorkingLine[]): void {
  if (!customer) return;
  const { tierCode, tierName, discountBps, birthdayDiscountBps, birthdayMaximum, isBirthday } = customer;
  takePercent(lines, { kind: 'TIER', code: tierCode, name: tierName ?? tierCode ?? 'Customer discount' }, discountBps, null);
  if (isBirthday) takePercent(lines, { kind: 'BIRTHDAY', code: tierCode, name: 'Birthday' }, birthdayDiscountBps, birthdayMaximum);
}

function takePercent(lines: readonly WorkingLine[], name: StepName, bps: number, maximumDiscount: number | null): void {
  if (bps <= 0) return;
  const open = lines.filter((working) => working.open);
  const after = applyEffect({ effect: { kind: 'PERCENT_OFF', bps }, target: 'LINE', maximumDiscount }, open.map(piecesOf));
  for (const [at, working] of open.entries()) takeOff(working, name, after[at]!);
}
