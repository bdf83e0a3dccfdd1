import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { couponsHeldBy } from '../../src/offers/coupon.queries.ts';
import { redeemCoupon } from '../../src/offers/redeem-coupon.ts';
import { couponForSharing, shareForCoupon, shareOfOrder } from '../../src/offers/share-for-coupon.ts';
import { personIdOf } from '../../src/platform/ids.ts';
import { systemClock, toInstant } from '../../src/platform/time.ts';
import { startApp, test, type App, type Person } from '../support/app.ts';
import { dbOf, JumpingClock } from '../support/races.ts';
import { claimWith, findCoupon, makeCoupon, trySaveCoupon, uniqueCode } from '../support/offers.ts';
import { openShop } from '../support/seeds.ts';

const now = systemClock();
const mine = /* GraphQL */ `query CouponsMine($usable: Boolean!, $first: Int!, $after: String) { myCoupons(usable: $usable, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code state source usedAt usedByOrderId expiresAt definition { code name effect { percent } } } } } }`;
const issue = /* GraphQL */ `mutation CouponsIssue($input: CouponIssueInput!) { couponIssue(input: $input) { couponIds userErrors { code path } } }`;
const disable = /* GraphQL */ `mutation CouponsDisable($input: CouponDisableInput!) { couponDisable(input: $input) { definition { version disabledAt } userErrors { code path } } }`;
const node = /* GraphQL */ `query CouponsNode($id: ID!) { node(id: $id) { kind: __typename id } }`;
const definitions = /* GraphQL */ `query CouponsDefinitions { couponDefinitions(first: 2) { pageInfo { hasNextPage } edges { node { code } } } }`;

interface Shown { id: string; code: string; state: string; source: string; usedByOrderId: string | null; expiresAt: string | null; definition: { code: string } }
const myCoupons = async (person: Person, usable = true): Promise<Shown[]> => (await person.ask(mine, { usable, first: 50 })).myCoupons.edges.map((edge: { node: Shown }) => edge.node);
const stranger = (app: App): Promise<Person> => app.person('SHOPPER', `stranger-${randomUUID()}`);

async function use(app: App, code: string, person: Person): Promise<void> {
  const [db, customerId] = [dbOf(app), personIdOf(person.subject)];
  const coupon = (await findCoupon(db, code, customerId))!;
  await db`with saved as (select 1 as row) ${redeemCoupon(db, db`saved`, coupon, { orderId: randomUUID(), customerId, at: now })} select 1`;
}

describe('a coupon that the platform gives', () => {
  test('is in each customer’s hand, with a code of its own, and in nobody else’s', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const friend = await stranger(app);
    const { code } = await makeCoupon(platform, { distribution: 'ISSUED', name: 'Thank you' });
    const { couponIssue } = await platform.ask(issue, { input: { code: code.toLowerCase(), subjects: [shopper.subject, friend.subject] } });
    expect(couponIssue).toMatchObject({ userErrors: [], couponIds: [expect.stringMatching(/^coupon_/), expect.stringMatching(/^coupon_/)] });
    const [own, theirs] = [await myCoupons(shopper), await myCoupons(friend)];
    expect([own, theirs]).toMatchObject([[{ id: couponIssue.couponIds[0], state: 'USABLE', source: 'ISSUED', usedByOrderId: null, definition: { code } }], [{ id: couponIssue.couponIds[1] }]]);
    expect(own[0]!.code).toMatch(/^[A-HJKMNP-Z2-9]{16}$/);
    expect(own[0]!.code).not.toBe(theirs[0]!.code);
    const seen = async (person: Person) => (await person.ask(node, { id: own[0]!.id })).node?.kind ?? null;
    expect(await Promise.all([shopper, friend, platform].map(seen))).toEqual(['Coupon', null, 'Coupon']);
    expect(await claimWith(friend, code)).toMatchObject({ coupon: null, userErrors: [{ code: 'NOT_FOUND', path: ['code'] }] });
  });

  test.for([[{ subjects: [] }, ['subjects']], [{ subjects: ['a', 'a'] }, ['subjects']], [{ subjects: ['a', ' '] }, ['subjects', '1']], [{ code: 'NO-SUCH' }, ['code']]] as const)('is refused for %j, and given to nobody', async ([input, path], { app }) => {
    const { platform } = await openShop(app);
    const { code } = await makeCoupon(platform, { distribution: 'ISSUED' });
    const { couponIssue } = await platform.ask(issue, { input: { code, subjects: ['a', 'b'], ...input } });
    expect([couponIssue.couponIds, couponIssue.userErrors.map((error: { path: string[] }) => error.path)]).toEqual([[], [path]]);
  });

  test('is judged by its kind: a hundred of one kind hide no other, and of each the one that expires first counts', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const give = async (code: string) => expect((await platform.ask(issue, { input: { code, subjects: [shopper.subject] } })).couponIssue.userErrors).toEqual([]);
    const [best, small] = [await makeCoupon(platform, { distribution: 'ISSUED', effect: { kind: 'PERCENT_OFF', percent: '60' } }), await makeCoupon(platform, { distribution: 'ISSUED', validDays: 9 })];
    await give(best.code);
    for (let n = 0; n < 101; n += 1) await give(small.code);
    const [soonest, only] = await dbOf(app)<{ code: string }[]>`
      select distinct on (definition_id) code from coupons where customer_id = ${personIdOf(shopper.subject)} order by definition_id desc, expires_at, id`;
    const [held] = await couponsHeldBy(dbOf(app), [personIdOf(shopper.subject)], now);
    expect(held!.map(({ code }) => code)).toEqual([soonest!.code, only!.code]);
  });

  test('cannot be given, claimed or used once it is out of force; it shows as withdrawn', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const { code, id } = await makeCoupon(platform);
    await claimWith(shopper, code);
    const off = async () => (await platform.ask(disable, { input: { definitionId: id } })).couponDisable;
    expect([(await off()).definition.version, (await off()).definition.version]).toEqual([2, 2]);
    expect((await platform.ask(issue, { input: { code, subjects: ['a'] } })).couponIssue.userErrors).toEqual([{ code: 'COUPON_NOT_AVAILABLE', path: ['code'] }]);
    expect((await claimWith(await stranger(app), code)).userErrors).toMatchObject([{ code: 'COUPON_NOT_AVAILABLE', path: ['code'] }]);
    expect([await myCoupons(shopper), (await myCoupons(shopper, false)).map(({ state }) => state)]).toEqual([[], ['WITHDRAWN']]);
    expect((await findCoupon(dbOf(app), code, personIdOf(shopper.subject)))!.blocked).toBe('DISABLED');
  });
});

