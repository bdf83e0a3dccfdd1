import { LRUCache } from 'lru-cache';
import type { Database } from '../platform/database.ts';
import type { Instant } from '../platform/time.ts';
import { compileOffers, type CompiledOffers } from './compile-offers.rules.ts';
import { isOfPlace } from './offer-conditions.rules.ts';
import type { OfferDefinition } from './offer-model.rules.ts';
import type { OfferRow } from './offer.tables.ts';

/** The offers of one revision, and what was compiled of them, by store and currency. */
interface Revision {
  readonly definitions: ReadonlyMap<string, OfferDefinition>;
  readonly compiled: LRUCache<string, CompiledOffers>;
}

/** By revision: ids that are never given twice, so that several databases, and a transaction that is rolled back, keep apart. */
const revisions = new LRUCache<string, Revision>({ max: 8 });
const noOffers: Revision = { definitions: new Map(), compiled: new LRUCache({ max: 1000 }) };

export const definitionOf = ({ id, code, name, description, target, stacking, priority, effect, scope, minimumPieces, minimumAmount, maximumDiscount, currency, startsAt, endsAt, storeIds, tierCodes, totalLimit, customerLimit }: OfferRow): OfferDefinition =>
  ({ id, code, name, description, target, stacking, priority, effect, scope, minimumPieces, minimumAmount, maximumDiscount, currency, startsAt, endsAt, storeIds, tierCodes, totalLimit, customerLimit });

/**
 * The offers that may hold in a store (null: without one) and currency, compiled. One row is read to learn whether anything has
 * changed since, by whichever process; the offers themselves only when it has.
 */
export async function liveOffers(db: Database, storeId: string | null, currency: string, now: Instant): Promise<CompiledOffers> {
  const { definitions, compiled } = await currentRevision(db, now);
  const key = `${storeId ?? ''} ${currency}`;
  const known = compiled.get(key);
  if (known) return known;
  const fresh = compileOffers([...definitions.values()].filter((offer) => isOfPlace(offer, { storeId, currency })), definitions);
  compiled.set(key, fresh);
  return fresh;
}

async function currentRevision(db: Database, now: Instant): Promise<Revision> {
  const [current] = await db<{ revision: string }[]>`select revision from offer_revision`;
  return current ? (revisions.get(current.revision) ?? (await readRevision(db, now))) : noOffers;
}

/** Offers and revision are read as one snapshot; every change of an offer also changes the revision's row, and waits for others to do so. */
async function readRevision(db: Database, now: Instant): Promise<Revision> {
  const found = await db<(OfferRow & { revision: string })[]>`
    select r.revision, o.* from offer_revision r left join offers o on o.disabled_at is null and (o.ends_at is null or o.ends_at > ${now})`;
  const revision: Revision = { definitions: new Map(found.filter(({ id }) => id !== null).map((row) => [row.code, definitionOf(row)])), compiled: new LRUCache({ max: 1000 }) };
  revisions.set(found[0]!.revision, revision);
  return revision;
}
