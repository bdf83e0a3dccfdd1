import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { roles, type Role } from './identity/caller.ts';
import { signToken } from './identity/tokens.ts';
import { StartError, tokenSettingsOf } from './start.ts';

const help = `Signs a token with this installation's secret.

  npm run token -- --role STAFF --subject clerk-7 [--name "Ann Lee"] [--days 30]

  --role     ${Object.keys(roles).join(', ')}
  --subject  whom the token stands for; their id follows from it
  --name     as it will stand in histories
  --days     how long it is good for (30)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { role: { type: 'string' }, subject: { type: 'string' }, name: { type: 'string' }, days: { type: 'string', default: '30' }, help: { type: 'boolean' } },
  });
  const role = values.role?.toUpperCase();
  const days = Number(values.days);
  if (values.help || !role || !(role in roles) || !values.subject || !(days > 0 && days <= 3650)) {
    (values.help ? process.stdout : process.stderr).write(help);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const settings = tokenSettingsOf(readConfig(process.env));
  if (!settings.secret) throw new StartError('JWKS_URL is set, so tokens come from the OpenID provider; only an installation with a secret of its own can sign them.');
  const token = await signToken(settings, { role: role as Role, subject: values.subject, name: values.name, lifetimeSeconds: Math.round(days * 86_400) });
  process.stdout.write(`${token}\n`);
}

await main().catch((error: NodeJS.ErrnoException) => {
  const known = error instanceof ConfigError || error instanceof StartError || error.code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`docket: ${known ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
