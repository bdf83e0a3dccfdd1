/** Which side of a document a line stands on. */
export const itemRoles = {
  RETURN: 'Goods that are given back (S2-135).',
  EXCHANGE: 'Goods that are given in exchange (S2-136).',
} as const satisfies Record<string, string>;
export type ItemRole = keyof typeof itemRoles;

/** How goods were when they came back. */
export const goodsConditions = {
  RESALABLE: 'They can be sold again.',
  DAMAGED: 'They are damaged.',
  UNUSABLE: 'They are fit for nothing any more.',
} as const satisfies Record<string, string>;
export type GoodsCondition = keyof typeof goodsConditions;
