import { epochOf, type Clock, type Instant } from './time.ts';

/** Work that waits in rows of the database until its time comes. */
export interface DueWork {
  readonly name: string;
  /** When the next piece is due; null when there is none. */
  next(): Promise<Instant | null>;
  /** Does up to `limit` pieces that are due, and gives their number. */
  run(limit: number): Promise<number>;
}

export interface DueWorkOptions {
  readonly clock: Clock;
  /** Hears of work that failed; the work stays in its row and is tried again. */
  report(name: string, error: unknown): void;
  /** How often rows are looked at that other processes may have written. */
  readonly pollMilliseconds?: number;
}

const batch = 100;

/** Does something with every one of them, whatever becomes of the others; what failed is thrown at the end. */
export async function eachOfThem<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(items.map(work));
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${items.length} failed`);
}

/**
 * Looks for due work at the moment it becomes due. The rows are the queue: nothing is lost with the process, and several
 * processes share the work because each piece is taken by a conditional write. Each kind of work keeps its own time: a
 * gateway that hangs must not hold up payment deadlines.
 */
export function startDueWork(works: readonly DueWork[], options: DueWorkOptions): { stop(): Promise<void> } {
  const loops = works.map((work) => startLoop(work, options));
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
}

function startLoop(work: DueWork, { clock, report, pollMilliseconds = 1000 }: DueWorkOptions): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  const drain = async (): Promise<number> => {
    try {
      for (;;) {
        const next = await work.next();
        const wait = next === null ? pollMilliseconds : epochOf(next) - epochOf(clock());
        if (wait > 0 || stopped) return wait;
        if ((await work.run(batch)) === 0) return pollMilliseconds;
      }
    } catch (error) {
      if (!stopped) report(work.name, error);
      return pollMilliseconds;
    }
  };
  const round = async (): Promise<void> => {
    const wait = await drain();
    if (!stopped) timer = setTimeout(begin, Math.max(1, Math.min(pollMilliseconds, wait)));
  };
  const begin = (): void => {
    running = round();
  };

  begin();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
