import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request: it passes, its answer is lost after the server has worked it off, or it never gets there. */
export type Fate = 'pass' | 'lose the answer' | 'unavailable';

export interface FaultyProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Stands between a client and a server and is no good at it. `fateOf` sees each request's body. */
export async function startFaultyProxy(target: string, fateOf: (body: string) => Fate | Promise<Fate>): Promise<FaultyProxy> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const fate = await fateOf(body);
    if (fate === 'unavailable') {
      response.writeHead(503).end('upstream is away');
      return;
    }
    const answer = await fetch(target, { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: request.headers.authorization! } });
    const text = await answer.text();
    if (fate === 'lose the answer') request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
