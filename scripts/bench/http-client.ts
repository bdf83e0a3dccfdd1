import { Agent, request } from 'node:http';

/** What came back: its length always, its text only where it was wanted, since reading every answer would slow the servers down. */
export interface HttpAnswer {
  readonly bytes: number;
  readonly text: string | null;
}

/** Sends JSON over a few connections that stay open. Answers other than 200 are thrown. */
export class HttpClient {
  readonly #url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #agent: Agent;

  constructor(url: string, connections: number, headers: Readonly<Record<string, string>>) {
    this.#url = new URL(url);
    this.#headers = { 'content-type': 'application/json', ...headers };
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  post(path: string, body: string | Buffer, wantsText: boolean): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#url;
      const headers = { ...this.#headers, 'content-length': Buffer.byteLength(body) };
      const sent = request({ agent: this.#agent, hostname, port, path, method: 'POST', headers }, (response) => {
        let bytes = 0;
        const chunks: Buffer[] = [];
        const whole = wantsText || response.statusCode !== 200;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (whole) chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () => {
          const text = whole ? Buffer.concat(chunks).toString() : null;
          if (response.statusCode === 200) resolve({ bytes, text });
          else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
