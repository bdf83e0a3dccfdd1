/** Decides whether what came back on the server is what the cancellation invoices say, and writes it up. */
import { toDecimalText, type Thousandths } from './exact-money.rules.ts';
import type { ReturnsPlayed } from './replay-returns.ts';
import { returnExceptions, type ReturnException } from './return-plan.rules.ts';
import { moneyOf } from './retail-row.ts';

interface Total {
  readonly documents: number;
  readonly pieces: number;
  readonly money: Thousandths;
}

const nothing: Total = { documents: 0, pieces: 0, money: 0n };
const add = (a: Total, { pieces, money }: Omit<Total, 'documents'>): Total => ({ documents: a.documents + 1, pieces: a.pieces + pieces, money: a.money + money });

export interface ReturnReconciliation {
  readonly linked: Total;
  readonly loose: Total;
  readonly impossible: ReadonlyMap<ReturnException, Total>;
  /** What cancellation invoices say, and neither a return nor a named impossibility accounts for. */
  readonly unexplained: Omit<Total, 'documents'>;
  readonly faults: readonly string[];
}

/** `file`: pieces and money of all cancellation rows, both as the file has them, below zero. */
export function reconcileReturns({ survey, refused, seen }: ReturnsPlayed, file: Omit<Total, 'documents'>): ReturnReconciliation {
  const of = (linked: boolean): Total => [...seen.values()].filter((one) => one.linked === linked).reduce(add, nothing);
  const impossible = new Map<ReturnException, Total>();
  for (const { row, reason } of survey.impossible) impossible.set(reason, add(impossible.get(reason) ?? nothing, { pieces: row.quantity, money: moneyOf(row) }));
  const [linked, loose] = [of(true), of(false)];
  const exceptional = [...impossible.values()].reduce((sum, { pieces, money }) => ({ pieces: sum.pieces + pieces, money: sum.money + money }), { pieces: 0, money: 0n });
  const unexplained = { pieces: file.pieces + linked.pieces + loose.pieces - exceptional.pieces, money: file.money + linked.money + loose.money - exceptional.money };
  const wrong = survey.plans.flatMap(({ uid, pieces, money, invoice }) => {
    const one = seen.get(uid);
    if (!one) return [`${uid} was not taken back.`];
    const right = one.status === 'REFUNDED' && one.pieces === pieces && one.money === money && one.linked === (invoice !== null);
    return right ? [] : [`${uid} is ${one.status} with ${one.pieces} pieces for ${toDecimalText(one.money)}, not ${pieces} for ${toDecimalText(money)}.`];
  });
  const faults = [
    ...refused.map(({ plan, objection }) => `${plan.uid} was refused by the server. ${objection}`), ...wrong,
    ...(unexplained.pieces === 0 && unexplained.money === 0n ? [] : ['Returns and named impossibilities do not add up to the cancellation invoices.']),
  ];
  return { linked, loose, impossible, unexplained, faults };
}

/** The sums, what is impossible row by row, and everything that is wrong. */
export function formatReturns({ survey }: ReturnsPlayed, { linked, loose, impossible, unexplained, faults }: ReturnReconciliation): string[] {
  const line = (title: string, { pieces, money }: Omit<Total, 'documents'>, documents?: number): string =>
    `${title.padEnd(76)}${(documents === undefined ? '' : String(documents)).padStart(9)}${''.padStart(9)}${String(pieces).padStart(12)}${toDecimalText(money).padStart(16)}`;
  return [
    '', 'Cancellation invoices, played as returns',
    line('Returned, of an earlier invoice of the customer', linked, linked.documents), line('Returned, without an order', loose, loose.documents),
    ...[...impossible].map(([reason, total]) => line(`  ${returnExceptions[reason]}`, total, total.documents)),
    line('Unexplained difference', unexplained),
    ...survey.impossible.map(({ row, reason }) => `  row ${row.row}: ${row.invoice}, ${row.stockCode}, ${row.quantity} × ${toDecimalText(row.unitPrice)}: ${returnExceptions[reason]}`),
    ...(faults.length === 0 ? ['', 'Reconciles: returns and named impossibilities are the cancellation invoices, to the penny.'] : ['', `Does not reconcile; ${faults.length} faults:`, ...faults.map((fault) => `  ${fault}`)]),
  ];
}
