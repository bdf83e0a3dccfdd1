import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { describe, expect, test as base } from 'vitest';
import { testServer } from '../support/database.ts';
import { documents, root } from '../support/documents.ts';
import { plainEnvironment, startProgram, type Program } from '../support/program.ts';

const run = promisify(execFile);

/** Lines that stand in the documents and are not run from here, each with its reason. */
const notRunHere: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'npm ci would replace the node_modules out of which this test runs (CI begins with it); npm start has run before the other lines.',
  'npm ci': 'It would replace the node_modules out of which this test runs; CI begins with it.',
  'npm start': 'It would not come back; it runs all the while the other lines are run.',
  'npm test': 'It is what is running.',
};

/** What a reader puts in place of the documents' examples. */
const exampleUrl = 'http://localhost:4000';
const exampleDatabase = 'postgres://docket:secret@db.example.com/docket';

interface Example {
  readonly title: string;
  readonly lines: readonly string[];
  /** Lines that the document shows as its output. */
  readonly promised: readonly string[];
}

const linesOf = (content: string): string[] => content.trimEnd().split('\n');

const examples: Example[] = documents.flatMap(({ path, blocks }) => blocks.flatMap(({ language, content, line }, index) => {
  const next = blocks[index + 1];
  const lines = language === 'sh' ? linesOf(content).filter((text) => !(text in notRunHere)) : [];
  return lines.length === 0 ? [] : [{ title: `${path}:${line}`, lines, promised: next?.language === 'text' ? linesOf(next.content) : [] }];
}));

/** A database as an operator has just created it: empty. */
async function withEmptyDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { url } = testServer();
  const name = `docket_documents_${randomBytes(6).toString('hex')}`;
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  try {
    return await work(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  }
}

/** The lines of a block as one session of a shell, from top to bottom; what a command refuses ends it. */
async function paste(lines: readonly string[], program: Program, database: string): Promise<string> {
  const script = ['set -euo pipefail', ...lines].join('\n').replaceAll(exampleUrl, program.url).replaceAll(exampleDatabase, database);
  const { stdout } = await run('bash', ['-c', script], { cwd: root, env: plainEnvironment({ DOCKET_DATA: program.dataFolder }) });
  return stdout;
}

/** As a pattern, where "…" stands for anything on the line. */
const patternOf = (line: string): RegExp => new RegExp(line.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+'));

const test = base.extend<{ program: Program }>({
  program: [
    async ({}, use) => {
      const program = await startProgram();
      await use(program);
      await program.stop();
      expect(program.output()).toContain('SIGINT: finishing what is being asked');
    },
    { scope: 'file' },
  ],
});

describe('every command in the documentation works as pasted', { timeout: 120_000 }, () => {
  test.for(examples)('$title', async ({ lines, promised }, { program }) => {
    const output = await withEmptyDatabase((database) => paste(lines, program, database));
    expect(output).not.toMatch(/"errors":|"message":/);
    const printed = linesOf(output);
    expect(promised.filter((line) => !printed.some((found) => patternOf(line).test(found)))).toEqual([]);
  });

  test('"npm start" prints the tokens that the README speaks of', ({ program }) => {
    for (const role of ['SHOPPER', 'STAFF', 'PLATFORM']) expect(program.output()).toMatch(new RegExp(`^${role} .*\\n[\\w-]+\\.[\\w-]+\\.[\\w-]+$`, 'm'));
  });

  test('what is not run here stands in a document', () => {
    const lines = documents.flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'sh').flatMap(({ content }) => linesOf(content)));
    expect(Object.keys(notRunHere).filter((line) => !lines.includes(line))).toEqual([]);
  });
});
