import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  /** What follows the language in the opening fence, e.g. `role=STAFF`. */
  readonly info: string;
  readonly content: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
}

export interface Document {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const fence = /^```(\w*)[ \t]*(.*)\n([\s\S]*?)^```[ \t]*$/gm;

export const blocksOf = (text: string): Block[] => [...text.matchAll(fence)].map(({ 1: language = '', 2: info = '', 3: content = '', index }) => ({
  language, info: info.trim(), content, line: text.slice(0, index).split('\n').length,
}));

/** The text without its fenced blocks, where nothing is a heading, a link or a table. */
export const proseOf = (text: string): string => text.replaceAll(fence, '');

const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));

/** The README and everything below docs/. */
export const documents: readonly Document[] = ['README.md', ...markdownIn('docs')].toSorted().map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path: relative(root, join(root, path)), text, blocks: blocksOf(text) };
});

export function documentAt(path: string): Document {
  const found = documents.find((document) => document.path === path);
  if (!found) throw new Error(`There is no ${path}.`);
  return found;
}

/** As GitHub makes them out of headings. */
export const anchorsOf = (text: string): string[] =>
  [...proseOf(text).matchAll(/^#+ (.*)$/gm)].map(({ 1: heading = '' }) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/g, '-'));

/** The rows of the first table below a heading, as cells; without its head. */
export function tableBelow({ path, text }: Document, heading: string): string[][] {
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`${path} has no heading "${heading}".`);
  const lines = section.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end === -1 ? undefined : end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** What stands between backticks. */
export const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(({ 1: code = '' }) => code);
