import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/app/server.ts';
import { readConfig } from '../../src/config.ts';
import { App } from '../support/app.ts';
import { cloneDatabase } from '../support/database.ts';
import { greeting, openSocket } from './raw-socket.ts';

test('while the provider’s keys cannot be had, nobody is told that their token is bad, and clients may come back', async () => {
  const provider = createServer((_request, response) => void response.writeHead(503).end('down for maintenance'));
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`;
  const database = await cloneDatabase();
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', DATABASE_URL: database.url, JWKS_URL: jwksUrl });
  const server = await startServer({ config, databaseUrl: database.url, tokens: { jwksUrl, roleClaim: 'role' }, sandboxSecret: 'x', log: pino({ level: 'silent' }), version: 'test' });
  const app = new App(server, database);
  onTestFinished(async () => {
    provider.close();
    await app.stop();
  });
  const { privateKey } = await generateKeyPair('RS256');
  const token = await new SignJWT({ role: 'SHOPPER' }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).setSubject('somebody').setExpirationTime('1h').sign(privateKey);

  const response = await fetch(app.url, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ __typename }"}' });
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(JSON.parse(text).errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(text).not.toMatch(/key set|jwks|maintenance|127\.0\.0\.1|jose/i);

  const socket = await openSocket(app);
  socket.send(greeting(token));
  expect(await socket.closed).toEqual({ code: 1013, reason: 'Try again later' });
});
