import { expect } from 'vitest';
import { test } from '../support/app.ts';
import { changeCart, findCart } from '../support/carts.ts';
import { ownApp } from '../support/order-states.ts';
import { dbOf, JumpingClock } from '../support/races.ts';
import { openShop } from '../support/seeds.ts';

const day = 86_400;

test('carts that nobody touches for ninety days are forgotten with their lines, others are not', async () => {
  const clock = new JumpingClock();
  await using app = await ownApp({ clock: clock.now });
  const shop = await openShop(app);
  const lines = [{ sku: shop.sku, quantity: 1 }];
  const left = await changeCart(shop.shopper, 'cartCreate', { lines });
  const kept = await changeCart(shop.shopper, 'cartCreate', { lines });
  clock.jump(89 * day);
  const later = await app.person('SHOPPER', shop.shopper.subject, shop.shopper.subject, 400 * day);
  await changeCart(later, 'cartChangeLine', { cartId: kept.id, seq: 1, quantity: 2 });
  expect((await findCart(later, left.id))!.pieces).toBe(1);
  clock.jump(2 * day);
  await expect.poll(() => findCart(later, left.id), { timeout: 10_000 }).toBeNull();
  expect((await findCart(later, kept.id))!.pieces).toBe(2);
  // The line that still stands, and the one it was before.
  expect((await dbOf(app)`select 1 from cart_lines`).length).toBe(2);
});
