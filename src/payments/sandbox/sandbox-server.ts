import type { FastifyError, FastifyInstance } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { systemClock, type Clock } from '../../platform/time.ts';
import { createCallbackDelivery, type SandboxLog } from './sandbox-callbacks.ts';
import { registerCustomerRoutes } from './sandbox-customer-routes.ts';
import { createSandboxFaults } from './sandbox-faults.ts';
import { registerTerminalRoutes } from './sandbox-terminal-routes.ts';
import { registerMerchantRoutes } from './sandbox-merchant-routes.ts';

export interface SandboxOptions {
  readonly db: Database;
  /** Shared with the adapter. */
  readonly secret: string;
  /** Where callbacks go: the merchant's `/payments/sandbox/notify`. Asked for each time, since a port may be known late. */
  readonly notifyUrl: () => string;
  /** The adapter's must agree with it to five minutes, or every signature is stale. */
  readonly clock?: Clock;
  /** `on-demand`: callbacks are sent again by `deliverDueCallbacks` only, for tests that move the clock by hand. */
  readonly retries?: 'by-timer' | 'on-demand';
  /** Hears of callbacks that were not acknowledged, and of faults. Default: the server's. */
  readonly log?: SandboxLog;
}

export interface Sandbox {
  /** Sends every callback whose time has come by the sandbox's clock. Gives the number of attempts. */
  deliverDueCallbacks(): Promise<number>;
  /** Ends timers, attempts under way and requests that a fault keeps waiting. Closing the server does the same. */
  stop(): Promise<void>;
}

const bodyLimit = 64 * 1024;

/**
 * A payment gateway for development and tests, below `/sandbox`: the merchant's side speaks signed JSON, the customer's
 * side is a web page. Its books are in the database, so that a restart forgets no charge and no callback.
 */
export function registerSandbox(app: FastifyInstance, { db, secret, notifyUrl, clock = systemClock, retries = 'by-timer', log = app.log }: SandboxOptions): Sandbox {
  const faults = createSandboxFaults();
  const callbacks = createCallbackDelivery({ db, secret, notifyUrl, clock, faults, log });
  const waiting = new Set<() => void>();
  const stop = async (): Promise<void> => {
    for (const giveUp of waiting) giveUp();
    await callbacks.stop();
  };
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Signatures are over raw bytes; nothing may parse them before they are verified.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    scope.setErrorHandler<FastifyError>((error, _request, reply) => {
      const { statusCode = 500 } = error;
      if (statusCode >= 500) log.error({ err: error }, 'the sandbox failed');
      return reply.code(statusCode).send({ message: statusCode >= 500 ? 'The sandbox failed.' : error.message });
    });
    registerMerchantRoutes(scope, { db, secret, clock, faults, waiting });
    registerTerminalRoutes(scope, { db, secret, clock, faults, waiting });
    registerCustomerRoutes(scope, { db, clock, callbacks });
  }, { prefix: '/sandbox' });
  // Not before the server listens: the first callback may be one to this very server.
  if (retries === 'by-timer') app.addHook('onListen', async () => callbacks.start());
  app.addHook('preClose', stop);
  return { deliverDueCallbacks: callbacks.deliverDue, stop };
}
