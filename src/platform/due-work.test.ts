import { EventEmitter, once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eachOfThem, startDueWork, type DueWork, type DueWorkOptions } from './due-work.ts';
import { secondsAfter, toInstant, type Instant } from './time.ts';

/** Rows with an instant each, as the database would hold them, and word of every round of work. */
class Queue implements DueWork {
  readonly name: string;
  readonly #heard = new EventEmitter();
  readonly waiting = new Map<string, Instant>();
  readonly done: string[] = [];
  readonly asked: number[] = [];
  /** How often the next rounds fail. */
  failures = 0;
  /** Held back until it resolves, where there is one. */
  gate: Promise<void> = Promise.resolve();

  constructor(name: string) {
    this.name = name;
  }

  async next(): Promise<Instant | null> {
    this.#heard.emit('heard');
    return [...this.waiting.values()].toSorted()[0] ?? null;
  }

  async run(limit: number): Promise<number> {
    this.asked.push(limit);
    this.#heard.emit('heard');
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error(`${this.name} is out of order`);
    }
    await this.gate;
    const due = [...this.waiting].filter(([, at]) => at <= present.now()).slice(0, limit);
    for (const [row] of due) {
      this.waiting.delete(row);
      this.done.push(row);
    }
    this.#heard.emit('heard');
    return due.length;
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.#heard, 'heard');
  }
}

const present = { instant: toInstant(Date.UTC(2026, 2, 1)), now: (): Instant => present.instant, pass: (seconds: number): void => void (present.instant = secondsAfter(present.instant, seconds)) };

function closedGate() {
  let open!: () => void;
  let breakDown!: (error: Error) => void;
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    breakDown = reject;
  });
  return { opened, open, breakDown };
}

const never = (name: string, error: unknown): void => {
  throw new Error(`${name} failed`, { cause: error });
};

function start(works: readonly DueWork[], report: DueWorkOptions['report'] = never): { stop(): Promise<void> } {
  const work = startDueWork(works, { clock: present.now, report, pollMilliseconds: 5 });
  onTestFinished(() => work.stop());
  return work;
}

describe('due work', () => {
  test('is done once its time has come, and not before', async () => {
    const queue = new Queue('timers');
    queue.waiting.set('now', present.now()).set('soon', secondsAfter(present.now(), 60));
    start([queue]);
    await queue.until(() => queue.done.length === 1);
    expect(queue.done).toEqual(['now']);
    present.pass(59);
    queue.waiting.set('also now', present.now());
    await queue.until(() => queue.done.length === 2);
    expect(queue.done).toEqual(['now', 'also now']);
    present.pass(1);
    await queue.until(() => queue.done.length === 3);
    expect(queue.done).toEqual(['now', 'also now', 'soon']);
  });

  test('written by another process is found', async () => {
    const queue = new Queue('timers');
    start([queue]);
    await queue.until(() => queue.waiting.size === 0);
    queue.waiting.set('theirs', present.now());
    await queue.until(() => queue.done.includes('theirs'));
    expect(queue.done).toEqual(['theirs']);
  });

  test('beyond one batch is done without pause', async () => {
    const queue = new Queue('timers');
    for (let row = 0; row < 250; row += 1) queue.waiting.set(`row ${row}`, present.now());
    start([queue]);
    await queue.until(() => queue.done.length === 250);
    expect(queue.asked).toEqual([100, 100, 100]);
  });

  test('that fails is reported and tried again, and holds up no other', async () => {
    const [broken, sound] = [new Queue('broken'), new Queue('sound')];
    broken.failures = 3;
    broken.waiting.set('late', present.now());
    sound.waiting.set('in time', present.now());
    const reports: string[] = [];
    start([broken, sound], (name, error) => reports.push(`${name}: ${(error as Error).message}`));
    await Promise.all([broken.until(() => broken.done.length === 1), sound.until(() => sound.done.length === 1)]);
    expect(reports).toEqual(Array.from({ length: 3 }, () => 'broken: broken is out of order'));
    expect([broken.done, sound.done]).toEqual([['late'], ['in time']]);
  });

  test('that hangs holds up no other, and ends in its own time', async () => {
    const [slow, quick] = [new Queue('slow'), new Queue('quick')];
    const gate = closedGate();
    slow.gate = gate.opened;
    slow.waiting.set('slow', present.now());
    quick.waiting.set('first', present.now());
    start([slow, quick]);
    await quick.until(() => quick.done.length === 1);
    quick.waiting.set('second', present.now());
    await quick.until(() => quick.done.length === 2);
    expect([slow.done, quick.done]).toEqual([[], ['first', 'second']]);
    gate.open();
    await slow.until(() => slow.done.length === 1);
  });
});

describe('stopping', () => {
  test('lets work under way end, and begins none', async () => {
    const queue = new Queue('timers');
    const gate = closedGate();
    queue.gate = gate.opened;
    queue.waiting.set('under way', present.now());
    const work = start([queue]);
    await queue.until(() => queue.asked.length === 1);
    let stopped = false;
    const stopping = work.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    gate.open();
    await stopping;
    expect(queue.done).toEqual(['under way']);
    const rounds = queue.asked.length;
    queue.waiting.set('too late', present.now());
    await work.stop();
    expect([queue.asked.length, queue.done]).toEqual([rounds, ['under way']]);
  });

  test('does not report work that ends in failure only now', async () => {
    const queue = new Queue('timers');
    const gate = closedGate();
    queue.gate = gate.opened;
    queue.waiting.set('under way', present.now());
    const reports: string[] = [];
    const work = start([queue], (name) => reports.push(name));
    await queue.until(() => queue.asked.length === 1);
    const stopping = work.stop();
    gate.breakDown(new Error('the database is gone'));
    await stopping;
    expect(reports).toEqual([]);
  });
});

describe('each of them', () => {
  test('has its turn, whatever becomes of the others, and all failures are told', async () => {
    const done: number[] = [];
    const work = async (item: number): Promise<void> => {
      if (item % 2) throw new Error(`${item} is odd`);
      done.push(item);
    };
    await expect(eachOfThem([1, 2, 3, 4], work)).rejects.toMatchObject({ message: '2 of 4 failed', errors: [{ message: '1 is odd' }, { message: '3 is odd' }] });
    expect(done).toEqual([2, 4]);
    await expect(eachOfThem([2, 4], work)).resolves.toBeUndefined();
  });
});
