import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { newId, personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { test, type Person } from '../support/app.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const members = /* GraphQL */ `query MembersList($id: ID!) { store(id: $id) { members { staffId name role maySetPrice } } }`;
const save = /* GraphQL */ `mutation MembersSave($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code path } } }`;
const remove = /* GraphQL */ `mutation MembersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code path } } }`;

const listed = async (person: Person, { storeId }: Shop) => (await person.ask(members, { id: storeId })).store.members as { staffId: string; name: string; role: string; maySetPrice: boolean }[];
const idOf = ({ subject }: Person): string => toGlobalId('staff', personIdOf(subject));

describe('a member of a store', () => {
  test('is changed and taken out by the id that the list of members shows', async ({ app }) => {
    const shop = await openShop(app);
    const { manager, clerk, storeId } = shop;
    const shown = (await listed(manager, shop)).find(({ role }) => role === 'CLERK')!;
    const changed = { storeId, staffId: shown.staffId, name: 'Ann Lee', role: 'CLERK', maySetPrice: true };
    expect((await manager.ask(save, { input: changed })).storeMemberSave.userErrors).toEqual([]);
    expect(await listed(manager, shop)).toContainEqual({ staffId: idOf(clerk), name: 'Ann Lee', role: 'CLERK', maySetPrice: true });
    expect((await manager.ask(remove, { input: { storeId, staffId: shown.staffId } })).storeMemberRemove.userErrors).toEqual([]);
    expect((await listed(manager, shop)).map(({ staffId }) => staffId)).not.toContain(shown.staffId);
  });

  test('cannot be made of an id alone, which names nobody who could sign in', async ({ app }) => {
    const shop = await openShop(app);
    const strangers = [toGlobalId('staff', newId()), toGlobalId('store', newId()), 'no id at all', idOf(await app.person('STAFF', `stranger-${randomUUID()}`))];
    for (const staffId of strangers) {
      const { storeMemberSave } = await shop.manager.ask(save, { input: { storeId: shop.storeId, staffId, name: 'Nobody', role: 'CLERK' } });
      expect(storeMemberSave.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['staffId'] }]);
    }
    expect(await listed(shop.manager, shop)).toHaveLength(2);
  });

  test('is named in one way: both or neither are refused', async ({ app }) => {
    const { manager, clerk, storeId } = await openShop(app);
    const refused = [{ code: 'INVALID_INPUT', path: ['subject'] }];
    for (const named of [{}, { subject: null, staffId: null }, { subject: clerk.subject, staffId: idOf(clerk) }]) {
      expect((await manager.ask(save, { input: { storeId, ...named, name: 'Ann', role: 'CLERK' } })).storeMemberSave.userErrors).toEqual(refused);
      expect((await manager.ask(remove, { input: { storeId, ...named } })).storeMemberRemove.userErrors).toEqual(refused);
    }
  });
});
