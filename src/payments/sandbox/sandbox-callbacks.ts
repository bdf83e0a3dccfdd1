import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { epochOf, secondsAfter, type Clock, type Instant } from '../../platform/time.ts';
import type { SandboxFaults } from './sandbox-faults.ts';
import { acknowledgement } from './sandbox-protocol.ts';
import { reportOfCharge } from './sandbox-reports.ts';
import { callbackPurpose, signatureHeaders } from './sandbox-signature.ts';
import type { SandboxChargeRow } from './sandbox.tables.ts';

/** Milliseconds within which the merchant must acknowledge. */
const attemptTimeoutMs = 5000;

/** Seconds for which an attempt is left to whoever makes it; should that process die, another goes on afterwards. */
export const attemptLease = 6;

/** Seconds until the next attempt: 1, 2, 4 … up to an hour. */
const pauseAfter = (attempts: number): number => Math.min(3600, 2 ** Math.min(attempts - 1, 12));

/** Milliseconds after which to look again in any case: another process may have died and left a callback behind. */
const longestSleepMs = 30_000;

/** Milliseconds to rest in any case: another process may hold what is due, and asking without a pause would not help it. */
const shortestSleepMs = 100;

const batch = 20;

export type SandboxLog = Pick<FastifyBaseLogger, 'warn' | 'error'>;

export interface CallbackDeliveryOptions {
  readonly db: Database;
  readonly secret: string;
  readonly notifyUrl: () => string;
  readonly clock: Clock;
  readonly faults: SandboxFaults;
  readonly log: SandboxLog;
}

export interface CallbackDelivery {
  /** Makes the first attempt for a charge that was just settled. Tells whether it was acknowledged. */
  deliver(charge: SandboxChargeRow): Promise<boolean>;
  /** Makes every attempt whose time has come. Gives their number. */
  deliverDue(): Promise<number>;
  /** Begins to make attempts by itself as their time comes. */
  start(): void;
  /** Breaks off attempts under way, and resolves when nothing touches the database any more. */
  stop(): Promise<void>;
}

export const isAcknowledged = async (db: Database, chargeNumber: string): Promise<boolean> =>
  (await db`select 1 from sandbox_callbacks where charge_number = ${chargeNumber} and next_attempt_at is null`).length > 0;

interface Due extends SandboxChargeRow {
  readonly attempts: number;
}

/** Takes due callbacks, together with the lease for the attempt, so that no other process makes the same one. */
const takeDue = (db: Database, now: Instant): Promise<Due[]> => db<Due[]>`
  update sandbox_callbacks k set attempts = attempts + 1, next_attempt_at = ${secondsAfter(now, attemptLease)}
  from sandbox_charges c
  where c.number = k.charge_number and k.charge_number in (
    select charge_number from sandbox_callbacks where next_attempt_at <= ${now} order by next_attempt_at limit ${batch} for update skip locked)
  returning c.*, k.attempts`;

async function nextDue(db: Database): Promise<Instant | null> {
  const [row] = await db<{ at: Instant | null }[]>`select min(next_attempt_at) as at from sandbox_callbacks where next_attempt_at is not null`;
  return row!.at;
}

export function createCallbackDelivery(options: CallbackDeliveryOptions): CallbackDelivery {
  const { db, clock, log } = options;
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  let started = false;
  const underWay = new Set<Promise<boolean>>();

  const attempt = async (charge: SandboxChargeRow, attempts: number): Promise<boolean> => {
    const making = makeAttempt(options, charge, attempts, ending.signal);
    underWay.add(making);
    return making.finally(() => underWay.delete(making));
  };
  const deliverDue = async (): Promise<number> => {
    const due = ending.signal.aborted ? [] : await takeDue(db, clock());
    await Promise.all(due.map((charge) => attempt(charge, charge.attempts)));
    return due.length < batch ? due.length : due.length + (await deliverDue());
  };
  const sleep = (milliseconds: number): void => {
    if (!started || ending.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => (round = round.then(wake)), milliseconds).unref();
  };
  const wake = async (): Promise<void> => {
    try {
      await deliverDue();
      const next = ending.signal.aborted ? null : await nextDue(db);
      sleep(next ? Math.min(longestSleepMs, Math.max(shortestSleepMs, epochOf(next) - epochOf(clock()))) : longestSleepMs);
    } catch (error) {
      log.error({ err: error }, 'the sandbox could not look for callbacks to deliver');
      sleep(longestSleepMs);
    }
  };
  return {
    deliverDue,
    async deliver(charge) {
      const acknowledged = await attempt(charge, 1);
      if (!acknowledged) sleep(0);
      return acknowledged;
    },
    start() {
      started = true;
      sleep(0);
    },
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await Promise.allSettled([round, ...underWay]);
    },
  };
}

/** Sends a callback, and writes down whether and when to send it again. */
async function makeAttempt(options: CallbackDeliveryOptions, charge: SandboxChargeRow, attempts: number, ended: AbortSignal): Promise<boolean> {
  const { db, clock } = options;
  const acknowledged = await send(options, charge, ended);
  const next = acknowledged ? null : secondsAfter(clock(), pauseAfter(attempts));
  // An acknowledgement stands, even where an attempt that overlapped with it fails later.
  await db`update sandbox_callbacks set next_attempt_at = ${next} where charge_number = ${charge.number} and next_attempt_at is not null`;
  return acknowledged;
}

/** Sends one callback, freshly signed. Tells whether the merchant has acknowledged it. */
async function send({ secret, notifyUrl, clock, faults, log }: CallbackDeliveryOptions, charge: SandboxChargeRow, ended: AbortSignal): Promise<boolean> {
  const { number } = charge;
  if (faults.strikes('lose-callback', [number])) return false;
  const body = Buffer.from(JSON.stringify(reportOfCharge(charge, faults)));
  const post = async (): Promise<boolean> => {
    const headers = { 'content-type': 'application/json', ...signatureHeaders(secret, { purpose: callbackPurpose, body }, clock()) };
    try {
      const signal = AbortSignal.any([ended, AbortSignal.timeout(attemptTimeoutMs)]);
      const response = await fetch(notifyUrl(), { method: 'POST', headers, body, redirect: 'error', signal });
      const text = await response.text();
      if (response.status === 200 && text === acknowledgement) return true;
      log.warn({ number, status: response.status }, 'a callback of the sandbox was not acknowledged');
    } catch (error) {
      log.warn({ number, reason: error instanceof Error ? error.name : 'unknown' }, 'a callback of the sandbox did not arrive');
    }
    return false;
  };
  const copies = faults.strikes('duplicate-callback', [number]) ? 2 : 1;
  const acknowledged = await Promise.all(Array.from({ length: copies }, post));
  return acknowledged.includes(true);
}
