import cliProgress from 'cli-progress';

/** Shows how far a run has come. */
export interface Progress {
  begin(what: string, total: number): void;
  step(count?: number): void;
  end(): void;
}

const secondsBetweenLines = 5;

/** A bar that redraws itself, for a person at a terminal. */
function barOn(stream: NodeJS.WriteStream): Progress {
  let bar: cliProgress.SingleBar | null = null;
  return {
    begin(what, total) {
      bar = new cliProgress.SingleBar({ stream, format: `${what} {bar} {value}/{total}  {duration_formatted}, {eta_formatted} to go`, barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true, etaBuffer: 100 });
      bar.start(total, 0);
    },
    step: (count = 1) => bar?.increment(count),
    end() {
      bar?.stop();
      bar = null;
    },
  };
}

/** A line now and then, for logs. */
function linesOn(stream: NodeJS.WritableStream): Progress {
  let state = { what: '', total: 0, done: 0, begun: 0, told: 0 };
  const tell = (now: number): void => {
    state.told = now;
    stream.write(`${state.what}: ${state.done} of ${state.total} after ${((now - state.begun) / 1000).toFixed(0)} s\n`);
  };
  return {
    begin(what, total) {
      const now = performance.now();
      state = { what, total, done: 0, begun: now, told: now };
    },
    step(count = 1) {
      state.done += count;
      const now = performance.now();
      if (now - state.told >= secondsBetweenLines * 1000) tell(now);
    },
    end: () => tell(performance.now()),
  };
}

export const progressOn = (stream: NodeJS.WriteStream): Progress => (stream.isTTY ? barOn(stream) : linesOn(stream));
