import { randomInt } from 'node:crypto';
import type { Instant } from '../platform/time.ts';

/** As an order's: `yyMMddHHmmss` in UTC and eight random digits. */
export const newServiceNumber = (now: Instant): string => now.replaceAll(/\D/g, '').slice(2, 14) + String(randomInt(100_000_000)).padStart(8, '0');
