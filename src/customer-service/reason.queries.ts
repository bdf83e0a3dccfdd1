import type { Database } from '../platform/database.ts';
import type { ReasonRow } from './customer-service.tables.ts';

export const findReason = async (db: Database, code: string | null | undefined): Promise<ReasonRow | null> =>
  (code == null ? null : (await db<ReasonRow[]>`select * from customer_service_reasons where code = ${code}`)[0]) ?? null;

/** The reasons that can be given, in the platform's order. */
export const reasonsInUse = (db: Database): Promise<ReasonRow[]> =>
  db<ReasonRow[]>`select * from customer_service_reasons where not withdrawn order by position, code`;
