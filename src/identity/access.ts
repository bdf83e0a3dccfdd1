import { Authorized, Extensions, type AuthCheckerFn } from 'type-graphql';
import { RequestError } from '../platform/errors.ts';
import type { Caller, Role } from './caller.ts';

/**
 * The one declaration of who may call an operation; enforced by `checkAccess`, printed into the schema's descriptions and
 * walked by test/access.test.ts. Which objects the caller may see or move is decided where the object is read.
 */
export const Access = (...allowed: readonly [Role, ...Role[]]): MethodDecorator => (target, key, descriptor) => {
  Authorized<Role>([...allowed])(target, key, descriptor);
  Extensions({ access: allowed })(target, key, descriptor);
};

export const checkAccess: AuthCheckerFn<{ caller: Caller | null }, Role> = ({ context }, allowed) => {
  if (!context.caller) {
    throw new RequestError('UNAUTHENTICATED', 'Send a token: "Authorization: Bearer …" with HTTP, { "authorization": "Bearer …" } in connection_init.');
  }
  if (!allowed.includes(context.caller.role)) {
    throw new RequestError('FORBIDDEN', `This operation is for ${allowed.join(', ')}; the token says ${context.caller.role}.`);
  }
  return true;
};