describe('a coupon that is claimed', () => {
  test('a hundred times at once by one shopper is theirs as often as they may have it, and shown to them each time', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    for (const [customerLimit, owned] of [[undefined, 1], [3, 3]] as const) {
      const { code } = await makeCoupon(platform, { distribution: 'CLAIMED', customerLimit });
      const answers = await Promise.all(Array.from({ length: 100 }, () => claimWith(shopper, code)));
      expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
      expect(new Set(answers.map(({ coupon }) => coupon.id)).size).toBe(owned);
      expect((await myCoupons(shopper)).filter(({ definition }) => definition.code === code)).toHaveLength(owned);
    }
  });

  test('and used cannot be claimed again', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const { code } = await makeCoupon(platform);
    const { coupon } = await claimWith(shopper, code);
    await use(app, coupon.code, shopper);
    expect((await claimWith(shopper, code)).userErrors).toMatchObject([{ code: 'COUPON_LIMIT_REACHED' }]);
    expect((await myCoupons(shopper, false))[0]).toMatchObject({ state: 'USED', usedByOrderId: expect.stringMatching(/^order_/) });
  });

  test('is not to be had once all its uses are taken', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const { code } = await makeCoupon(platform, { totalLimit: 1 });
    await use(app, code, await stranger(app));
    expect((await claimWith(shopper, code)).userErrors).toMatchObject([{ code: 'COUPON_NOT_AVAILABLE' }]);
  });

  test('is good for its days, and no longer than its definition', async () => {
    const clock = new JumpingClock();
    const app = await startApp({ clock: clock.now });
    try {
      const { platform, shopper } = await openShop(app);
      const inThreeDays = toInstant(Date.now() + 3 * 86_400_000);
      const [short, long, early] = [await makeCoupon(platform, { validDays: 2, endsAt: inThreeDays }), await makeCoupon(platform, { validDays: 5, endsAt: inThreeDays }), await makeCoupon(platform, { startsAt: inThreeDays })];
      for (const { code } of [short, long, early]) expect((await claimWith(shopper, code)).userErrors).toEqual([]);
      const states = async () => Object.fromEntries((await myCoupons(shopper, false)).map(({ definition, state }) => [definition.code, state]));
      expect(await states()).toEqual({ [short.code]: 'USABLE', [long.code]: 'USABLE', [early.code]: 'NOT_YET_VALID' });
      expect((await myCoupons(shopper)).find(({ definition }) => definition.code === long.code)!.expiresAt).toBe(inThreeDays);
      clock.jump(2 * 86_400 + 60);
      expect([await states(), (await myCoupons(shopper)).map(({ definition }) => definition.code)]).toEqual([{ [short.code]: 'EXPIRED', [long.code]: 'USABLE', [early.code]: 'NOT_YET_VALID' }, [early.code, long.code]]);
      clock.jump(86_400);
      expect(await states()).toEqual({ [short.code]: 'EXPIRED', [long.code]: 'EXPIRED', [early.code]: 'USABLE' });
    } finally {
      await app.stop();
    }
  });

  test('stands in the list newest first, page by page', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const claimed: string[] = [];
    for (let n = 0; n < 3; n += 1) claimed.unshift((await claimWith(shopper, (await makeCoupon(platform)).code)).coupon.code);
    const page = (await shopper.ask(mine, { usable: true, first: 2 })).myCoupons;
    const rest = (await shopper.ask(mine, { usable: true, first: 2, after: page.pageInfo.endCursor })).myCoupons;
    expect([page, rest].map(({ edges, pageInfo }) => [edges.map((edge: { node: Shown }) => edge.node.code), pageInfo.hasNextPage])).toEqual([[claimed.slice(0, 2), true], [claimed.slice(2), false]]);
  });
});

