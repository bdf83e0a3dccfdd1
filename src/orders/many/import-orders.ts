import { actorOf, callerOf, type Context } from '../../context.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import { runCommand, type Answer, type CommandInput, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { inTransaction, joined, jsonOf, violatedUnique, type Database } from '../../platform/database.ts';
import { logEventsOfEach, type NewEvent } from '../../platform/event-log.ts';
import { derivedId, fromGlobalId, newId, newIdAt, personIdOf } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { epochOf } from '../../platform/time.ts';
import type { StoreRow } from '../../stores/store.tables.ts';
import { countRefusals } from './batch.rules.ts';
import { importedEnd, importedEvents, importedTotals, importRefusals, type ImportedOrder } from './import-orders.rules.ts';
import { importedItems, type ImportedLine, type KnownSku } from './imported-lines.rules.ts';
import { newNumber } from '../placing/insert-order.ts';
import { blank } from '../history/order-history.rules.ts';
import type { OrderItemRow, OrderRow } from '../order.tables.ts';
import { outcomeOf, recallVerdicts, type OrderVerdict } from './order-verdicts.ts';
import { contactColumns, partyOf } from '../parties.rules.ts';
import { keepRehearsedLists } from '../lists/rehearsed-lists.ts';

interface OrderImport extends CommandInput {
  readonly source: string;
  readonly orders: readonly ImportedOrder[];
}

type Verdicts = readonly OrderVerdict[];

/** Rows of one imported order, not written yet. */
interface Prepared {
  readonly index: number;
  readonly row: OrderRow;
  readonly items: readonly OrderItemRow[];
  readonly payment: PaymentRow | null;
  readonly events: readonly NewEvent[];
}

const numberTries = 3;

export const importScope = (source: string): string => derivedId('import', source);

/** Takes over orders of the past, each once, however often it is sent: the old system's number is unique among that system's. */
export function importOrders(context: Context, input: OrderImport): Promise<Answer<Verdicts>> {
  const run = async (scope: CommandScope): Promise<Outcome<Verdicts>> => {
    const refused = [...countRefusals(input.orders, 'orders'), ...textRefusals([['source', input.source, 40, true]])];
    if (refused.length > 0) return { kind: 'refused', value: null, refusals: refused };
    for (let tries = 1; ; tries += 1) {
      try {
        return await importTogether(context, scope, input);
      } catch (error) {
        // Numbers are drawn at random: the next ones are others.
        if (violatedUnique(error) !== 'orders_number_key' || scope.rehearsal || tries === numberTries) throw error;
      }
    }
  };
  const recall = (result: Parameters<typeof recallVerdicts>[2]) => recallVerdicts(context.db, callerOf(context), result);
  return runCommand({ ...context, now: context.clock() }, { operation: 'orderImport', actorId: callerOf(context).personId, input, run, recall });
}

const importTogether = (context: Context, scope: CommandScope, { source, orders }: OrderImport): Promise<Outcome<Verdicts>> => inTransaction(scope.db, async (db) => {
  const known = await lookUp(db, orders);
  const refusals = orders.map((order) => [...importRefusals(order, scope.now), ...referenceRefusals(order, known)]);
  const prepared = orders.flatMap((order, index) => (refusals[index]!.length > 0 ? [] : [prepare(context, scope, source, order, index, known)]));
  const saved = prepared.length === 0 ? new Set<string>() : await write(db, prepared);
  const existing = await existingOf(db, source, prepared.filter(({ row }) => !saved.has(row.id)));
  const verdicts = orders.map((order, index) => verdictOf(order, refusals[index]!, prepared.find((each) => each.index === index), saved, existing));
  await keepRehearsedLists(context, { ...scope, db }, ...saved);
  return outcomeOf(verdicts, async (result) => {
    await db`with saved as (select 1) ${scope.claim(db`saved`, result)} select 1`;
  });
});

