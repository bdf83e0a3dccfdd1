import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { RequestRefused, type GraphqlClient } from '../replay/graphql-client.ts';
import type { Progress } from '../replay/progress.ts';
import { isExported, orderOfExport } from './exported-order.ts';
import { addVerdicts, readVerdicts, type LineVerdict } from './verdict-file.ts';

export interface ImportRun {
  readonly file: string;
  readonly verdicts: string;
  readonly source: string;
  readonly batch: number;
  readonly client: GraphqlClient;
  readonly stop: AbortSignal;
  readonly progress: Progress;
}

export interface ImportResult {
  /** Lines that have a verdict by now, those of earlier runs among them. */
  readonly lines: number;
  readonly refused: number;
  readonly stopped: boolean;
}

interface Line {
  readonly line: number;
  readonly order: Readonly<Record<string, unknown>>;
}

/** Well below what the server takes as one request. */
const batchBytes = 500_000;

const mutation = `mutation ImportOrders($input: OrderImportInput!) {
  orderImport(input: $input) { userErrors { code message path } verdicts { reference outcome order { number } userErrors { code message path } } } }`;

interface Answer {
  readonly orderImport: {
    readonly userErrors: LineVerdict['errors'];
    readonly verdicts: readonly { readonly outcome: LineVerdict['outcome']; readonly order: { readonly number: string } | null; readonly userErrors: LineVerdict['errors'] }[];
  };
}

const numberOf = ({ order }: Line): string | null => (typeof order['externalNumber'] === 'string' ? order['externalNumber'] : null);

const refused = (line: number, externalNumber: string | null, code: string, message: string): LineVerdict => ({ line, externalNumber, outcome: 'REFUSED', number: null, errors: [{ code, message, path: null }] });

function orderIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    const told = value as Record<string, unknown>;
    return isExported(told) ? orderOfExport(told) : told;
  } catch {
    return null;
  }
}

async function countLines(file: string): Promise<number> {
  let count = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8') })) if (text.trim() !== '') count += 1;
  return count;
}

/** Sends a batch; where the server refuses it as a whole, one of its lines is to blame, and each is sent by itself. */
async function send(run: ImportRun, lines: readonly Line[]): Promise<LineVerdict[]> {
  try {
    const { orderImport: { userErrors, verdicts } } = await run.client.ask<Answer>(mutation, { input: { source: run.source, orders: lines.map(({ order }) => order) } });
    if (userErrors.length > 0) throw new RequestRefused(userErrors[0]!.code, userErrors[0]!.message);
    return lines.map((line, index): LineVerdict => {
      const { outcome, order, userErrors: errors } = verdicts[index]!;
      return { line: line.line, externalNumber: numberOf(line), outcome, number: order?.number ?? null, errors };
    });
  } catch (error) {
    if (!(error instanceof RequestRefused) || error.code !== 'BAD_USER_INPUT') throw error;
    if (lines.length === 1) return [refused(lines[0]!.line, numberOf(lines[0]!), error.code, error.message)];
    const each: LineVerdict[] = [];
    for (const line of lines) each.push(...(await send(run, [line])));
    return each;
  }
}

/**
 * Streams the file through `orderImport`, one batch after the other, and writes a verdict for each line. A run that broke off
 * goes on behind its last verdict; what it had sent without noting it is sent again, which changes nothing.
 */
export async function importFile(run: ImportRun): Promise<ImportResult> {
  const earlier = await readVerdicts(run.verdicts);
  let state = { line: 0, done: earlier.line, refused: earlier.refused };
  let [batch, broken, bytes]: [Line[], LineVerdict[], number] = [[], [], 0];
  const flush = async (): Promise<void> => {
    if (batch.length + broken.length === 0) return;
    const sent = batch.length === 0 ? [] : await send(run, batch);
    const verdicts = [...sent, ...broken].toSorted((a, b) => a.line - b.line);
    await addVerdicts(run.verdicts, verdicts);
    state = { ...state, done: verdicts.at(-1)!.line, refused: state.refused + verdicts.filter(({ outcome }) => outcome === 'REFUSED').length };
    run.progress.step(verdicts.length);
    [batch, broken, bytes] = [[], [], 0];
  };
  run.progress.begin('importing', await countLines(run.file));
  for await (const text of createInterface({ input: createReadStream(run.file, 'utf8') })) {
    state.line += 1;
    if (text.trim() === '') continue;
    if (state.line <= earlier.line) {
      run.progress.step();
      continue;
    }
    if (batch.length + broken.length >= run.batch || bytes + text.length > batchBytes) await flush();
    if (run.stop.aborted) break;
    const order = orderIn(text);
    if (order) batch.push({ line: state.line, order });
    else broken.push(refused(state.line, null, 'INVALID_JSON', 'The line is no JSON object.'));
    bytes += text.length;
  }
  if (!run.stop.aborted) await flush();
  run.progress.end();
  return { lines: state.done, refused: state.refused, stopped: run.stop.aborted };
}
