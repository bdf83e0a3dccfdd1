import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { findCustomerTerms } from '../../src/customers/tier.queries.ts';
import { personIdOf } from '../../src/platform/ids.ts';
import { startApp, test, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const saveTier = /* GraphQL */ `
  mutation TierSave($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { tier {
    code name isDefault discountPercent birthdayDiscountPercent canRedeemPoints minimumPoints maximumPointsPercent pointsPerUnit earnPercent currencies { currency pointsPerUnit birthdayMaximum { amount } } } userErrors { code path } } }`;
const tiers = /* GraphQL */ `query TierList { customerTiers { code isDefault discountPercent } }`;
const saveProfiles = /* GraphQL */ `mutation TierProfiles($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code path message } } }`;
const profile = /* GraphQL */ `
  query TierMe { me { name phone email country givenName familyName memberNumber brandCode cardType tier { code } personal { gender birthday { month day year } married timeZone } } }`;

const code = (): string => `T-${randomUUID().slice(0, 8)}`;

const saved = async (platform: Person, input: Record<string, unknown>) => (await platform.ask(saveTier, { input: { code: code(), name: 'Gold', ...input } })).customerTierSave;
const keep = async (platform: Person, ...customers: Record<string, unknown>[]) => (await platform.ask(saveProfiles, { input: { customers } })).customerSave;

describe('a tier', () => {
  test('is made, found in the list, and brought up to date under its code', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const gold = code();
    const input = {
      code: gold, discountPercent: '5', birthdayDiscountPercent: '12.50', canRedeemPoints: true, minimumPoints: 100, maximumPointsPercent: '50', pointsPerUnit: 100, earnPercent: '1',
      currencies: [{ currency: 'JPY', pointsPerUnit: 1, birthdayMaximum: '800' }],
    };
    expect(await saved(platform, input)).toEqual({
      userErrors: [], tier: { ...input, name: 'Gold', isDefault: false, birthdayDiscountPercent: '12.5', currencies: [{ currency: 'JPY', pointsPerUnit: 1, birthdayMaximum: { amount: '800' } }] },
    });
    expect((await saved(platform, { code: gold, name: 'Old gold' })).tier).toMatchObject({ name: 'Old gold', discountPercent: '0', canRedeemPoints: false, maximumPointsPercent: '100', currencies: [] });
    expect((await shopper.ask(tiers)).customerTiers.filter((tier: { code: string }) => tier.code === gold)).toEqual([{ code: gold, isDefault: false, discountPercent: '0' }]);
  });

  test('out of bounds is refused at the place that is wrong', async ({ app }) => {
    const { platform } = await openShop(app);
    expect(await saved(platform, { discountPercent: '101' })).toEqual({ tier: null, userErrors: [{ code: 'INVALID_INPUT', path: ['discountPercent'] }] });
  });

  test('that is the default is everybody’s who has none, and there is one at a time', async () => {
    const app = await startApp();
    try {
      const { platform, shopper } = await openShop(app);
      await keep(platform, { subject: shopper.subject, name: 'Rosa Klein' });
      const tierOf = async () => (await shopper.ask(profile)).me.tier;
      expect(await tierOf()).toBeNull();
      for (const name of ['A', 'B', 'A']) {
        await saved(platform, { code: name, isDefault: true, discountPercent: name === 'A' ? '1' : '2' });
        expect(await tierOf()).toEqual({ code: name });
        expect((await platform.ask(tiers)).customerTiers.filter(({ isDefault }: { isDefault: boolean }) => isDefault)).toMatchObject([{ code: name }]);
      }
      const ofNobody = await findCustomerTerms(dbOf(app), randomUUID(), 'GBP', '2026-03-01T12:00:00.000Z');
      expect(ofNobody).toMatchObject({ tierCode: 'A', discountBps: 100, isBirthday: false, points: { balance: 0 } });
      await keep(platform, { subject: shopper.subject, name: 'Rosa Klein', tier: 'B' });
      expect(await tierOf()).toEqual({ code: 'B' });
      await Promise.all(Array.from({ length: 20 }, (_, index) => saved(platform, { code: index % 2 === 0 ? 'A' : 'B', isDefault: true })));
      expect((await platform.ask(tiers)).customerTiers.filter(({ isDefault }: { isDefault: boolean }) => isDefault)).toHaveLength(1);
      for (const name of ['A', 'B']) await saved(platform, { code: name });
      await keep(platform, { subject: shopper.subject, name: 'Rosa Klein', tier: null });
      expect(await tierOf()).toBeNull();
    } finally {
      await app.stop();
    }
  });
});

