import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { startServer, type RunningServer } from './app/server.ts';
import { ConfigError, packageVersion, readConfig, type Config } from './config.ts';
import { demoTokens, fillWithDemoData } from './demo/demo-data.ts';
import { prepareDatabase, sharedSecret, StartError, tokenSettingsOf, type PreparedDatabase } from './start.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Troubles that have a name get one line; anything else shows where it came from. */
function fail(error: unknown): never {
  const known = error instanceof ConfigError || error instanceof StartError;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (known) process.stderr.write(`docket: ${message}\n`);
  else if (code === 'EADDRINUSE') process.stderr.write(`docket: ${message.replace('listen EADDRINUSE: ', '')}; set PORT to another one.\n`);
  else if (code === 'EACCES' || code === 'EADDRNOTAVAIL') process.stderr.write(`docket: cannot listen: ${message}; check HOST and PORT.\n`);
  else process.stderr.write(`docket: ${stack ?? String(error)}\n`);
  process.exit(1);
}

async function serve(config: Config, database: PreparedDatabase): Promise<RunningServer> {
  const log = pino({ level: config.LOG_LEVEL ?? (database.embedded ? 'warn' : 'info') });
  // One request that breaks its promise must not take the shop down with it.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was broken that nobody waited for'));
  const tokens = tokenSettingsOf(config);
  const sandboxSecret = createHmac('sha256', config.JWKS_URL ? database.url : sharedSecret(config)).update('sandbox').digest('hex');
  const server = await startServer({ config, databaseUrl: database.url, tokens, sandboxSecret, log, version: packageVersion() });
  if (config.DEMO_DATA) await fillWithDemoData(server.services);
  say(`Docket ${packageVersion()} is ready at ${server.url}/graphql`);
  if (tokens.secret && config.DEMO_DATA) {
    for (const { label, token } of await demoTokens(tokens)) say(`\n${label}\n${token}`);
    say('\nMore: npm run token -- --help');
  }
  return server;
}

interface Stopper {
  /** From now on there is something to stop; a signal that came before has its effect now. */
  stoppable(server: RunningServer, database: PreparedDatabase): void;
}

/** Drains once; a second signal does not wait. Listens from the beginning: who reads that the server is ready may stop it at once. */
function stopOnSignals(): Stopper {
  let signaled: NodeJS.Signals | null = null;
  let stop: (() => Promise<void>) | null = null;
  const listen = (signal: NodeJS.Signals): void => {
    if (signaled) process.exit(1);
    signaled = signal;
    say(`${signal}: finishing ${stop ? 'what is being asked' : 'the start'}, then stopping.`);
    void stop?.().catch(fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, listen);
  return {
    stoppable(server, database) {
      stop = async () => {
        await server.stop();
        await database.stop();
        process.exit(0);
      };
      if (signaled) void stop().catch(fail);
    },
  };
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stopper = stopOnSignals();
  const database = await prepareDatabase(config, process.argv.includes('--migrate'), say);
  try {
    stopper.stoppable(await serve(config, database), database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

await main().catch(fail);
