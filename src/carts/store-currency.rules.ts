/** Decides whether a sale can be in the currency that was named: a store sells in its own. */
import { refusal, type Refusal } from '../platform/refusals.ts';

export const currencyRefusals = (store: { readonly currency: string } | null, named: string | null | undefined): Refusal[] => (store === null || named == null || named === store.currency ? [] : [
  refusal('INVALID_INPUT', `The store sells in ${store.currency}, not in ${named}; leave the currency out, or take another store.`, ['currency']),
]);
