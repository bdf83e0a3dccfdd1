/** Reads a line of an export (`/exports/orders.jsonl`) as what the import takes: one Docket's past orders into another. */
type Told = Readonly<Record<string, unknown>>;

const contactParts = { name: 'contactName', title: 'contactTitle', givenName: 'contactGivenName', familyName: 'contactFamilyName', phone: 'contactPhone', email: 'contactEmail' } as const;
const billingParts = { name: 'billingName', title: 'billingTitle', givenName: 'billingGivenName', familyName: 'billingFamilyName', phone: 'billingPhone', email: 'billingEmail' } as const;
const addressParts = ['country', 'zip', 'province', 'city', 'district', 'street', 'detail'] as const;

const sameInOrders = [
  'status', 'kind', 'deliveryType', 'origin', 'currency', 'exchangeRate', 'createdAt', 'paidAt', 'confirmedAt', 'deliveryStartedAt', 'deliveredAt', 'settledAt', 'commentId', 'awaitingReview', 'visibility', 'customerId',
  'storeCode', 'clerkName', 'salespersonName', 'receiptNumber', 'device', 'remark', 'receivingTime', 'invoiceWanted', 'invoiceTitle', 'courierCompany', 'courierCode', 'waybillNumber', 'freightTotal', 'total', 'refundedTotal',
] as const;
const sameInLines = [
  'sku', 'name', 'specification', 'barcode', 'cover', 'weightGrams', 'volumeMillilitres', 'brandCode', 'options', 'attributes', 'shelfLocation', 'quantity', 'listPrice', 'salePrice', 'saleTotal', 'unitCost', 'priceReason',
  'parentSeq', 'commentId',
] as const;

const picked = (told: Told, names: readonly string[]): Told => Object.fromEntries(names.map((name) => [name, told[name] ?? null]));
const renamed = (told: Told, names: Readonly<Record<string, string>>): Told => Object.fromEntries(Object.entries(names).map(([as, name]) => [as, told[name] ?? null]));

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;

function partyOf(told: Told, parts: Readonly<Record<string, string>>, inAddress: (part: string) => string): Told | null {
  if (told[parts['name']!] == null) return null;
  return { ...renamed(told, parts), address: renamed(told, Object.fromEntries(addressParts.map((part) => [part, inAddress(part)]))) };
}

/** Whether a line of the file was written by an export. */
export const isExported = (told: Told): boolean => !('externalNumber' in told) && typeof told['number'] === 'string' && Array.isArray(told['items']);

/** Its number there becomes the external number. */
export const orderOfExport = (told: Told): Told => ({
  ...picked(told, sameInOrders),
  externalNumber: told['number'],
  endedAt: told['finishedAt'] ?? told['canceledAt'] ?? told['updatedAt'],
  contact: partyOf(told, contactParts, (part) => part),
  billing: partyOf(told, billingParts, (part) => `billing${capital(part)}`),
  lines: (told['items'] as readonly Told[]).map((line) => ({ ...picked(line, sameInLines), productCode: line['product'] ?? null })),
});
