import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import type { Answer } from '../platform/commands.ts';
import { connectionOf, defaultPageSize, pageRequestOf } from '../platform/connection.types.ts';
import { badInput } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { storeById } from '../stores/store.queries.ts';
import { Store } from '../stores/store.types.ts';
import { pageOfOffers, visibleOfferByCode, visibleOfferById } from './offer.queries.ts';
import type { OfferRow } from './offer.tables.ts';
import { Offer, OfferConnection, OfferDisableInput, OfferPayload, OfferSaveInput } from './offer.types.ts';
import { disableOffer, saveOffer } from './save-offer.ts';

const payload = (answer: Answer<OfferRow>): OfferPayload => ({ ...payloadOf(answer), offer: answer.value && new Offer(answer.value) });

/** The store that a list is narrowed to; undefined for an id that names none. */
function storeOf(storeId: string | null): string | null | undefined {
  return storeId === null ? null : (fromGlobalId('store', storeId) ?? undefined);
}

@Resolver(() => Offer)
export class OfferResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => Offer, { nullable: true, description: 'One offer by its id or its code; null when there is none. Whoever does not keep offers is shown those in force only.' })
  async offer(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Its code.' }) code: string | null,
  ): Promise<Offer | null> {
    if ((id == null) === (code == null)) throw badInput('Name the offer by its id or by its code.');
    const uuid = id == null ? null : fromGlobalId('offer', id);
    const row = code != null ? await visibleOfferByCode(context).load(code) : uuid && (await visibleOfferById(context).load(uuid));
    return row ? new Offer(row) : null;
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => OfferConnection, { description: 'Offers, newest first. Whoever does not keep offers is shown those in force only.' })
  async offers(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many offers at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only offers behind this cursor.' }) after: string | null,
    @Arg('storeId', () => ID, { nullable: true, description: 'Only offers that hold in this store.' }) storeId: string | null,
    @Arg('inForce', () => Boolean, { nullable: true, description: 'True for those in force now, false for the others; both when left out.' }) inForce: boolean | null,
  ): Promise<OfferConnection> {
    const page = pageRequestOf({ first, after });
    const store = storeOf(storeId ?? null);
    const rows = store === undefined ? [] : await pageOfOffers(context, { storeId: store, inForce: inForce ?? null }, page);
    return connectionOf(page, rows, (row) => new Offer(row));
  }

  @FieldResolver(() => [Store], { description: 'The stores in which it holds; empty for everywhere (S0-82).' })
  async stores(@Ctx() context: Context, @Root() offer: Offer): Promise<Store[]> {
    const rows = await storeById(context).loadMany(offer.row.storeIds);
    return rows.flatMap((row) => (row && !(row instanceof Error) ? [new Store(row)] : []));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => OfferPayload, { description: 'Makes an offer, or replaces the one with its code as a whole; a disabled one comes back into force. Quotes that are asked for from now on know it; orders keep what they were placed with (S0-43). Refusals: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT.' })
  async offerSave(@Ctx() context: Context, @Arg('input', () => OfferSaveInput, { description: 'The offer.' }) input: OfferSaveInput): Promise<OfferPayload> {
    return payload(await saveOffer(context, input));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => OfferPayload, { description: 'Takes an offer out of force at once; orders keep what it gave them. Refusals: NOT_FOUND, VERSION_CONFLICT.' })
  async offerDisable(@Ctx() context: Context, @Arg('input', () => OfferDisableInput, { description: 'The offer.' }) input: OfferDisableInput): Promise<OfferPayload> {
    return payload(await disableOffer(context, input));
  }
}
