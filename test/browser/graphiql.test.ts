import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { App } from '../support/app.ts';
import { confineTo, keepScreenshot, test } from '../support/browser.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const storesQuery = 'query Stores { stores(first: 100) { edges { node { code } } } }';
const boardSubscription = 'subscription Board($storeId: ID!) { storeFeed(storeId: $storeId) { event { type } order { number } } }';

/** What a person does who follows the README: fills in the editors, and presses the button. */
class GraphiqlPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(app: App): Promise<void> {
    await this.#page.goto(app.url);
    await this.#page.locator('.graphiql-query-editor .view-line').first().waitFor();
  }

  async #write(editor: string, text: string): Promise<void> {
    await this.#page.locator(`${editor} .monaco-editor:visible`).click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.press('Delete');
    await this.#page.keyboard.insertText(text);
  }

  async writeQuery(text: string): Promise<void> {
    await this.#write('.graphiql-query-editor', text);
  }

  async writeTool(tool: 'Variables' | 'Headers', value: Record<string, unknown>): Promise<void> {
    await this.#page.getByRole('button', { name: tool, exact: true }).click();
    await this.#write('.graphiql-editor-tool', JSON.stringify(value));
  }

  /** Begins; while a subscription runs, the same button ends it. */
  async run(): Promise<void> {
    await this.#page.locator('.graphiql-execute-button').click();
  }

  async answer(): Promise<string> {
    const lines = await this.#page.locator('.result-window .view-line').allTextContents();
    // The editor shows spaces as no-break spaces.
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }
}

// Five megabytes of editor start in each test; a machine with other work to do takes its time.
const timeout = 120_000;
const soon = { timeout: 30_000 };

describe('GraphiQL', { timeout }, () => {
  test('comes from this server alone, under a policy that nothing in it breaks', async ({ app, page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const strangers = await confineTo(page, new URL(app.url).host);
    const graphiql = new GraphiqlPage(page);
    await graphiql.open(app);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('All Schema Types').waitFor();
    await keepScreenshot(page, 'graphiql-docs');
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('asks as whoever’s token stands in its headers', async ({ app, page }) => {
    const { clerk, storeCode } = await openShop(app);
    const graphiql = new GraphiqlPage(page);
    await graphiql.open(app);
    await graphiql.writeQuery(storesQuery);
    await graphiql.writeTool('Headers', { authorization: `Bearer ${clerk.token}` });
    await graphiql.run();
    await expect.poll(() => graphiql.answer(), soon).toContain(`"code": "${storeCode}"`);
    await keepScreenshot(page, 'graphiql-query');
  });

  test('shows the events of a subscription as they happen, with the token out of its headers', async ({ app, page }) => {
    const shop = await openShop(app);
    const graphiql = new GraphiqlPage(page);
    await graphiql.open(app);
    await graphiql.writeQuery(boardSubscription);
    await graphiql.writeTool('Variables', { storeId: shop.storeId });
    await graphiql.writeTool('Headers', { authorization: `Bearer ${shop.clerk.token}` });
    await graphiql.run();
    const { feed } = app.server.services;
    await expect.poll(() => feed.followers, soon).toBe(1);
    const order = await placeOnline(shop, 'FLASH');
    await expect.poll(() => graphiql.answer(), soon).toContain(`"number": "${order.number}"`);
    expect(await graphiql.answer()).toContain('"type": "PLACED"');
    await keepScreenshot(page, 'graphiql-subscription');
    await graphiql.run();
    await expect.poll(() => feed.followers, soon).toBe(0);
  });

  test('says what is missing when a subscription carries no token', async ({ app, page }) => {
    const { storeId } = await openShop(app);
    const graphiql = new GraphiqlPage(page);
    await graphiql.open(app);
    await graphiql.writeQuery(boardSubscription);
    await graphiql.writeTool('Variables', { storeId });
    await graphiql.run();
    await expect.poll(() => graphiql.answer(), soon).toContain('Put a valid token into');
  });

  test('is shown again when the page is loaded anew with a query in its address', async ({ app, page }) => {
    await page.goto(`${app.url}?query=${encodeURIComponent('query Kept { __typename }')}`);
    await expect.poll(() => page.locator('.graphiql-query-editor .view-line').allTextContents().then((lines) => lines.join('')), soon).toContain('Kept');
  });
});
