import type { Operation } from './options.ts';
import type { Statement, Steps, Values } from './statements.ts';

/** A store's board: which orders its first page shows. */
export interface Page {
  readonly storeId: string;
  readonly orderIds: readonly string[];
}

/** What all contestants do the same work on; the ids are rows' UUIDs and the same in every database. */
export interface Plan {
  readonly pages: readonly Page[];
  /** Orders that are read one at a time. */
  readonly orderIds: readonly string[];
  /** Store that orders are placed in, and what is sold there. */
  readonly tillId: string;
  readonly skus: readonly string[];
  /** Store whose paid orders are accepted, and those orders. */
  readonly busyStoreId: string;
  readonly readyIds: readonly string[];
  /** The statements of Docket, as it sent them. */
  readonly steps: Readonly<Record<Exclude<Operation, 'feed'>, Steps>>;
  /** What Docket answers to a mutation besides the order's id and number. */
  readonly answers: Readonly<Record<'place' | 'transition', Values>>;
  /** How the live feed reads new events, and the order of one of them. */
  readonly feed: { readonly events: Statement; readonly order: Statement };
}

/** What a child process is told to do for one slice. */
export interface SqlSlice {
  readonly operation: Operation;
  readonly inFlight: number;
  readonly seconds: number;
  /** From which of the waiting orders on. */
  readonly firstReady: number;
}

export interface SliceResult {
  readonly requests: number;
  readonly seconds: number;
  /** Feed only: milliseconds from the answer of each mutation to its event; negative where the event came first. */
  readonly lags: readonly number[];
}
