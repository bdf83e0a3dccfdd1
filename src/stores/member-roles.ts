/** What a member does in a store. Every member works orders; managers also keep the members and may set prices and spend customers' benefits. */
export const memberRoles = {
  CLERK: 'Works the store’s orders at the till and on the iPad.',
  MANAGER: 'As a clerk; also keeps the store’s members and may set unit prices, and spend the points and coupons of customers they name.',
  SELLER: 'A marketplace seller who ships the store’s orders (S4).',
  AGENT: 'A company’s sales agent (S3).',
} as const satisfies Record<string, string>;

export type MemberRole = keyof typeof memberRoles;
