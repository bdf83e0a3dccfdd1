/** Reads an export to its end, or until told to stop, and watches the memory of the server that sends it. */
export interface Watched {
  readonly lines: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Megabytes of resident memory: before, and at most from the first quarter of the samples on, and in it. */
  readonly before: number;
  readonly early: number;
  readonly peak: number;
}

/** Megabytes that the server's process occupies, as it says itself. */
export async function residentMegabytes(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (!bytes) throw new Error('The server does not tell its memory.');
  return Number(bytes) / 1_048_576;
}

const bytesBetweenSamples = 4 * 1_048_576;

export async function watchExport(url: string, path: string, token: string, stopAfterBytes = Number.POSITIVE_INFINITY): Promise<Watched> {
  const before = await residentMegabytes(url);
  const started = performance.now();
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  if (response.status !== 200 || !response.body) throw new Error(`The export is answered with ${response.status}: ${await response.text()}`);
  const samples: number[] = [];
  let [lines, bytes, sampledAt] = [0, 0, 0];
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (bytes - sampledAt >= bytesBetweenSamples) {
      samples.push(await residentMegabytes(url));
      sampledAt = bytes;
    }
    // Leaving the loop hangs up.
    if (bytes >= stopAfterBytes) break;
  }
  const early = Math.max(before, ...samples.slice(0, Math.ceil(samples.length / 4)));
  return { lines, bytes, seconds: (performance.now() - started) / 1000, before, early, peak: Math.max(before, ...samples) };
}
