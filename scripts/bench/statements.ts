import type { Database } from '../../src/platform/database.ts';

/** Part of a JSON parameter: text as it is, or the value of a hole. */
export type Piece = string | { readonly hole: string };

/** A parameter of a statement with the type that Docket gives it (0: Postgres infers it). */
export type Parameter =
  | { readonly type: number; readonly value: unknown }
  | { readonly type: number; readonly hole: string }
  | { readonly type: number; readonly pieces: readonly Piece[] };

/** A statement as Docket sends it, with holes where the values of one request go. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** What one request runs: steps one after the other, the statements of a step at the same time. */
export type Steps = readonly (readonly Statement[])[];

export type Values = Readonly<Record<string, unknown>>;

/** Whether a statement is well answered by no rows: where there never was an offer, there is no revision of them. */
export const mayFindNothing = ({ text }: Statement): boolean => text.includes('from offer_revision');

const jsonTypes = [114, 3802];

/** Lets JSON parameters be sent as text that is JSON already; everything else goes as Docket sends it. */
export function sendJsonAsText(db: Database): void {
  for (const type of jsonTypes) db.options.serializers[type] = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
}

function valueOf(parameter: Parameter, values: Values): unknown {
  if ('value' in parameter) return parameter.value;
  if ('hole' in parameter) return values[parameter.hole];
  let text = '';
  for (const piece of parameter.pieces) text += typeof piece === 'string' ? piece : String(values[piece.hole]);
  return text;
}

/** Sends a statement, prepared, over the pool; `await` it, or `await ….raw()`. */
export function send(db: Database, { text, parameters }: Statement, values: Values) {
  const filled = parameters.map((parameter) => {
    const value = valueOf(parameter, values);
    return parameter.type === 0 ? value : db.typed(value as never, parameter.type);
  });
  return db.unsafe(text, filled as never[], { prepare: true });
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function piecesOf(json: string, holes: ReadonlyMap<string, string>): Piece[] {
  const texts = [...holes.keys()].filter((text) => !text.startsWith('['));
  if (texts.length === 0) return [json];
  const parts = json.split(new RegExp(`(${texts.map(escaped).join('|')})`));
  return parts.filter((part) => part !== '').map((part) => (holes.has(part) ? { hole: holes.get(part)! } : part));
}

/**
 * Turns a parameter as it was sent once into one that can be sent for any request. `holes` names the values of that
 * request; a list is known by its JSON.
 */
export function parameterOf(value: unknown, type: number, holes: ReadonlyMap<string, string>): Parameter {
  if (jsonTypes.includes(type)) return { type, pieces: piecesOf(JSON.stringify(value), holes) };
  const hole = holes.get(Array.isArray(value) ? JSON.stringify(value) : String(value));
  return hole === undefined ? { type, value } : { type, hole };
}
