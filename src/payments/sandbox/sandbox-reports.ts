/** How the sandbox's rows look to the merchant. */
import type { SandboxFaults } from './sandbox-faults.ts';
import type { SandboxChargeReport, SandboxRefundReport } from './sandbox-protocol.ts';
import type { SandboxChargeRow, SandboxRefundRow } from './sandbox.tables.ts';

export function reportOfCharge({ number, state, amount, currency, transactionId, refunded }: SandboxChargeRow, faults: SandboxFaults): SandboxChargeReport {
  const surplus = state === 'PAID' && faults.strikes('wrong-amount', [number]) ? 1 : 0;
  return { number, state, amount: amount + surplus, currency, transactionId, refunded, payPath: `/sandbox/pay/${number}` };
}

export const reportOfRefund = ({ number, chargeNumber, state, amount, currency, transactionId }: SandboxRefundRow): SandboxRefundReport =>
  ({ number, chargeNumber, state, amount, currency, transactionId });
