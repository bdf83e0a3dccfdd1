/** Runs tasks side by side, at most `limit` at a time. After a failure nothing new is begun. */
export class InFlight {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Waits for a free place and begins the task there; throws what an earlier task failed with. */
  async begin(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#limit) await Promise.race(this.#running);
    if (this.#failure) throw this.#failure.error;
    const running: Promise<void> = this.#run(task).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #run(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  /** Waits until nothing runs any more, whether or not something failed. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Waits for all tasks; throws what the first of them failed with. */
  async finish(): Promise<void> {
    await this.settle();
    if (this.#failure) throw this.#failure.error;
  }
}
