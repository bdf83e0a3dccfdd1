import { Arg, Ctx, FieldResolver, ID, Int, Mutation, ObjectType, Field, Query, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import type { Answer } from '../platform/commands.ts';
import { codePageOf, connectionByCode } from '../platform/code-pages.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { defaultPageSize, PageInfo } from '../platform/connection.types.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { removeMember, saveMember } from './keep-members.ts';
import { createStore, updateStore } from './save-store.ts';
import { membershipIn, membersOfStore, pageOfStores, storeById, storesOfMember } from './store.queries.ts';
import type { StoreRow } from './store.tables.ts';
import { Store, StoreCreateInput, StoreMember, StoreMemberRemoveInput, StoreMemberSaveInput, StorePayload, StoreUpdateInput } from './store.types.ts';

@ObjectType({ simpleResolvers: true, description: 'A store in a page of stores.' })
export class StoreEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this store.' })
  cursor!: string;
  @Field(() => Store, { description: 'The store.' })
  node!: Store;
}

@ObjectType({ simpleResolvers: true, description: 'A page of stores.' })
export class StoreConnection {
  @Field(() => [StoreEdge], { description: 'The stores of this page, by code.' })
  edges!: StoreEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

const payload = (answer: Answer<StoreRow>): StorePayload => ({ ...payloadOf(answer), store: answer.value && new Store(answer.value) });

@Resolver(() => Store)
export class StoreResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => Store, { nullable: true, description: 'One store by its id; null when there is none.' })
  async store(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Which store.' }) id: string): Promise<Store | null> {
    const uuid = fromGlobalId('store', id);
    const row = uuid && (await storeById(context).load(uuid));
    return row ? new Store(row) : null;
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => StoreConnection, { description: 'All stores, by code.' })
  async stores(
    @Ctx() { db }: Context,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many stores at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only stores behind this cursor.' }) after: string | null,
  ): Promise<StoreConnection> {
    const page = codePageOf(first, after);
    return connectionByCode(page, await pageOfStores(db, page.afterCode, page.first), (row) => new Store(row));
  }

  @Access('STAFF')
  @Query(() => [Store], { description: 'The stores the caller works in, by code.' })
  async myStores(@Ctx() context: Context): Promise<Store[]> {
    return (await storesOfMember(context.db, callerOf(context).personId)).map((row) => new Store(row));
  }

  @FieldResolver(() => [StoreMember], { description: 'Who works there; empty for callers who do not keep the store.' })
  async members(@Ctx() context: Context, @Root() store: Store): Promise<StoreMember[]> {
    return (await membersOfStore(context).load(store.row.id)).map((row) => new StoreMember(row));
  }

  @FieldResolver(() => StoreMember, { nullable: true, description: 'The caller’s own place in the store: what they may do there. Null for those who do not work in it.' })
  async myMembership(@Ctx() context: Context, @Root() store: Store): Promise<StoreMember | null> {
    const row = await membershipIn(context).load(store.row.id);
    return row && new StoreMember(row);
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => StorePayload, { description: 'Opens a store. Refusals: DUPLICATE_CODE, INVALID_INPUT.' })
  async storeCreate(@Ctx() context: Context, @Arg('input', () => StoreCreateInput, { description: 'The store.' }) input: StoreCreateInput): Promise<StorePayload> {
    return payload(await createStore(context, input));
  }

  @Access('PLATFORM')
  @Mutation(() => StorePayload, { description: 'Changes a store. Refusals: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT.' })
  async storeUpdate(@Ctx() context: Context, @Arg('input', () => StoreUpdateInput, { description: 'The changes.' }) input: StoreUpdateInput): Promise<StorePayload> {
    return payload(await updateStore(context, input));
  }

  @Access('PLATFORM', 'STAFF')
  @Mutation(() => StorePayload, { description: 'Takes somebody into a store or changes their place in it; for the platform and the store’s managers. Refusals: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT.' })
  async storeMemberSave(@Ctx() context: Context, @Arg('input', () => StoreMemberSaveInput, { description: 'Who, and as what.' }) input: StoreMemberSaveInput): Promise<StorePayload> {
    return payload(await saveMember(context, input));
  }

  @Access('PLATFORM', 'STAFF')
  @Mutation(() => StorePayload, { description: 'Takes somebody out of a store, which also ends their feed; for the platform and the store’s managers. Refusals: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT.' })
  async storeMemberRemove(@Ctx() context: Context, @Arg('input', () => StoreMemberRemoveInput, { description: 'Who.' }) input: StoreMemberRemoveInput): Promise<StorePayload> {
    return payload(await removeMember(context, input));
  }
}
