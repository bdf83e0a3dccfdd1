import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import type { Answer } from '../platform/commands.ts';
import { connectionOf, defaultPageSize, pageRequestOf } from '../platform/connection.types.ts';
import { toGlobalId } from '../platform/ids.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { DateTime } from '../platform/scalars.ts';
import { claimCoupon } from './claim-coupon.ts';
import type { CouponState } from './coupon-kinds.ts';
import { definitionById, pageOfCoupons, pageOfDefinitions } from './coupon.queries.ts';
import type { CouponDefinitionRow } from './coupon.tables.ts';
import {
  Coupon, CouponClaimInput, CouponClaimPayload, CouponConnection, CouponDefinition, CouponDefinitionConnection, CouponDefinitionPayload, CouponDisableInput, CouponIssueInput, CouponIssuePayload,
  CouponSaveInput, CouponStateEnum,
} from './coupon.types.ts';
import { couponStateOf, earlierOf } from './held-coupon.rules.ts';
import { issueCoupons } from './issue-coupons.ts';
import { disableCoupon, saveCoupon } from './save-coupon.ts';

const payload = (answer: Answer<CouponDefinitionRow>): CouponDefinitionPayload => ({ ...payloadOf(answer), definition: answer.value && new CouponDefinition(answer.value) });

const definitionOf = async (context: Context, { row }: Coupon): Promise<CouponDefinitionRow> => (await definitionById(context).load(row.definitionId))!;

@Resolver(() => Coupon)
export class CouponResolver {
  @Access('SHOPPER')
  @Query(() => CouponConnection, { description: 'The caller’s own coupons, newest first. What each would give for a cart, a quote says.' })
  async myCoupons(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many coupons at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only coupons behind this cursor.' }) after: string | null,
    @Arg('usable', () => Boolean, { defaultValue: true, description: 'True leaves out what is used, expired or out of force.' }) usable: boolean,
  ): Promise<CouponConnection> {
    const page = pageRequestOf({ first, after });
    return connectionOf(page, await pageOfCoupons(context.db, callerOf(context).personId, usable, context.clock(), page), (row) => new Coupon(row));
  }

  @FieldResolver(() => CouponDefinition, { description: 'What it was made after: effect, scope and conditions.' })
  async definition(@Ctx() context: Context, @Root() coupon: Coupon): Promise<CouponDefinition> {
    return new CouponDefinition(await definitionOf(context, coupon));
  }

  @FieldResolver(() => CouponStateEnum, { description: 'Whether it can be used now (S0-55 `enable`).' })
  async state(@Ctx() context: Context, @Root() coupon: Coupon): Promise<CouponState> {
    return couponStateOf({ ...(await definitionOf(context, coupon)), expiresAt: coupon.row.expiresAt, isUsed: coupon.row.usedByOrderId !== null }, context.clock());
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'Until when it is good, this instant excluded: the end of the definition or of its own days, whichever is earlier. Null for ever.' })
  async expiresAt(@Ctx() context: Context, @Root() coupon: Coupon): Promise<string | null> {
    return earlierOf((await definitionOf(context, coupon)).endsAt, coupon.row.expiresAt);
  }

  @Access('SHOPPER')
  @Mutation(() => CouponClaimPayload, { description: 'Takes a coupon with a code (S2-17). With as many as they may have, the caller is shown the one they can use. Refusals: NOT_FOUND, COUPON_NOT_AVAILABLE, COUPON_LIMIT_REACHED, INVALID_INPUT.' })
  async couponClaim(@Ctx() context: Context, @Arg('input', () => CouponClaimInput, { description: 'The code.' }) input: CouponClaimInput): Promise<CouponClaimPayload> {
    const answer = await claimCoupon(context, input);
    return { ...payloadOf(answer), coupon: answer.value && new Coupon(answer.value) };
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => CouponIssuePayload, { description: 'Gives each of several customers one coupon; all or none. Refusals: NOT_FOUND, COUPON_NOT_AVAILABLE, INVALID_INPUT.' })
  async couponIssue(@Ctx() context: Context, @Arg('input', () => CouponIssueInput, { description: 'The coupon, and who gets it.' }) input: CouponIssueInput): Promise<CouponIssuePayload> {
    const answer = await issueCoupons(context, input);
    return { ...payloadOf(answer), couponIds: (answer.value ?? []).map((id) => toGlobalId('coupon', id)) };
  }
}

@Resolver(() => CouponDefinition)
export class CouponDefinitionResolver {
  @Access('PLATFORM', 'SERVICE')
  @Query(() => CouponDefinitionConnection, { description: 'What coupons are made after, newest first.' })
  async couponDefinitions(
    @Ctx() { db }: Context,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many definitions at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only definitions behind this cursor.' }) after: string | null,
  ): Promise<CouponDefinitionConnection> {
    const page = pageRequestOf({ first, after });
    return connectionOf(page, await pageOfDefinitions(db, page), (row) => new CouponDefinition(row));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => CouponDefinitionPayload, { description: 'Makes what coupons are made after, or replaces the one with its code as a whole; a disabled one comes back into force. Coupons that people hold follow it. Refusals: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT.' })
  async couponSave(@Ctx() context: Context, @Arg('input', () => CouponSaveInput, { description: 'The definition.' }) input: CouponSaveInput): Promise<CouponDefinitionPayload> {
    return payload(await saveCoupon(context, input));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => CouponDefinitionPayload, { description: 'Takes all coupons of a definition out of force at once; orders keep what they gave them. Refusals: NOT_FOUND, VERSION_CONFLICT.' })
  async couponDisable(@Ctx() context: Context, @Arg('input', () => CouponDisableInput, { description: 'The definition.' }) input: CouponDisableInput): Promise<CouponDefinitionPayload> {
    return payload(await disableCoupon(context, input));
  }
}