describe('a profile', () => {
  const full = {
    name: 'Ada Moss', phone: '01700000002', email: 'ada@example.org', country: 'Norway', givenName: 'Ada', familyName: 'Moss', gender: 'FEMALE', birthday: { month: 3, day: 1, year: 1990 }, married: false,
    timeZone: 'Asia/Shanghai', memberNumber: '1988', brandCode: 'EA', cardType: 'VIP',
  };
  const shown = ({ gender, birthday, married, timeZone, ...rest }: typeof full, tier: string) => ({ ...rest, tier: { code: tier }, personal: { gender, birthday, married, timeZone } });

  test('keeps what is left out, and loses what is null', async ({ app }) => {
    const { platform, shopper: { subject }, shopper } = await openShop(app);
    const { tier: { code: tier } } = await saved(platform, {});
    expect((await keep(platform, { subject, ...full, tier })).userErrors).toEqual([]);
    expect((await shopper.ask(profile)).me).toEqual(shown(full, tier));
    await keep(platform, { subject, name: 'Ada Voss' });
    expect((await shopper.ask(profile)).me).toEqual({ ...shown(full, tier), name: 'Ada Voss' });
    await keep(platform, { subject, name: 'Ada Voss', phone: null, birthday: { month: 4, day: 2 }, married: null, memberNumber: '7' });
    expect((await shopper.ask(profile)).me).toMatchObject({ phone: null, email: full.email, memberNumber: '7', personal: { gender: 'FEMALE', birthday: { month: 4, day: 2, year: null }, married: null } });
    await keep(platform, { subject, name: 'Ada Voss', birthday: null });
    expect((await shopper.ask(profile)).me.personal.birthday).toBeNull();
  });

  test('is saved with others or not at all: an unknown tier refuses all', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const refused = await keep(platform, { subject: shopper.subject, name: 'Ada' }, { subject: `${shopper.subject}-2`, name: 'Bo', tier: 'NO-SUCH-TIER' });
    expect(refused).toMatchObject({ customerIds: [], userErrors: [{ code: 'NOT_FOUND', path: ['customers', '1', 'tier'] }] });
    expect((await shopper.ask(profile)).me).toBeNull();
  });

  test('that many save at once, in any order, is whole: each kept what it named', async ({ app }) => {
    const { platform } = await openShop(app);
    const subjects = Array.from({ length: 12 }, () => `crowd-${randomUUID()}`);
    const fields = ['phone', 'email', 'country', 'givenName'] as const;
    const saves = Array.from({ length: 24 }, (_, index) => {
      const rows = subjects.map((subject) => ({ subject, name: 'Crowd', [fields[index % 4]!]: 'given' }));
      return keep(platform, ...(index % 2 === 0 ? rows : rows.toReversed()));
    });
    for (const { userErrors } of await Promise.all(saves)) expect(userErrors).toEqual([]);
    const rows = await dbOf(app)`select phone, email, country, given_name from customers where subject = any(${subjects})`;
    expect([...rows]).toEqual(subjects.map(() => ({ phone: 'given', email: 'given', country: 'given', givenName: 'given' })));
  });

  test('shows its personal part to its owner and the platform only', async ({ app }) => {
    const shop = await openShop(app);
    await keep(shop.platform, { subject: shop.shopper.subject, ...full });
    const { id } = await placeOnline(shop, 'SELF_PICK');
    const through = /* GraphQL */ `query TierThroughOrder($id: ID!) { order(id: $id) { customer { memberNumber personal { married } } } }`;
    const seen = async (person: Person) => (await person.ask(through, { id })).order.customer;
    expect(await seen(shop.clerk)).toEqual({ memberNumber: '1988', personal: null });
    for (const person of [shop.shopper, shop.platform]) expect(await seen(person)).toEqual({ memberNumber: '1988', personal: { married: false } });
  });
});

describe('what pricing reads of a customer', () => {
  test('is their tier, whether it is their birthday where they live, and their points, in one statement', async ({ app }) => {
    const { platform, shopper: { subject } } = await openShop(app);
    const { tier } = await saved(platform, { discountPercent: '5', birthdayDiscountPercent: '10', canRedeemPoints: true, pointsPerUnit: 100 });
    const { customerIds: [customerId] } = await keep(platform, { subject, name: 'Ada', tier: tier.code, birthday: { month: 3, day: 1 }, timeZone: 'Asia/Shanghai' });
    await platform.ask(/* GraphQL */ `mutation TierPoints($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { userErrors { code } } }`, { input: { customerId, points: 761, reason: 'A start' } });
    const at = (now: string) => findCustomerTerms(dbOf(app), personIdOf(subject), 'GBP', now);
    expect(await at('2026-02-28T16:30:00.000Z')).toEqual({
      tierCode: tier.code, tierName: 'Gold', discountBps: 500, birthdayDiscountBps: 1000, birthdayMaximum: null, isBirthday: true,
      points: { balance: 761, canRedeem: true, minimum: 0, maximumShareBps: 10_000, pointsPerUnit: 100 },
    });
    expect((await at('2026-03-01T16:30:00.000Z')).isBirthday).toBe(false);
  });
});
