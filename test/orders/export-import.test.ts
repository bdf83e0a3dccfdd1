import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { importFile } from '../../scripts/import/import-file.ts';
import type { LineVerdict } from '../../scripts/import/verdict-file.ts';
import { GraphqlClient } from '../../scripts/replay/graphql-client.ts';
import { test, type App, type Person } from '../support/app.ts';
import { temporaryFolder } from '../support/embedded-postgres.ts';
import { canceledOrder, must, soldAtTill } from '../support/order-desk.ts';
import { openShop, placeOnline, type Shop } from '../support/seeds.ts';

type Told = Record<string, unknown> & { readonly items: readonly Record<string, unknown>[] };

async function exported(app: App, person: Person, { storeId }: Shop): Promise<{ text: string; orders: Told[] }> {
  const text = await (await fetch(`${app.server.url}/exports/orders.jsonl?${new URLSearchParams({ storeId })}`, { headers: { authorization: `Bearer ${person.token}` } })).text();
  return { text, orders: text.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Told) };
}

async function importing(app: App, text: string, source: string): Promise<LineVerdict[]> {
  const folder = await temporaryFolder();
  const [file, verdicts] = [join(folder, 'orders.jsonl'), join(folder, 'verdicts.jsonl')];
  await writeFile(file, text);
  const { token } = await app.person('SERVICE', 'importer');
  const stop = new AbortController().signal;
  await importFile({ file, verdicts, source, batch: 10, stop, client: new GraphqlClient({ url: app.url, token, stop }), progress: { begin: () => {}, step: () => {}, end: () => {} } });
  return (await readFile(verdicts, 'utf8')).split('\n').slice(0, -1).map((line) => JSON.parse(line) as LineVerdict);
}

/** What is another order's: its number, and that it was imported under the old one; what Docket alone keeps of its own orders; and deadlines that are over. */
const differs = ['number', 'uid', 'importedFrom', 'updatedAt', 'payDeadline', 'customerTier', 'couponCode', 'catalogOffers', 'cartOffers', 'pointsUsed', 'pointsTotal', 'pointsToEarn', 'reminders', 'remindedAt', 'reviewedAt', 'items'];
const differsInLines = ['priceSetBy', 'offers', 'offerChoice', 'offerCode', 'pointsUsed', 'pointsShare', 'freightShare', 'status', 'returningQuantity', 'returnedQuantity', 'reviewedAt'];

const without = (told: Record<string, unknown>, names: readonly string[]): Record<string, unknown> => Object.fromEntries(Object.entries(told).filter(([name]) => !names.includes(name)));

describe('an export', () => {
  test('can be imported again: what is over is the same in the next export, what is not is refused with the reason', async ({ app }) => {
    const shop = await openShop(app);
    const billing = { name: 'Ann Bill', title: 'MS', givenName: 'Ann', familyName: 'Bill', email: 'ann@example.test', address: { city: 'York', country: 'GB' } };
    const contact = { name: 'Rosa Klein', title: 'MR', phone: '01700000001', address: { city: 'Leeds', street: 'Mill Lane 4' } };
    const { id: orderId } = await must(shop.manager, 'orderPlaceInStore', {
      storeId: shop.storeId, customerSubject: shop.shopper.subject, contact, billing, receiptNumber: 'R-1', remark: '=1+1', invoiceWanted: true, lines: [{ sku: shop.sku, quantity: 3, unitPrice: '3.33', priceReason: 'Scratched' }, { sku: shop.reducedSku, quantity: 2 }],
    });
    await must(shop.manager, 'orderPayCash', { orderId });
    await must(shop.manager, 'orderComplete', { orderId });
    await must(shop.platform, 'orderSettle', { orderId });
    await must(shop.shopper, 'orderReview', { orderId, commentId: 'C-1', seq: 2 });
    await soldAtTill(shop);
    await canceledOrder(shop);
    await placeOnline(shop, 'FLASH');
    const before = await exported(app, shop.platform, shop);
    const source = `docket-${randomUUID().slice(0, 8)}`;
    const verdicts = await importing(app, before.text, source);
    expect(verdicts.map(({ outcome, errors: [error] }) => error ? [error.code, error.path] : outcome)).toEqual([['INVALID_INPUT', ['status']], 'DONE', 'DONE', 'DONE']);
    const after = (await exported(app, shop.platform, shop)).orders.filter(({ importedFrom }) => importedFrom === source);
    for (const order of before.orders.slice(1)) {
      const again = after.find(({ uid }) => uid === order['number'])!;
      expect(without(again, differs)).toEqual(without(order, differs));
      expect(again.items.map((line) => without(line, differsInLines))).toEqual(order.items.map((line) => without(line, differsInLines)));
    }
  });
});
