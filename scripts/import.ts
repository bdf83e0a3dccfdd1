import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../src/config.ts';
import { signToken } from '../src/identity/tokens.ts';
import { StartError, tokenSettingsOf } from '../src/start.ts';
import { importFile } from './import/import-file.ts';
import { GraphqlClient, RequestRefused, ServerSilent } from './replay/graphql-client.ts';
import { progressOn } from './replay/progress.ts';

const help = `Takes over orders of the past from a file of JSON Lines, each line an ImportedOrderInput of the schema or a line that
another Docket has exported, through the GraphQL API. Writes a verdict for each line into a file beside it; run again, it goes on behind the last verdict.

  npm run import -- FILE --source NAME [--url …] [--token …] [--batch 100] [--verdicts …]

  FILE        orders that are over, one JSON object to a line
  --source    the system they come from; always the same for the same system
  --url       the server (http://localhost:4000/graphql)
  --token     a token for SERVICE or PLATFORM; left out, one is signed with the secret of the installation in this folder
  --batch     orders in one request, 1 to 200 (100)
  --verdicts  where the verdicts go (FILE.verdicts.jsonl)
  --help

Ctrl-C stops behind the request that is under way.
Ends with 0 when no line was refused, 1 when some were or it cannot run, 130 when stopped.
`;

class OptionError extends Error {}

const stoppedBySignal = 130;

async function ownToken(): Promise<string> {
  const settings = tokenSettingsOf(readConfig(process.env));
  if (!settings.secret) throw new OptionError('This installation takes its tokens from an OpenID provider; pass one for SERVICE with --token.');
  return signToken(settings, { role: 'SERVICE', subject: 'order-import', name: 'Order import', lifetimeSeconds: 7 * 86_400 });
}

function readOptions(args: string[]) {
  const { values, positionals: [file, ...more] } = parseArgs({
    args, allowPositionals: true,
    options: { source: { type: 'string' }, url: { type: 'string', default: 'http://localhost:4000/graphql' }, token: { type: 'string' }, batch: { type: 'string', default: '100' }, verdicts: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  if (!file || more.length > 0 || !values.source) throw new OptionError('Name one file, and the system it comes from (--source). --help says more.');
  if (!existsSync(file)) throw new OptionError(`There is no file ${file}.`);
  const batch = Number(values.batch);
  if (!Number.isInteger(batch) || batch < 1 || batch > 200) throw new OptionError('--batch is a whole number from 1 to 200.');
  return { file, source: values.source, url: values.url, token: values.token, batch, verdicts: values.verdicts ?? `${file}.verdicts.jsonl` };
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  const client = new GraphqlClient({ url: options.url, token: options.token ?? (await ownToken()), stop: controller.signal });
  const { lines, refused, stopped } = await importFile({ ...options, client, stop: controller.signal, progress: progressOn(process.stderr) });
  process.stdout.write(`${lines} lines, ${refused} refused; the verdicts are in ${options.verdicts}\n`);
  if (stopped) return stoppedBySignal;
  return refused === 0 ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ServerSilent) return `${error.message}. Run it again to go on.`;
  if (error instanceof RequestRefused) return `The server refuses the request (${error.code}): ${error.message}`;
  const known = error instanceof OptionError || error instanceof ConfigError || error instanceof StartError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  return known ? (error as Error).message : ((error as Error).stack ?? String(error));
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`import: ${explain(error)}\n`);
  process.exitCode = 1;
}