describe('an order that is shared', () => {
  test('gives its shopper a coupon, once, and each friend who has its code another', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const db = dbOf(app);
    const made = await makeCoupon(platform, { distribution: 'ISSUED', givenForSharing: true });
    const definition = (await couponForSharing(db, now))!;
    expect(definition.code).toBe(made.code);
    const order = { orderId: randomUUID(), customerId: personIdOf(shopper.subject), at: now };
    const share = async () => {
      const { code, written } = shareForCoupon(db, db`saved`, definition, order);
      await db`with saved as (select 1 as row) ${written} select 1`;
      return code;
    };
    const code = await share();
    await expect(share()).rejects.toMatchObject({ constraint_name: 'coupon_shares_pkey' });
    expect((await shareOfOrder(db, order.orderId))!.code).toBe(code);
    expect(await myCoupons(shopper)).toMatchObject([{ source: 'SHARED', definition: { code: made.code } }]);
    const [friend, another] = [await stranger(app), await stranger(app)];
    const claims = await Promise.all(Array.from({ length: 20 }, (_, n) => claimWith(n % 2 ? friend : another, code)));
    expect(claims.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect([await myCoupons(friend), await myCoupons(another)].map((held) => held.map(({ source }) => source))).toEqual([['SHARED'], ['SHARED']]);
    expect((await claimWith(shopper, code)).coupon.id).toBe((await myCoupons(shopper))[0]!.id);
    await platform.ask(disable, { input: { definitionId: made.id } });
    expect((await couponForSharing(db, now))?.code).not.toBe(made.code);
  });
});

describe('a coupon definition', () => {
  test('is saved under its code in capitals, replaced as a whole, and listed newest first for those who keep coupons', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const code = uniqueCode('Summer');
    const first = await trySaveCoupon(platform, { code: code.toLowerCase(), customerLimit: 2, validDays: 10 });
    const second = await trySaveCoupon(platform, { code, name: 'Later', distribution: 'ISSUED' });
    expect([first, second]).toMatchObject([{ userErrors: [], definition: { code: code.toUpperCase(), version: 1 } }, { userErrors: [], definition: { id: first.definition.id, version: 2 } }]);
    const newer = await makeCoupon(platform);
    const { couponDefinitions } = await platform.ask(definitions);
    expect(couponDefinitions.edges.map((edge: { node: { code: string } }) => edge.node.code)).toEqual([newer.code, code.toUpperCase()]);
    const seen = async (person: Person) => (await person.ask(node, { id: newer.id })).node?.kind ?? null;
    expect(await Promise.all([platform, shopper].map(seen))).toEqual(['CouponDefinition', null]);
  });

  test.for([[{ validDays: 0 }, ['validDays']], [{ validDays: 3661 }, ['validDays']], [{ code: ' ' }, ['code']], [{ code: 'ß'.repeat(40) }, ['code']], [{ effect: { kind: 'AMOUNT_OFF', amount: '5' } }, ['currency']], [{ storeIds: ['nowhere'] }, ['storeIds', '0']]] as const)('is refused for %j', async ([input, path], { app }) => {
    const answer = await trySaveCoupon(await app.person('PLATFORM', 'platform-1'), input);
    expect([answer.definition, answer.userErrors.map((error: { path: string[] }) => error.path)]).toEqual([null, [path]]);
  });
});
