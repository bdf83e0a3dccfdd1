import { describe, expect } from 'vitest';
import { findAddress } from '../../src/customers/address-book.queries.ts';
import { fromGlobalId, personIdOf } from '../../src/platform/ids.ts';
import { test, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { openShop } from '../support/seeds.ts';

const save = /* GraphQL */ `
  mutation BookSave($input: AddressSaveInput!) { addressSave(input: $input) { address { id isDefault title name givenName familyName phone email address { country province city district street detail zip } } userErrors { code path } } }`;
const remove = /* GraphQL */ `mutation BookDelete($input: AddressDeleteInput!) { addressDelete(input: $input) { addressId userErrors { code path } } }`;
const list = /* GraphQL */ `query BookList { myAddresses { id isDefault name } }`;

const draft = (name: string, extra: Record<string, unknown> = {}) => ({ name, address: { street: 'Mill Lane 4' }, ...extra });

const keep = async (person: Person, input: Record<string, unknown>) => (await person.ask(save, { input })).addressSave;
const names = async (person: Person): Promise<string[]> => (await person.ask(list)).myAddresses.map(({ name, isDefault }: { name: string; isDefault: boolean }) => `${name}${isDefault ? '*' : ''}`);

describe('an address book', () => {
  test('keeps addresses as they were written, and their changes', async ({ app }) => {
    const { shopper } = await openShop(app);
    const input = {
      title: 'MS', name: 'Ada Moss', givenName: 'Ada', familyName: 'Moss', phone: '01700000003', email: 'ada@example.org',
      address: { country: 'GB', province: 'Yorkshire', city: 'Leeds', district: 'Headingley', street: 'Mill Lane 4', detail: 'Floor 2', zip: 'LS1 1AA' },
    };
    const { address, userErrors } = await keep(shopper, input);
    expect([address, userErrors]).toEqual([{ id: expect.stringMatching(/^address_/), isDefault: true, ...input }, []]);
    const changed = await keep(shopper, { addressId: address.id, ...draft('Bo Moss') });
    expect(changed.address).toEqual({ id: address.id, isDefault: true, title: null, name: 'Bo Moss', givenName: null, familyName: null, phone: null, email: null,
      address: { country: null, province: null, city: null, district: null, street: 'Mill Lane 4', detail: null, zip: null } });
    expect(await names(shopper)).toEqual(['Bo Moss*']);
  });

  test('has one default: the latest that was wished, else the oldest', async ({ app }) => {
    const { shopper } = await openShop(app);
    const ids: Record<string, string> = {};
    for (const name of ['A', 'B', 'C']) ids[name] = (await keep(shopper, draft(name))).address.id;
    expect(await names(shopper)).toEqual(['A*', 'B', 'C']);
    await keep(shopper, { addressId: ids['C'], isDefault: true, ...draft('C') });
    await keep(shopper, { addressId: ids['B'], isDefault: true, ...draft('B') });
    expect(await names(shopper)).toEqual(['B*', 'C', 'A']);
    await keep(shopper, { addressId: ids['C'], ...draft('C2') });
    expect(await names(shopper)).toEqual(['B*', 'C2', 'A']);
    await keep(shopper, { addressId: ids['B'], isDefault: false, ...draft('B') });
    expect(await names(shopper)).toEqual(['C2*', 'A', 'B']);
    await shopper.ask(remove, { input: { addressId: ids['C'] } });
    expect(await names(shopper)).toEqual(['A*', 'B']);
    await Promise.all(Array.from({ length: 20 }, (_, index) => keep(shopper, { addressId: ids[index % 2 === 0 ? 'A' : 'B'], isDefault: true, ...draft('X') })));
    expect((await names(shopper)).filter((name) => name.endsWith('*'))).toHaveLength(1);
  });

  test('is its owner’s alone: to others its addresses are not there', async ({ app }) => {
    const [own, foreign] = [await openShop(app), await openShop(app)];
    const { address: { id } } = await keep(own.shopper, draft('A'));
    expect(await names(foreign.shopper)).toEqual([]);
    for (const addressId of [id, 'address_nonsense', 'order_01hzzzzzzzzzzzzzzzzzzzzzzz']) {
      expect(await keep(foreign.shopper, { addressId, ...draft('Stolen') })).toEqual({ address: null, userErrors: [{ code: 'NOT_FOUND', path: ['addressId'] }] });
      expect((await foreign.shopper.ask(remove, { input: { addressId } })).addressDelete).toEqual({ addressId: null, userErrors: [{ code: 'NOT_FOUND', path: ['addressId'] }] });
    }
    const row = (subject: string) => findAddress(dbOf(app), personIdOf(subject), fromGlobalId('address', id)!);
    expect(await row(own.shopper.subject)).toMatchObject({ name: 'A' });
    expect(await row(foreign.shopper.subject)).toBeNull();
  });

  test('lets an address go for good, once', async ({ app }) => {
    const { shopper } = await openShop(app);
    const { address: { id } } = await keep(shopper, draft('A'));
    expect((await shopper.ask(remove, { input: { addressId: id, dryRun: true } })).addressDelete).toEqual({ addressId: id, userErrors: [] });
    expect((await shopper.ask(remove, { input: { addressId: id } })).addressDelete).toEqual({ addressId: id, userErrors: [] });
    expect((await shopper.ask(remove, { input: { addressId: id } })).addressDelete.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await names(shopper)).toEqual([]);
  });

  test('holds fifty', async ({ app }) => {
    const { shopper } = await openShop(app);
    for (let index = 0; index < 50; index += 1) expect((await keep(shopper, draft(`A-${index}`))).userErrors).toEqual([]);
    const full = await keep(shopper, draft('One too many'));
    expect(full.userErrors).toEqual([{ code: 'INVALID_INPUT', path: null }]);
    const [first] = (await shopper.ask(list)).myAddresses;
    expect((await keep(shopper, { addressId: first.id, ...draft('Changed') })).userErrors).toEqual([]);
    expect(await names(shopper)).toHaveLength(50);
  });

  test.for<[string[], Record<string, unknown>]>([
    [['name'], draft(' ')], [['name'], draft('x'.repeat(121))], [['phone'], draft('A', { phone: '1'.repeat(41) })], [['address'], draft('A', { address: { city: 'Leeds' } })],
    [['address', 'country'], draft('A', { address: { street: 'X', country: 'Norway' } })], [['address', 'country'], draft('A', { address: { street: 'X', country: 'gb' } })], [['address', 'city'], draft('A', { address: { street: 'X', city: 'x'.repeat(201) } })],
  ])('refuses what is out of bounds at %j', async ([path, input], { app }) => {
    const { shopper } = await openShop(app);
    expect(await keep(shopper, input)).toEqual({ address: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
  });
});
