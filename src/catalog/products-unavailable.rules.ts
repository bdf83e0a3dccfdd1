/** Decides how goods that cannot be sold are named. */
import { refusal, type Refusal } from '../platform/refusals.ts';

/** Refused because of products; `skus` names all of them. */
export interface ProductsUnavailableRefusal extends Refusal {
  readonly skus: readonly string[];
}

export const productsUnavailable = (skus: readonly string[], currency: string, path: readonly string[] = ['lines']): ProductsUnavailableRefusal =>
  ({ ...refusal('PRODUCTS_UNAVAILABLE', `Not for sale in ${currency}: ${skus.slice(0, 20).join(', ')}${skus.length > 20 ? ' …' : ''}.`, path), skus });

export const isProductsUnavailable = (refused: Refusal): refused is ProductsUnavailableRefusal => refused.code === 'PRODUCTS_UNAVAILABLE' && 'skus' in refused;
