import { describe, expect } from 'vitest';
import { test, type Answer, type App, type Person } from '../support/app.ts';
import { booksOf, collide, occurrences } from '../support/races.ts';
import { beginPayment, openShop, payOnline, placeOnline, type Shop } from '../support/seeds.ts';

const accept = /* GraphQL */ `
  mutation RacesAccept($input: OrderStepInput!) { orderAccept(input: $input) {
    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }`;
const cancel = /* GraphQL */ `
  mutation RacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) {
    order { id version status clerkName } userErrors { __typename code ... on TransitionRefused { status version } ... on VersionConflict { currentVersion } } } }`;
const reject = /* GraphQL */ `
  mutation RacesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id version status } userErrors { __typename code } } }`;
const addClerk = /* GraphQL */ `
  mutation RacesAddClerk($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }`;

async function shopOfTwoClerks(app: App): Promise<Shop & { other: Person }> {
  const shop = await openShop(app);
  const other = await app.person('STAFF', `other-${shop.clerk.subject}`);
  const input = { storeId: shop.storeId, subject: other.subject, name: 'Other', role: 'CLERK' };
  expect((await shop.manager.ask(addClerk, { input })).storeMemberSave.userErrors).toEqual([]);
  return { ...shop, other };
}

async function paidOrder(shop: Shop, deliveryType: 'FLASH' | 'SELF_PICK' = 'FLASH'): Promise<string> {
  const { id } = await placeOnline(shop, deliveryType);
  await payOnline(shop.shopper, id);
  return id;
}

const payloadOf = ({ data, errors }: Answer, mutation: string) => {
  expect(errors).toBeUndefined();
  return data[mutation];
};

const refundedInFull = async (app: App, orderId: string): Promise<void> => {
  await expect.poll(() => booksOf(app, orderId), { timeout: 10_000 }).toMatchObject({ status: 'CLOSED_REFUNDED', paidTotal: 1000, refundedTotal: 1000, received: 1000, refunds: [1000], givenBack: [1000] });
  expect((await booksOf(app, orderId)).contiguous).toBe(true);
};

describe('two clerks who accept the same order', () => {
  const outcome = async (app: App, orderId: string, clerks: readonly [Person, Person], answers: readonly Answer[]): Promise<Person> => {
    const [won, lost] = answers.map((answer) => payloadOf(answer, 'orderAccept')).toSorted((a, b) => a.userErrors.length - b.userErrors.length);
    const winner = clerks.find(({ subject }) => subject === won.order.clerkName)!;
    expect(winner).toBeDefined();
    expect(won).toMatchObject({ userErrors: [], order: { status: 'CONFIRMED_DELIVER_PENDING' } });
    const { status, version } = won.order;
    expect(lost).toEqual({ order: won.order, userErrors: [{ __typename: 'TransitionRefused', code: 'TRANSITION_NOT_ALLOWED', status, version }] });
    const books = await booksOf(app, orderId);
    expect(occurrences(books.events, 'ACCEPT')).toBe(1);
    expect(books).toMatchObject({ version, contiguous: true });
    return winner;
  };

  test('cannot both win: the first to write does, and the other sees the order as it is', async ({ app }) => {
    const shop = await shopOfTwoClerks(app);
    for (let round = 0; round < 6; round += 1) {
      const orderId = await paidOrder(shop);
      const clerks = (round % 2 ? [shop.clerk, shop.other] : [shop.other, shop.clerk]) as [Person, Person];
      const answers = await collide(app, orderId, clerks.map((clerk) => () => clerk.request(accept, { input: { orderId } })));
      expect(await outcome(app, orderId, clerks, answers)).toBe(clerks[0]);
    }
  });

  test('cannot both win in any of many races left to chance', async ({ app }) => {
    const shop = await shopOfTwoClerks(app);
    const clerks = [shop.clerk, shop.other] as const;
    const orders = await Promise.all(Array.from({ length: 25 }, () => paidOrder(shop)));
    for (const orderId of orders) {
      const answers = await Promise.all(clerks.map((clerk) => clerk.request(accept, { input: { orderId } })));
      await outcome(app, orderId, clerks, answers);
    }
  });

  test('and expect its version see the one that it has now', async ({ app }) => {
    const shop = await shopOfTwoClerks(app);
    const orderId = await paidOrder(shop);
    const { version } = await booksOf(app, orderId);
    const answers = await collide(app, orderId, [shop.clerk, shop.other].map((clerk) => () => clerk.request(accept, { input: { orderId, expectedVersion: version } })));
    const [won, lost] = answers.map((answer) => payloadOf(answer, 'orderAccept'));
    expect(won).toMatchObject({ userErrors: [], order: { version: version + 1, clerkName: shop.clerk.subject } });
    expect(lost).toEqual({ order: won.order, userErrors: [{ __typename: 'VersionConflict', code: 'VERSION_CONFLICT', currentVersion: version + 1 }] });
  });
});

describe('a clerk who taps twice', () => {
  test('finds the order accepted, once, and no error', async ({ app }) => {
    const shop = await openShop(app);
    for (let round = 0; round < 5; round += 1) {
      const orderId = await paidOrder(shop, 'SELF_PICK');
      const answers = await collide(app, orderId, [1, 2, 3].map(() => () => shop.clerk.request(accept, { input: { orderId } })));
      const payloads = answers.map((answer) => payloadOf(answer, 'orderAccept'));
      for (const payload of payloads) expect(payload).toEqual({ userErrors: [], order: payloads[0].order });
      expect(occurrences((await booksOf(app, orderId)).events, 'ACCEPT')).toBe(1);
    }
  });
});

