/** Decides what the history says of a new order: the prices and offers that were chosen by hand, and by whom. */
import { toDecimal } from '../../platform/money.ts';
import type { NewItem } from './new-order.rules.ts';

const longestNote = 500;

/** Whoever set a price is named where that was not whoever places the order: the event names the latter. */
const reasonOf = ({ priceReason, sold }: NewItem, actorId: string | null): string => {
  const setter = sold?.priceSetBy;
  return setter && setter.id !== actorId && setter.name !== null ? `${priceReason}; by ${setter.name}` : priceReason!;
};

const pricesSet = (items: readonly NewItem[], actorId: string | null): string[] =>
  items.filter(({ priceReason }) => priceReason !== null).map((item) => `line ${item.seq} at ${toDecimal(item.salePrice, item.currency)} ${item.currency} (${reasonOf(item, actorId)})`);

const offersChosen = (items: readonly NewItem[]): string[] => items.flatMap(({ seq, sold }) => {
  if (!sold || sold.offerChoice === 'AUTO') return [];
  return [sold.offerChoice === 'ONLY' ? `line ${seq} only ${sold.offerCode}` : `line ${seq} none`];
});

const sentence = (what: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`${what} by hand: ${lines.join(', ')}.`]);

/** Which lines have a price set by hand and why, and which an offer chosen by hand (S0-71). Null when there are none. */
export function placingNote(items: readonly NewItem[], actorId: string | null): string | null {
  const characters = [...[...sentence('Prices set', pricesSet(items, actorId)), ...sentence('Offers chosen', offersChosen(items))].join(' ')];
  if (characters.length === 0) return null;
  return characters.length <= longestNote ? characters.join('') : `${characters.slice(0, longestNote - 1).join('')}…`;
}
