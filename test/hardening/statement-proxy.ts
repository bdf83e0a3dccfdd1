import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** Stands between a server and its Postgres, and writes down every statement that is carried out. */
export interface StatementProxy {
  /** The same database, through this proxy. */
  readonly url: string;
  /** The statements that went by since the last call, in order. */
  take(): string[];
  stop(): Promise<void>;
}

const text = (buffer: Buffer, from: number): [value: string, end: number] => {
  const end = buffer.indexOf(0, from);
  return [buffer.toString('utf8', from, end), end + 1];
};

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

/** Reads the messages of one connection: Parse names a statement, Bind carries it out, Query does both. */
function reader(note: (sql: string) => void): (chunk: Buffer) => void {
  const known = new Map<string, string>();
  let pending: Buffer = Buffer.alloc(0);
  let greeted = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      // The very first message has no type byte.
      const header = greeted ? 5 : 4;
      if (pending.length < header) return;
      const length = pending.readInt32BE(header - 4) + header - 4;
      if (pending.length < length) return;
      const message = pending.subarray(0, length);
      pending = pending.subarray(length);
      if (greeted) understand(message, known, note);
      greeted = true;
    }
  };
}

function understand(message: Buffer, known: Map<string, string>, note: (sql: string) => void): void {
  const kind = String.fromCharCode(message[0]!);
  if (kind === 'P') {
    const [name, next] = text(message, 5);
    known.set(name, oneLine(text(message, next)[0]));
  } else if (kind === 'B') {
    const [, next] = text(message, 5);
    const [name] = text(message, next);
    note(known.get(name) ?? `unknown statement ${name}`);
  } else if (kind === 'Q') {
    note(oneLine(text(message, 5)[0]));
  }
}

export async function startStatementProxy(databaseUrl: string): Promise<StatementProxy> {
  const target = new URL(databaseUrl);
  const host = target.searchParams.get('host') ?? target.hostname;
  let statements: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = createConnection({ host, port: Number(target.port || 5432) });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => { client.destroy(); upstream.destroy(); sockets.delete(socket); });
    }
    const read = reader((sql) => statements.push(sql));
    client.on('data', read);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${(server.address() as AddressInfo).port}` }).href;
  return {
    url,
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
