/** What came of a slice. */
export interface Paced {
  readonly requests: number;
  /** From the first request to the end of the last one. */
  readonly seconds: number;
}

/**
 * Keeps `inFlight` requests going for so long; each begins when one has ended. `one` gets the number of its request and
 * answers false when there is nothing left to ask for.
 */
export async function pace(inFlight: number, seconds: number, one: (n: number) => Promise<boolean>): Promise<Paced> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let begun = 0;
  let requests = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const n = begun;
      begun += 1;
      if (!(await one(n))) return;
      requests += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { requests, seconds: (performance.now() - started) / 1000 };
}