/** Whose order it is: by the subject of their token, or by the id that clients know. */
const customerOf = ({ customerSubject, customerId }: ImportedOrder): string | null => {
  if (customerId != null) return fromGlobalId('customer', customerId);
  return customerSubject == null ? null : personIdOf(customerSubject);
};

const referenceRefusals = ({ storeCode, customerId }: ImportedOrder, { stores }: Known): Refusal[] => [
  ...(storeCode != null && !stores.has(storeCode) ? [refusal('NOT_FOUND', `There is no store "${storeCode}".`, ['storeCode'])] : []),
  ...(customerId != null && fromGlobalId('customer', customerId) === null ? [refusal('INVALID_INPUT', 'This is not the id of a customer; an id begins with "customer_".', ['customerId'])] : []),
];

interface Known {
  readonly stores: ReadonlyMap<string, StoreRow>;
  readonly skus: ReadonlyMap<string, KnownSku>;
}

async function lookUp(db: Database, orders: readonly ImportedOrder[]): Promise<Known> {
  const storable = (texts: readonly (string | null | undefined)[]): string[] => [...new Set(texts.filter((text): text is string => text != null && !text.includes('\0')))];
  const stores = await db<StoreRow[]>`select * from stores where code = any(${storable(orders.map(({ storeCode }) => storeCode))}::text[])`;
  const skus = await db<(KnownSku & { skuCode: string })[]>`
    select s.code as sku_code, s.id as sku_id, p.id as product_id, p.code as product_code from skus s join products p on p.id = s.product_id
    where s.code = any(${storable(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)))}::text[])`;
  return { stores: new Map(stores.map((row) => [row.code, row])), skus: new Map(skus.map(({ skuCode, ...sku }) => [skuCode, sku])) };
}

/** What the catalogue no longer has gets an id that follows from its code: the same thing is the same in every order. */
const skuIn = ({ skus }: Known) => ({ sku, productCode }: ImportedLine): KnownSku =>
  skus.get(sku) ?? { skuId: derivedId('sku', sku), productId: derivedId('product', productCode ?? sku), productCode: productCode ?? sku };

function prepare(context: Context, { now }: CommandScope, source: string, order: ImportedOrder, index: number, known: Known): Prepared {
  const id = newIdAt(epochOf(order.createdAt));
  const items = importedItems(order, order.endedAt, skuIn(known)).map((item) => ({ ...item, orderId: id }));
  const totals = importedTotals(order, items);
  const store = order.storeCode == null ? null : known.stores.get(order.storeCode)!;
  const kind = order.kind ?? 'ONLINE';
  const row: OrderRow = {
    ...blank, ...totals, ...importedEnd(order, totals), id, number: newNumber(order.createdAt), uid: order.externalNumber, uidScope: importScope(source), importedFrom: source, kind,
    deliveryType: order.deliveryType ?? (kind === 'ONLINE' ? 'EXPRESS' : 'SELF_PICK'), origin: order.origin ?? 'OTHER', version: order.paidAt == null ? 3 : 4, timerAt: null, payDeadline: null,
    currency: order.currency, exchangeRate: order.exchangeRate ?? null, pointsUsed: 0, pointsTotal: 0, pointsToEarn: 0, pointsRedemption: false, couponCode: null, pricing: null, cover: items[0]?.cover ?? null,
    customerId: customerOf(order), storeId: store?.id ?? null, storeCode: store?.code ?? null, storeName: store?.name ?? null,
    clerkId: null, clerkName: order.clerkName ?? null, salespersonId: null, salespersonName: order.salespersonName ?? null, receiptNumber: order.receiptNumber ?? null, device: order.device ?? null, ...contactColumns(order.contact), billing: order.billing ? partyOf(order.billing) : null,
    remark: order.remark ?? null, receivingTime: order.receivingTime ?? null, invoiceWanted: order.invoiceWanted ?? order.invoiceTitle != null, invoiceTitle: order.invoiceTitle ?? null,
    createdAt: order.createdAt, updatedAt: order.endedAt,
  };
  return { index, row, items, payment: paymentFor(row, order), events: importedEvents(row, order, source, actorOf(callerOf(context)), now) };
}

