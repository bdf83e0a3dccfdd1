/** Decides how many orders one command takes, and names what may become of each. */
import { refusal, type Refusal } from '../../platform/refusals.ts';

/** The transaction of such a command holds the live feed back while it runs. */
export const maximalOrders = 200;

export const verdictOutcomes = {
  DONE: 'It was done.',
  UNCHANGED: 'It was so already.',
  REFUSED: 'It was not done; `userErrors` says why.',
} as const satisfies Record<string, string>;
export type VerdictOutcome = keyof typeof verdictOutcomes;

export const countRefusals = ({ length }: readonly unknown[], field: string): Refusal[] =>
  length >= 1 && length <= maximalOrders ? [] : [refusal('INVALID_INPUT', `Send 1 to ${maximalOrders} orders; you sent ${length}.`, [field])];
