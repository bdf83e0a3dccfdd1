import { index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';

/** Every name that orders can be found by, once: of products and of contacts. */
export const searchTerms = pgTable('search_terms', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  field: text().notNull(),
  text: text().notNull(),
  /** Every two characters that follow each other, with the field's letter before them. */
  bigrams: text().array().notNull(),
}, (t) => [
  unique('search_terms_text_key').on(t.field, t.text),
  index('search_terms_bigrams_idx').using('gin', t.bigrams),
]);

/** Which orders bear which names, in the order of the lists. Kept up from the event log, a moment behind it. */
export const orderTerms = pgTable('order_terms', {
  orderId: uuid().notNull(),
  termId: integer().notNull(),
  storeId: uuid(),
}, (t) => [
  primaryKey({ name: 'order_terms_pk', columns: [t.orderId, t.termId] }),
  index('order_terms_store_idx').on(t.termId, t.storeId, t.orderId),
  index('order_terms_term_idx').on(t.termId, t.orderId),
]);
