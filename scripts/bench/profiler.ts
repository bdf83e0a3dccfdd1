import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';

/** Loaded into Docket ahead of its own program, so that a profile holds the work of one operation and no start-up. */
const session = new Session();
const samplingMicroseconds = 400;

async function start(): Promise<void> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await session.post('Profiler.start');
}

async function stop(file: string): Promise<void> {
  const { profile }: Profiler.StopReturnType = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
}

process.on('message', ({ profile }: { readonly profile: string | null }) => {
  (profile === null ? start() : stop(profile)).then(() => process.send!({ result: null }), (error: Error) => process.send!({ error: error.stack }));
});