/** So that the books of the order agree; what goes back of it later is given back where it came in. */
function paymentFor({ id: orderId, currency, paidTotal, refundedTotal }: OrderRow, { paidAt, transactionId }: ImportedOrder): PaymentRow | null {
  if (paidTotal === 0 || paidAt == null) return null;
  const id = newId();
  return {
    orderId, id, number: `P${id.replaceAll('-', '').slice(0, 31)}`, tender: 'EXTERNAL', state: 'SUCCEEDED', currency, amount: paidTotal, tendered: null, change: null, refunded: refundedTotal,
    providerTransactionId: transactionId ?? null, clientParameters: null, createdAt: paidAt, settledAt: paidAt, nextQueryAt: null, queries: 0,
  };
}

/** Columns as the database names them. */
const snakeRows = (rows: readonly object[]): object[] => rows.map((row) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])));

/** Everything of all of them as one statement; gives the ids of those that were not there yet. */
async function write(db: Database, prepared: readonly Prepared[]): Promise<Set<string>> {
  const saved = db`saved`;
  // Not all columns: some are generated.
  const columns = joined(db, Object.keys(prepared[0]!.row).map((name) => db`${db(name)}`), db`,`);
  const rows = await db<{ id: string }[]>`
    with saved as (
      insert into orders (${columns}) select ${columns} from jsonb_populate_recordset(null::orders, ${jsonOf(db, snakeRows(prepared.map(({ row }) => row)))})
      on conflict (uid_scope, uid) where uid is not null do nothing returning id),
    lines as (
      insert into order_items select i.* from jsonb_populate_recordset(null::order_items, ${jsonOf(db, snakeRows(prepared.flatMap(({ items }) => items)))}) i join saved on saved.id = i.order_id),
    paid as (
      insert into payments select p.* from jsonb_populate_recordset(null::payments, ${jsonOf(db, snakeRows(prepared.flatMap(({ payment }) => payment ?? [])))}) p join saved on saved.id = p.order_id)
    ${logEventsOfEach(db, saved, prepared.flatMap(({ events }) => events))}
    select id from saved`;
  return new Set(rows.map(({ id }) => id));
}

async function existingOf(db: Database, source: string, missing: readonly Prepared[]): Promise<Map<string, OrderRow>> {
  if (missing.length === 0) return new Map();
  const rows = await db<OrderRow[]>`select * from orders where uid_scope = ${importScope(source)} and uid = any(${missing.map(({ row }) => row.uid!)}::text[])`;
  return new Map(rows.map((row) => [row.uid!, row]));
}

/** What tells whether the same order was sent again. */
const sameOrder = (one: OrderRow, other: OrderRow): boolean => one.total === other.total && one.currency === other.currency && epochOf(one.createdAt) === epochOf(other.createdAt) && one.refundedTotal <= other.refundedTotal;

function verdictOf({ externalNumber: reference }: ImportedOrder, refusals: readonly Refusal[], prepared: Prepared | undefined, saved: ReadonlySet<string>, existing: ReadonlyMap<string, OrderRow>): OrderVerdict {
  if (!prepared) return { reference, outcome: 'REFUSED', order: null, refusals };
  if (saved.has(prepared.row.id)) return { reference, outcome: 'DONE', order: prepared.row, refusals: [] };
  const order = existing.get(reference) ?? null;
  if (order && sameOrder(prepared.row, order)) return { reference, outcome: 'UNCHANGED', order, refusals: [] };
  return { reference, outcome: 'REFUSED', order, refusals: [refusal('DUPLICATE_UID', `Another order ${reference} was imported before: of another time, amount or currency.`, ['externalNumber'])] };
}
