import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type Page } from 'playwright-core';
import { test as appTest } from './app.ts';

const installedBrowsers = [
  '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Root, as in a container, has no sandbox to offer; and a machine without graphics would emulate them for every page. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/**
 * Chromium out of npm (Linux on x64), or one that is installed. Where neither starts, the reason: tests that need a page
 * are then skipped loudly, and fail in CI.
 */
async function launchBrowser(): Promise<Browser | string> {
  const problems: string[] = [];
  const candidates = [
    ...(process.platform === 'linux' && process.arch === 'x64' ? [() => sparticuz.executablePath()] : []),
    ...installedBrowsers.filter((path) => existsSync(path)).map((path) => () => path),
  ];
  for (const candidate of candidates) {
    try {
      return await chromium.launch({ executablePath: await candidate(), args, headless: true });
    } catch (error) {
      problems.push((error as Error).message.split('\n')[0]!);
    }
  }
  return `NO BROWSER STARTS HERE, so nothing is known about the pages: ${problems.join('; ') || 'none is installed'}`;
}

/** A test with a server and a browser of its file's own, and a page in a profile of the test's own. */
export const test = appTest.extend<{ browser: Browser | string; page: Page }>({
  browser: [
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      if (typeof browser !== 'string') await browser.close();
    },
    { scope: 'file' },
  ],
  page: async ({ browser, skip }, use) => {
    if (typeof browser === 'string') {
      if (process.env['CI']) throw new Error(browser);
      process.stderr.write(`\n${browser}\n`);
      return skip(browser);
    }
    const context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
    await use(await context.newPage());
    await context.close();
  },
});

/** Lets the page talk to this host only, and collects the addresses of everything else it asked for. */
export async function confineTo(page: Page, host: string): Promise<readonly string[]> {
  const strangers: string[] = [];
  const isOwn = (address: string): boolean => ['data:', 'blob:'].includes(new URL(address).protocol) || new URL(address).host === host;
  await page.context().route(() => true, async (route) => {
    const address = route.request().url();
    if (isOwn(address)) return route.continue();
    strangers.push(address);
    return route.abort();
  });
  page.on('websocket', (socket) => isOwn(socket.url()) || strangers.push(socket.url()));
  return strangers;
}

/** Keeps a picture where DOCKET_SCREENSHOTS names a folder. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['DOCKET_SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
