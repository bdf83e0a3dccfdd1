import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../platform/mutation.types.ts';
import type { ProductsUnavailableRefusal } from './products-unavailable.rules.ts';

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'Some lines cannot be sold; all of them are named.' })
export class ProductsUnavailable extends UserError {
  constructor(refused: ProductsUnavailableRefusal) {
    super(refused);
    this.skus = refused.skus;
  }

  @Field(() => [String], { description: 'Codes of the SKUs that do not exist, were withdrawn, or have no price in the currency (S3-38).' })
  readonly skus: readonly string[];
}
