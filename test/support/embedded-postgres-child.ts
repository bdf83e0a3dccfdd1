import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';

/** What this program tells the test that has forked it. */
export type ChildMessage =
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'started'; readonly url: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'interrupted' };

const tell = (message: ChildMessage): void => {
  process.send?.(message);
};

/** A server that would drain first: Ctrl-C alone does not end it. */
process.on('SIGINT', () => tell({ kind: 'interrupted' }));

const options = JSON.parse(process.argv[2] ?? '{}') as EmbeddedPostgresOptions;
try {
  const server = await startEmbeddedPostgres({ ...options, log: (line) => tell({ kind: 'log', line }) });
  process.once('message', () => void server.stop().then(() => process.disconnect()));
  tell({ kind: 'started', url: server.url });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  tell({ kind: 'failed', name, message });
  process.disconnect();
}
