/** Writes the order's lifecycle as Markdown: diagrams and tables, out of the one table that the guards ask. */
import { deskActions, deskSteps } from '../src/orders/desk/order-desk.lifecycle.ts';
import {
  afterSalesStates, deliveryTypes, fulfilments, isOver, orderKinds, orderStatuses, paymentStates, statusOf, timers, transitions, visibilities,
  type DeliveryType, type Fulfilment, type OrderKind, type OrderStatus, type PaymentState, type Requirement, type Transition,
} from '../src/orders/order.lifecycle.ts';
import { serviceLifecycleMarkdown } from './service-lifecycle-markdown.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];

const requirements: Readonly<Record<Requirement, string>> = {
  PAID_IN_FULL: 'paid in full',
  NO_STORE: 'no store has it',
  HAS_STORE: 'a store has it',
  DEADLINE_PASSED: 'payment deadline passed',
  DEADLINE_AHEAD: 'payment deadline ahead',
  NO_PAYMENT_IN_DOUBT: 'no payment in doubt',
  SUPPLEMENT_DUE: 'something is due',
  NOTHING_LEFT: 'every piece given back',
};

const needs = ({ requires = [] }: Transition): string => requires.map((requirement) => requirements[requirement]).join(', ');

interface Way {
  readonly kind: OrderKind;
  readonly delivery: DeliveryType;
}

const ways = (): Way[] => keysOf(orderKinds)
  .flatMap((kind) => keysOf(deliveryTypes).map((delivery) => ({ kind, delivery })))
  .filter(({ kind, delivery }) => rowsOf({ kind, delivery }).length > 0);

const rowsOf = ({ kind, delivery }: Way): Transition[] => transitions.filter((row) => row.kind === kind && row.deliveries.includes(delivery));

/** Short, since labels of neighbouring arrows overlap; the table below the diagram says the rest. */
const label = ({ action, by }: Transition): string => `${action} by ${by.join(' / ')}`;

/** Steps between the same two states share an arrow: of several loops on one state, Mermaid draws the last only. */
function arrowsOf(rows: readonly Transition[]): string[] {
  const labels = new Map<string, string[]>();
  for (const row of rows) {
    const arrow = `  ${row.from} --> ${row.to}`;
    labels.set(arrow, [...(labels.get(arrow) ?? []), label(row)]);
  }
  return [...labels].map(([arrow, texts]) => `${arrow}: ${texts.join('<br>')}`);
}

function diagram(way: Way): string {
  const rows = rowsOf(way);
  const ends = [...new Set(rows.map(({ to }) => to))].filter(isOver);
  return [
    '```mermaid', 'stateDiagram-v2', '  [*] --> PAY_PENDING: placed',
    ...arrowsOf(rows),
    ...ends.map((end) => `  ${end} --> [*]`),
    '```',
  ].join('\n');
}

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const section = (way: Way): string => [
  `### ${way.kind}, ${way.delivery}`,
  `${orderKinds[way.kind]} ${deliveryTypes[way.delivery]}`,
  diagram(way),
  tableOf(['Action', 'From', 'To', 'Who may', 'Needs', 'Stamps'], rowsOf(way).map((row) => [
    row.action, row.from, row.to, row.by.join(', '), needs(row), (row.stamps ?? []).map((stamp) => `\`${stamp}\``).join(', '),
  ])),
].join('\n\n');

/** Payment states that lead from one fulfilment to the same status share a row. */
function projection(): string {
  const rows = keysOf(fulfilments).flatMap((fulfilment) => {
    const byStatus = new Map<OrderStatus, PaymentState[]>();
    for (const payment of keysOf(paymentStates)) {
      const status = statusOf(fulfilment, payment, 'NONE');
      byStatus.set(status, [...(byStatus.get(status) ?? []), payment]);
    }
    return [...byStatus].map(([status, payments]) => [fulfilment, byStatus.size === 1 ? 'any' : payments.join(', '), status]);
  });
  return tableOf(['Fulfilment', 'Payment', 'Status'], rows);
}

const listed = (names: readonly string[]): string => (names.length === keysOf(orderStatuses).length ? 'any' : names.map((name) => `\`${name}\``).join(', '));

/** Steps that lead nowhere: a table, since an arrow from each state to itself would hide the others. */
const desk = (): string => tableOf(['Action', 'Meaning', 'While the order is', 'Of kind', 'Who may'], keysOf(deskSteps).map((action) => {
  const { statuses, kinds, by } = deskSteps[action];
  return [action, deskActions[action], listed(statuses), kinds.length === keysOf(orderKinds).length ? 'any' : kinds.join(', '), by.join(', ')];
}));

function unused(): string {
  const reached = new Set<Fulfilment>(['PAY_PENDING', ...transitions.map(({ to }) => to)]);
  const shown = new Set([...reached].flatMap((fulfilment) => keysOf(paymentStates).flatMap((payment) => keysOf(afterSalesStates).map((wish) => statusOf(fulfilment, payment, wish)))));
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ') || 'none';
  return [
    `Fulfilments that no transition reaches yet: ${list(keysOf(fulfilments).filter((fulfilment) => !reached.has(fulfilment)))}.`,
    `Statuses that no order has yet: ${list(keysOf(orderStatuses).filter((status) => !shown.has(status)))}.`,
  ].join('\n');
}

const meanings = (of: Readonly<Record<string, string>>): string => tableOf(['Value', 'Meaning'], Object.entries(of).map(([value, meaning]) => [value, meaning]));

/** Everything between the markers of docs/lifecycle.md. */
export const lifecycleMarkdown = (): string => [
  '## Transitions',
  ...ways().map(section),
  '## Steps of the desk',
  'They leave goods and money where they are, and go through the same guard.',
  desk(),
  '## What happens by itself',
  tableOf(['While', 'When its time has come'], Object.entries(timers).map(([fulfilment, action]) => [fulfilment, action])),
  '## From facts to the status',
  projection(),
  unused(),
  '## What the words mean',
  '### Fulfilment: where the goods are', meanings(fulfilments),
  '### Payment: what the ledger says', meanings(paymentStates),
  '### Status: what clients see', meanings(orderStatuses),
  serviceLifecycleMarkdown(),
  '### Visibility: what its owner has done with it', meanings(visibilities),
].join('\n\n');

const begin = '<!-- Generated by "npm run lifecycle" from src/orders/order.lifecycle.ts; do not edit below this line. -->';
const end = '<!-- Generated to here. -->';

/** The document with its generated part made anew. Throws when it lacks the markers. */
export function withLifecycle(document: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The document needs these two lines, in this order:\n${begin}\n${end}`);
  return `${document.slice(0, from)}${begin}\n\n${lifecycleMarkdown()}\n\n${document.slice(to)}`;
}
