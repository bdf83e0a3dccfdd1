import type { Context } from '../context.ts';
import type { Answer } from '../platform/commands.ts';
import { parseDecimal, toDecimal } from '../platform/money.ts';
import { refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import { entitledTo, settle, settledAs, withAmount } from './document-items.rules.ts';
import { moveService, type ServicePreparation } from './move-service.ts';
import { returned } from './order-case.rules.ts';
import type { CustomerServiceChangeAmountInput } from './service-inputs.types.ts';

/** The store changes what goes back for the goods, up to what they were paid, as long as nothing is paid out (S2-224). */
export function changeAmount(context: Context, input: CustomerServiceChangeAmountInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, {
    operation: 'customerServiceChangeAmount', action: 'CHANGE_AMOUNT', input,
    saysTheSame: ({ creditTotal, currency }) => creditTotal === parseDecimal(input.amount, currency),
    prepare: ({ document }): ServicePreparation => {
      const { row, items } = document;
      const texts = textRefusals([['reason', input.reason, 500, false]]);
      if (texts.length > 0) return { refusals: texts };
      const amount = parseDecimal(input.amount, row.currency);
      if (amount === null || amount < 0) return { refusals: [refusal('INVALID_INPUT', `"${input.amount}" is no amount in ${row.currency}.`, ['amount'])] };
      const changed = withAmount(items, amount, row.withFreight);
      if (!changed) {
        const most = returned(document).reduce((sum, item) => sum + entitledTo(item, row.withFreight), 0);
        return { refusals: [refusal('REFUND_TOO_LARGE', `The goods were paid with ${toDecimal(most, row.currency)} ${row.currency}; more cannot go back.`, ['amount'])] };
      }
      const { items: settled, ...sums } = settle(settledAs(row), changed);
      return { items: settled, changes: sums, comment: input.reason ?? null };
    },
  });
}
