import { Field } from 'type-graphql';

type ReturnTypeOf = Parameters<typeof Field>[0] & (() => unknown);
type Options = Exclude<Parameters<typeof Field>[1], undefined>;

/**
 * `@Field` for an accessor. type-graphql takes whatever has a descriptor for a resolver and wraps it, which every field
 * of every row would pay for; not shown the descriptor, it leaves the field to plain property access.
 */
export const Getter = (type: ReturnTypeOf, options: Options): PropertyDecorator => (target, key) =>
  (Field as (type: ReturnTypeOf, options: Options) => PropertyDecorator)(type, options)(target, key);
