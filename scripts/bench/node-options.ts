import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The options that `npm start` gives to Node in the Docket of this folder. */
export function nodeOptionsOf(folder: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('-'));
}

/** Those of them that bound what the garbage collector lets pile up. */
export const memoryOptions = (): string[] => nodeOptionsOf(root).filter((word) => word.startsWith('--max-'));
