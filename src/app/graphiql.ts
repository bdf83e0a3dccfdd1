import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assetFolder, graphiqlHtml, graphiqlPolicy, startScript, workersScript } from './graphiql-page.ts';

const compress = promisify(gzip);

interface Asset {
  readonly type: string;
  readonly content: string;
  readonly compressed: Buffer;
}

interface Page {
  readonly html: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** The browser build of graphql-ws, which its package ships but does not export. */
const socketClient = (): Promise<string> => readFile(join(dirname(createRequire(import.meta.url).resolve('graphql-ws')), '../umd/graphql-ws.min.js'), 'utf8');

/** Names carry a digest of the content, so that browsers may keep the files for ever. */
async function buildPage(): Promise<Page> {
  const [{ css, js, editorWorkerService, jsonWorker, graphqlWorker }, client] = await Promise.all([import('@graphql-yoga/render-graphiql/graphiql'), socketClient()]);
  const assets = new Map<string, Asset>();
  const add = async (name: string, extension: 'js' | 'css', content: string): Promise<string> => {
    const file = `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}.${extension}`;
    const type = extension === 'js' ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8';
    assets.set(file, { type, content, compressed: await compress(content) });
    return `${assetFolder}/${file}`;
  };
  const [editor, json, graphql, style] = await Promise.all([
    add('editor-worker', 'js', editorWorkerService), add('json-worker', 'js', jsonWorker), add('graphql-worker', 'js', graphqlWorker), add('style', 'css', css),
  ]);
  const script = await add('graphiql', 'js', [workersScript({ editorWorkerService: editor, json, graphql }), client, js, startScript].join('\n;'));
  return { html: graphiqlHtml(style, script), assets };
}

/**
 * Serves GraphiQL and all it consists of; nothing is fetched from elsewhere. It is put together when somebody first asks
 * for it, so that servers where nobody does neither wait for it nor keep it in memory. Gives what answers with the page.
 */
export function registerGraphiql(app: FastifyInstance): (reply: FastifyReply) => Promise<FastifyReply> {
  let built: Promise<Page> | undefined;
  const page = (): Promise<Page> => (built ??= buildPage());
  app.get<{ Params: { file: string } }>(`/${assetFolder}/:file`, async (request, reply) => {
    const asset = (await page()).assets.get(request.params.file);
    if (!asset) return reply.code(404).send();
    const zipped = (request.headers['accept-encoding'] ?? '').includes('gzip');
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding', 'x-content-type-options': 'nosniff', ...(zipped && { 'content-encoding': 'gzip' }) })
      .type(asset.type).send(zipped ? asset.compressed : asset.content);
  });
  return async (reply) =>
    reply.headers({ 'content-security-policy': graphiqlPolicy, 'cache-control': 'no-cache', 'referrer-policy': 'no-referrer' }).type('text/html; charset=utf-8').send((await page()).html);
}
