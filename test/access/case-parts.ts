import type { Role } from '../../src/identity/caller.ts';
import type { Objects, Side } from './world.ts';

/** How one operation is called, and on which objects of a side. An operation without a case fails the walk. */
export interface Case {
  readonly document: string;
  /** What the operation names: an object of somebody's, or nothing but the caller. */
  readonly names: 'object' | 'caller';
  readonly variables: (objects: Objects, role: Role) => Readonly<Record<string, unknown>>;
  /** Roles to which every object is their own, or to which it is public: nothing is foreign to them. */
  readonly sharedWith?: readonly Role[];
  /** Whose token a role uses on a side, where not the usual one. */
  readonly as?: (side: Side, role: Role) => 'clerk' | 'manager' | undefined;
}

export const order = `order { id number status version total { amount } customer { name email } contact { name phone } items { name quantity } history { type actorName comment }
  payments { number amount { amount } } refunds { number } store { code current { members { name } } } availableActions { action enabled } }`;
export const errors = 'userErrors { code message path }';
export const everywhere: readonly Role[] = ['PLATFORM', 'SERVICE'];

export const onOrder = (field: string, input: string, target: (objects: Objects, role: Role) => string, extra: Record<string, unknown> = {}, rest = order): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { ${rest} ${errors} } }`,
  names: 'object',
  sharedWith: everywhere,
  variables: (objects, role) => ({ input: { orderId: target(objects, role), dryRun: true, ...extra } }),
});
