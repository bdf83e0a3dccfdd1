import { expect } from 'vitest';
import { test } from '../support/app.ts';
import { sendCart } from '../support/carts.ts';
import { everything } from '../support/order-states.ts';
import { contact, openShop } from '../support/seeds.ts';

const place = /* GraphQL */ `mutation CurrencyOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { currency } userErrors { code message path } } }`;
const quote = /* GraphQL */ `query CurrencyQuote($input: QuoteInput!) { quote(input: $input) { currency } }`;

test('whoever names another currency than the store’s is told so, and not charged in the store’s', async ({ app }) => {
  const { shopper, storeId, sku } = await openShop(app);
  const wanted = { storeId, lines: [{ sku, quantity: 1 }] };
  const before = await everything(app);
  const other = { ...wanted, currency: 'JPY' };
  const refused = { code: 'INVALID_INPUT', message: expect.stringContaining('GBP'), path: ['currency'] };
  expect(await sendCart(shopper, 'cartCreate', other)).toMatchObject({ cart: null, userErrors: [refused] });
  expect((await shopper.ask(place, { input: { ...other, contact } })).orderPlace).toEqual({ order: null, userErrors: [refused] });
  expect((await shopper.request(quote, { input: other })).errors).toMatchObject([{ message: expect.stringMatching(/^currency: .*GBP/u), extensions: { refusal: 'INVALID_INPUT' } }]);
  expect(await everything(app)).toBe(before);
  const same = { ...wanted, currency: 'GBP' };
  expect(await sendCart(shopper, 'cartCreate', same)).toMatchObject({ cart: { currency: 'GBP' }, userErrors: [] });
  expect((await shopper.ask(place, { input: { ...same, contact } })).orderPlace).toMatchObject({ order: { currency: 'GBP' }, userErrors: [] });
  expect((await shopper.ask(quote, { input: same })).quote).toEqual({ currency: 'GBP' });
});
