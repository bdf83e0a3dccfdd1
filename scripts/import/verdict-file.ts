import { createReadStream, existsSync } from 'node:fs';
import { appendFile, truncate } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** What became of one line of the file. */
export interface LineVerdict {
  /** From 1. */
  readonly line: number;
  readonly externalNumber: string | null;
  readonly outcome: 'DONE' | 'UNCHANGED' | 'REFUSED';
  /** The number of the order here. */
  readonly number: string | null;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] | null }[];
}

export interface Earlier {
  /** The last line that has a verdict; 0 for none. */
  readonly line: number;
  readonly refused: number;
}

function parsed(text: string): LineVerdict | null {
  try {
    return JSON.parse(text) as LineVerdict;
  } catch {
    return null;
  }
}

/** How far an earlier run has come. A line that it was writing when it was killed is cut off. */
export async function readVerdicts(path: string): Promise<Earlier> {
  if (!existsSync(path)) return { line: 0, refused: 0 };
  let [line, refused, bytes] = [0, 0, 0];
  for await (const text of createInterface({ input: createReadStream(path, 'utf8') })) {
    const verdict = parsed(text);
    if (!verdict) break;
    line = verdict.line;
    if (verdict.outcome === 'REFUSED') refused += 1;
    bytes += Buffer.byteLength(text) + 1;
  }
  await truncate(path, bytes).catch(() => {});
  return { line, refused };
}

export const addVerdicts = (path: string, verdicts: readonly LineVerdict[]): Promise<void> => appendFile(path, verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''));
