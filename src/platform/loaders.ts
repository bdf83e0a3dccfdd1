import DataLoader from 'dataloader';
import type { Database } from './database.ts';

/** What a loader needs from the request it serves. */
export interface LoaderScope {
  readonly db: Database;
  readonly loaders: WeakMap<object, unknown>;
}

type Batch<S extends LoaderScope, K, V> = (scope: S, keys: readonly K[]) => Promise<readonly V[]>;

/** A loader is declared once, beside its statement, and lives once in each request. */
export function defineLoader<S extends LoaderScope, K, V>(batch: Batch<S, K, V>) {
  return (scope: S): DataLoader<K, V> => {
    const known = scope.loaders.get(batch) as DataLoader<K, V> | undefined;
    if (known) return known;
    const loader = new DataLoader<K, V>((keys) => batch(scope, keys));
    scope.loaders.set(batch, loader);
    return loader;
  };
}

/** Puts rows back into the order of their keys; a missing row is null. */
export function inOrderOf<K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): (R | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** One list of rows for each key, empty where there are none; each list keeps the order of the rows. */
export function groupedBy<K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): R[][] {
  const byKey = new Map<K, R[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key)!);
}
