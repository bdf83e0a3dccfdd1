import { ConfigError, readConfig } from './config.ts';
import { prepareDatabase, StartError } from './start.ts';

/** `npm run migrate`: brings the tables up to date, and stops. */
try {
  const database = await prepareDatabase(readConfig(process.env), true, (line) => process.stdout.write(`${line}\n`));
  await database.stop();
  process.stdout.write('The tables are up to date.\n');
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  process.stderr.write(`docket: ${error.message}\n`);
  process.exitCode = 1;
}
