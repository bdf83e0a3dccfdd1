import { readConfig, ConfigError } from '../src/config.ts';
import { signToken } from '../src/identity/tokens.ts';
import { StartError, tokenSettingsOf } from '../src/start.ts';
import { GraphqlClient, RequestRefused, ServerSilent } from './replay/graphql-client.ts';
import { ShopError } from './replay/prepare-shop.ts';
import { progressOn } from './replay/progress.ts';
import { HistoryError } from './replay/read-history.ts';
import { help, OptionError, readOptions } from './replay/replay-options.ts';
import { reportOf, runReplay } from './replay/run-replay.ts';

const stoppedBySignal = 130;
const tokenLifetimeSeconds = 7 * 86_400;

async function ownToken(): Promise<string> {
  const settings = tokenSettingsOf(readConfig(process.env));
  if (!settings.secret) throw new OptionError('This installation takes its tokens from an OpenID provider; pass one for SERVICE with --token.');
  return signToken(settings, { role: 'SERVICE', subject: 'retail-replay', name: 'Retail replay', lifetimeSeconds: tokenLifetimeSeconds });
}

/** The first Ctrl-C asks for an end, the second ends at once, as it does by default. */
function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write(`\n${signal}: finishing the orders on their way, then stopping.\n`);
      controller.abort();
    });
  }
  return controller.signal;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  const stop = stopOnSignals();
  const client = new GraphqlClient({ url: options.url, token: options.token ?? (await ownToken()), stop });
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const result = await runReplay({ ...options, client, stop, say, progress: progressOn(process.stderr) });
  if (result.kind === 'stopped') return stoppedBySignal;
  process.stdout.write(`${reportOf(result).join('\n')}\n`);
  return result.reconciliation.reconciles && result.returnReconciliation.faults.length === 0 ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ServerSilent) return `${error.message}. What was placed stays; run it again to go on.`;
  if (error instanceof RequestRefused && error.code === 'UNAUTHENTICATED') return `The server does not take the token: ${error.message} Pass one with --token, or run this where the server's secret is (DOCKET_DATA, JWT_SECRET).`;
  if (error instanceof RequestRefused) return `The server refuses the request (${error.code}): ${error.message}`;
  const known = [OptionError, HistoryError, ShopError, ConfigError, StartError].some((kind) => error instanceof kind);
  return known ? (error as Error).message : ((error as Error).stack ?? String(error));
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`replay: ${explain(error)}\n`);
  process.exitCode = 1;
}
