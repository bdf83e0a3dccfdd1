import type { Answer, Person } from './app.ts';

/** A cart as tests look at it. */
export interface SeenCart {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly version: number;
  readonly currency: string;
  readonly couponCode: string | null;
  readonly pointsWanted: number;
  readonly pieces: number;
  readonly lines: readonly {
    readonly seq: number; readonly skuCode: string; readonly quantity: number; readonly offerChoice: string; readonly offerCode: string | null;
    readonly unitPrice: { readonly amount: string } | null; readonly priceReason: string | null;
  }[];
}

export interface CartAnswer {
  readonly cart: SeenCart | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] | null; readonly skus?: readonly string[] }[];
  readonly replayed: boolean;
  readonly dryRun: boolean;
}

export const cartFields = `id kind state version currency couponCode pointsWanted pieces customerId store { id }
  lines { seq skuCode quantity offerChoice offerCode unitPrice { amount } priceReason }`;

export const cartInputs = {
  cartCreate: 'CartCreateInput', cartAddLines: 'CartAddLinesInput', cartChangeLine: 'CartChangeLineInput', cartRemoveLine: 'CartRemoveLineInput',
  cartUpdate: 'CartUpdateInput', cartMerge: 'CartMergeInput', cartDelete: 'CartDeleteInput',
} as const;
export type CartMutation = keyof typeof cartInputs;

/** Sends a change of a cart; gives its payload, refused or not. */
export async function sendCart(who: Person, mutation: CartMutation, input: Record<string, unknown>): Promise<CartAnswer> {
  const document = `mutation Seed_${mutation}($input: ${cartInputs[mutation]}!) {
    ${mutation}(input: $input) { cart { ${cartFields} } replayed dryRun userErrors { code message path ... on ProductsUnavailable { skus } } } }`;
  const data: Answer['data'] = await who.ask(document, { input });
  return data[mutation] as CartAnswer;
}

/** A change that must succeed. */
export async function changeCart(who: Person, mutation: CartMutation, input: Record<string, unknown>): Promise<SeenCart> {
  const { cart, userErrors } = await sendCart(who, mutation, input);
  if (userErrors.length > 0 || !cart) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
  return cart;
}

export const findCart = async (who: Person, id: string): Promise<SeenCart | null> =>
  (await who.ask(`query SeedCart($id: ID!) { cart(id: $id) { ${cartFields} } }`, { id })).cart as SeenCart | null;
