/** Puts into words why a step has no place in an order's state, and what comes first or instead. */
import { isOver, transitions, transitionsFor, type Action, type Fulfilment, type Transition } from '../order.lifecycle.ts';
import type { OrderRow } from '../order.tables.ts';

type Place = Pick<OrderRow, 'kind' | 'deliveryType' | 'fulfilment' | 'status'>;

/** What must happen before, by the step that does it. */
const firstly: Readonly<Partial<Record<Action, string>>> = {
  PAY: 'it must be paid first',
  CONFIRM: 'the platform must confirm it first',
  ACCEPT: 'the store must accept it first',
  START_DELIVERY: 'its delivery must be started first',
  SHIP: 'it must be shipped first',
  COMPLETE: 'it must be completed first',
};

/** What is left to a customer when it is too late to call the order off. */
const instead: Readonly<Partial<Record<Action, string>>> = {
  CANCEL: 'it is too late for that; once the goods are there, a return can be asked for with customerServiceRequest',
  REQUEST_CANCEL: 'it is too late for that; once the goods are there, a return can be asked for with customerServiceRequest',
};

/** The step that leads from here towards a state in which the wanted one has a place; null where none does. */
function nextTowards(wanted: ReadonlySet<Fulfilment>, { kind, deliveryType, fulfilment }: Place): Action | null {
  const rows = transitions.filter((row) => row.kind === kind && row.deliveries.includes(deliveryType) && row.from !== row.to && firstly[row.action]);
  const reached = new Map<Fulfilment, Action>();
  let edge: { at: Fulfilment; first: Action | null }[] = [{ at: fulfilment, first: null }];
  while (edge.length > 0) {
    const next = edge.flatMap(({ at, first }) => rows.filter(({ from }) => from === at).map((row) => ({ at: row.to, first: first ?? row.action })));
    for (const { at, first } of next) if (!reached.has(at)) reached.set(at, first);
    const found = next.find(({ at }) => wanted.has(at));
    if (found) return found.first;
    edge = next.filter(({ at }, index) => next.findIndex((one) => one.at === at) === index && at !== fulfilment);
  }
  return null;
}

const listed = (words: readonly string[]): string => words.join(' and ');

function withoutRows(action: Action, { kind, deliveryType }: Place): string {
  const deliveries = [...new Set(transitions.filter((row) => row.action === action && row.kind === kind).flatMap((row) => row.deliveries))];
  if (deliveries.length > 0) return `${action} is a step of ${listed(deliveries)} orders; this one is ${deliveryType}.`;
  const kinds = [...new Set(transitions.filter((row) => row.action === action).map((row) => row.kind))];
  return `${action} is a step of ${listed(kinds)} orders; this one is ${kind}.`;
}

/** Why the order cannot take a step that has no row from where it is. */
export function explainNoPlace(action: Action, order: Place): string {
  const rows: readonly Transition[] = transitionsFor(action, order.kind, order.deliveryType);
  if (rows.length === 0) return withoutRows(action, order);
  const refused = `${action} is not possible while the order is ${order.status}`;
  if (isOver(order.fulfilment)) return `${refused}: it is over.`;
  const next = nextTowards(new Set(rows.map(({ from }) => from)), order);
  return `${refused}: ${next ? firstly[next] : (instead[action] ?? 'it is past that step')}.`;
}
