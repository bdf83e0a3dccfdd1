import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const find = /* GraphQL */ `query FindCustomer($subject: String, $memberNumber: String, $brandCode: String) {
  customer(subject: $subject, memberNumber: $memberNumber, brandCode: $brandCode) { id subject name } }`;
const save = /* GraphQL */ `mutation FindSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds userErrors { code } } }`;

async function member(app: App, profile: { memberNumber?: string; brandCode?: string } = {}): Promise<{ platform: Person; subject: string; id: string }> {
  const [platform, subject] = [await app.person('PLATFORM', 'find-customer'), `find-${randomUUID()}`];
  const { customerSave } = await platform.ask(save, { input: { customers: [{ subject, name: 'Ada', ...profile }] } });
  expect(customerSave.userErrors).toEqual([]);
  return { platform, subject, id: customerSave.customerIds[0] };
}

describe('a customer', () => {
  test('is found by the subject they were saved by', async ({ app }) => {
    const { platform, subject, id } = await member(app);
    expect((await platform.ask(find, { subject })).customer).toEqual({ id, subject, name: 'Ada' });
    for (const other of [`${subject}-2`, '', subject.toUpperCase()]) expect((await platform.ask(find, { subject: other })).customer).toBeNull();
  });

  test('is found by their member number, within its brand', async ({ app }) => {
    const memberNumber = `M-${randomUUID()}`;
    const [branded, plain] = [await member(app, { memberNumber, brandCode: 'EA' }), await member(app, { memberNumber })];
    const { platform } = plain;
    expect((await platform.ask(find, { memberNumber, brandCode: 'EA' })).customer.id).toBe(branded.id);
    for (const brand of [{}, { brandCode: null }]) expect((await platform.ask(find, { memberNumber, ...brand })).customer.id).toBe(plain.id);
    for (const other of [{ memberNumber, brandCode: 'TW' }, { memberNumber: `${memberNumber}0` }]) expect((await platform.ask(find, other)).customer).toBeNull();
  });

  test('is asked for in one way', async ({ app }) => {
    const { platform, subject } = await member(app);
    for (const named of [{}, { subject, memberNumber: '1' }, { subject, brandCode: 'EA' }, { brandCode: 'EA' }]) {
      expect((await platform.request(find, named)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('shows the subject of their token to themselves, the platform and services, not to those who serve them', async ({ app }) => {
    const shop = await openShop(app);
    await shop.platform.ask(save, { input: { customers: [{ subject: shop.shopper.subject, name: 'Ada' }] } });
    const { id } = await placeOnline(shop, 'SELF_PICK');
    const through = /* GraphQL */ `query FindThrough($id: ID!) { order(id: $id) { customer { name subject } } }`;
    const seen = async (person: Person) => (await person.ask(through, { id })).order.customer;
    expect(await seen(shop.clerk)).toEqual({ name: 'Ada', subject: null });
    for (const person of [shop.shopper, shop.platform]) expect(await seen(person)).toEqual({ name: 'Ada', subject: shop.shopper.subject });
  });
});