describe('accepting against rejecting', () => {
  test('has one winner; an order that was rejected is none of the other clerk’s business', async ({ app }) => {
    const shop = await shopOfTwoClerks(app);
    for (const rejectFirst of [true, false]) {
      const orderId = await paidOrder(shop);
      const contenders = [
        () => shop.clerk.request(reject, { input: { orderId, reason: 'Sold out.' } }),
        () => shop.other.request(accept, { input: { orderId } }),
      ];
      await collide(app, orderId, rejectFirst ? contenders : contenders.toReversed());
      const { events, contiguous } = await booksOf(app, orderId);
      expect(events.filter((type) => type === 'ACCEPT' || type === 'REJECT')).toEqual([rejectFirst ? 'REJECT' : 'ACCEPT']);
      expect(contiguous).toBe(true);
      const late = payloadOf(await shop.other.request(accept, { input: { orderId } }), 'orderAccept');
      if (rejectFirst) expect(late).toEqual({ order: null, userErrors: [{ __typename: 'SimpleUserError', code: 'NOT_FOUND' }] });
      else expect(late).toMatchObject({ order: { status: 'CONFIRMED_DELIVER_PENDING' }, userErrors: [] });
    }
  });
});

describe('the shopper’s cancel against the store’s accept', () => {
  test('has one winner, and the money follows it: a cancellation that comes second only asks for it', async ({ app }) => {
    const shop = await openShop(app);
    const rounds = Array.from({ length: 8 }, (_, round) => round % 2 === 0);
    for (const cancelFirst of rounds) {
      const orderId = await paidOrder(shop);
      const contenders = [
        () => shop.shopper.request(cancel, { input: { orderId } }).then((answer) => payloadOf(answer, 'orderCancel')),
        () => shop.clerk.request(accept, { input: { orderId } }).then((answer) => payloadOf(answer, 'orderAccept')),
      ];
      const [won, lost] = await collide(app, orderId, cancelFirst ? contenders : contenders.toReversed());
      expect(won.userErrors).toEqual([]);
      expect(lost.userErrors).toMatchObject(cancelFirst ? [{ __typename: 'TransitionRefused', code: 'TRANSITION_NOT_ALLOWED' }] : []);
      expect(lost.order.version).toBeGreaterThanOrEqual(won.order.version);
      const { events } = await booksOf(app, orderId);
      expect(events.filter((type) => ['CANCEL', 'ACCEPT', 'REQUEST_CANCEL'].includes(type))).toEqual(cancelFirst ? ['CANCEL'] : ['ACCEPT', 'REQUEST_CANCEL']);
      if (cancelFirst) await refundedInFull(app, orderId);
      else expect(await booksOf(app, orderId)).toMatchObject({ paidTotal: 1000, refundedTotal: 0, refunds: [], givenBack: [] });
    }
  });
});

describe('cancel against pay', () => {
  test('never leaves money with a canceled order, and never cancels twice', async ({ app }) => {
    const shop = await openShop(app);
    for (const payFirst of [true, false, true, false]) {
      const { id: orderId } = await placeOnline(shop, 'FLASH');
      const payUrl = await beginPayment(shop.shopper, orderId);
      const contenders = [
        () => fetch(payUrl, { method: 'POST' }).then(async (response) => expect(await response.json()).toMatchObject({ state: 'PAID', delivered: true })),
        () => shop.shopper.request(cancel, { input: { orderId } }).then((answer) => expect(payloadOf(answer, 'orderCancel').userErrors).toEqual([])),
      ];
      await collide<unknown>(app, orderId, payFirst ? contenders : contenders.toReversed());
      await refundedInFull(app, orderId);
      const { events } = await booksOf(app, orderId);
      expect([occurrences(events, 'CANCEL'), occurrences(events, 'REFUND_SUCCEEDED')]).toEqual([1, 1]);
      expect(events).toContain(payFirst ? 'PAY' : 'PAYMENT_RECEIVED');
    }
  });

  test('settles in many races left to chance, too', async ({ app }) => {
    const shop = await openShop(app);
    const orders = await Promise.all(Array.from({ length: 20 }, async () => {
      const { id } = await placeOnline(shop, 'FLASH');
      return { id, payUrl: await beginPayment(shop.shopper, id) };
    }));
    // A charge that was closed in time can no longer be paid; then there is nothing to give back.
    const states = await Promise.all(orders.map(async ({ id, payUrl }) => {
      const [paid, canceled] = await Promise.all([fetch(payUrl, { method: 'POST' }), shop.shopper.request(cancel, { input: { orderId: id } })]);
      expect(payloadOf(canceled, 'orderCancel').userErrors).toEqual([]);
      return paid.status;
    }));
    for (const [index, { id }] of orders.entries()) {
      if (states[index] === 200) await refundedInFull(app, id);
      else await expect.poll(() => booksOf(app, id), { timeout: 10_000 }).toMatchObject({ status: 'CLOSED_CANCELED', paidTotal: 0, refunds: [], givenBack: [] });
    }
  });
});
