import { toDecimalText, type Thousandths } from './exact-money.rules.ts';
import type { Reconciliation } from './reconcile.rules.ts';
import { moneyOf, type RetailRow } from './retail-row.ts';
import { rowExceptions, type RowException } from './row-exceptions.rules.ts';
import type { Sums } from './sums.rules.ts';
import type { ExceptionalRow, Survey } from './survey-history.ts';

const grouped = (whole: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');

const pounds = (amount: Thousandths): string => {
  const [whole, fraction] = toDecimalText(amount).split('.');
  return `${grouped(whole!)}.${fraction}`;
};

const titleWidth = 76;
const widths = [9, 9, 12, 16] as const;

const cells = (title: string, texts: readonly string[]): string => title.padEnd(titleWidth) + texts.map((text, index) => text.padStart(widths[index]!)).join('');

const line = (title: string, { invoices, lines, pieces, money }: Sums): string =>
  cells(title, [grouped(String(invoices)), grouped(String(lines)), grouped(String(pieces)), pounds(money)]);

const reasonsOf = (survey: Survey): RowException[] => (Object.keys(rowExceptions) as RowException[]).filter((reason) => survey.exceptionSums.has(reason));

/** The sums of the file, what was not placed and why, what was, and what remains. */
export function formatTable(survey: Survey, { placed, placedBefore, refused, unexplained }: Reconciliation): string[] {
  return [
    cells('', ['invoices', 'lines', 'pieces', 'GBP']),
    line('In the file', survey.file),
    ...reasonsOf(survey).map((reason) => line(`  ${rowExceptions[reason].title}`, survey.exceptionSums.get(reason)!)),
    ...(refused.lines > 0 ? [line('  Refused by the server', refused)] : []),
    line('Placed, as read back from the server', placed),
    line('  of these there before this run', placedBefore),
    line('Unexplained difference', unexplained),
  ];
}

const rowText = (row: RetailRow): string => {
  const { row: number, invoice, stockCode, quantity, unitPrice, description } = row;
  return `  row ${number}: ${invoice}, ${stockCode}, ${quantity} × ${toDecimalText(unitPrice)} = ${toDecimalText(moneyOf(row))}${description ? `, ${description}` : ''}`;
};

const lineWidth = 120;

/** Words as lines that are not too wide to read. */
function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= lineWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines;
}

const count = (number: number, what: string): string => `${grouped(String(number))} ${what}${number === 1 ? '' : 's'}`;

function groupOf(reason: RowException, exceptions: readonly ExceptionalRow[]): string[] {
  const rows = exceptions.filter((exception) => exception.reason === reason).map(({ row }) => row);
  const { title } = rowExceptions[reason];
  if (reason !== 'CANCELLATION') return ['', `${title}: ${count(rows.length, 'row')}`, ...rows.map(rowText)];
  const invoices = [...new Set(rows.map(({ invoice }) => invoice))];
  return ['', `${title}: ${count(rows.length, 'row')} on ${count(invoices.length, 'invoice')}`, ...wrapped(invoices)];
}

/** Every row that was not placed, by reason; cancellations by the numbers of their invoices. */
export const formatExceptions = (survey: Survey): string[] => reasonsOf(survey).flatMap((reason) => groupOf(reason, survey.exceptions));

/** Everything that is wrong, and the verdict. */
export function formatVerdict({ faults, reconciles }: Reconciliation): string[] {
  if (reconciles) return ['', 'Reconciles: orders and named exceptions are the file, to the penny.'];
  return ['', `Does not reconcile; ${count(faults.length, 'fault')}:`, ...faults.map((fault) => `  ${fault}`)];
}
