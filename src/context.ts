import type { Caller } from './identity/caller.ts';
import type { Actor } from './platform/event-log.ts';
import type { Database } from './platform/database.ts';
import { RequestError } from './platform/errors.ts';
import type { LoaderScope } from './platform/loaders.ts';
import type { Clock } from './platform/time.ts';
import type { ServiceSettings } from './customer-service/customer-service.rules.ts';
import type { LiveFeed } from './live/feed.ts';
import type { CardLookup } from './payments/card-lookup.ts';
import type { Gateways } from './payments/gateway.ts';
import type { AfterSales } from './orders/steps/after-sales.ts';
import type { OrderSettings } from './orders/order.rules.ts';

/** What the process shares among all requests. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly feed: LiveFeed;
  readonly gateways: Gateways;
  /** Whoever runs the card terminals; null where there are none. */
  readonly cards: CardLookup | null;
  readonly orderSettings: OrderSettings;
  readonly serviceSettings: ServiceSettings;
  readonly afterSales: AfterSales;
  /** Called after a commit: wakes the live feed. */
  committed(): void;
}

/** What every resolver receives: the services, the caller, and one request's own memory. */
export interface Context extends Services, LoaderScope {
  readonly caller: Caller | null;
  readonly requestId: string;
}

export const createContext = (services: Services, caller: Caller | null, requestId: string): Context => ({
  ...services, caller, requestId, loaders: new WeakMap(),
});

/** The caller of an operation that `@Access` has let through. */
export function callerOf({ caller }: Pick<Context, 'caller'>): Caller {
  if (!caller) throw new RequestError('UNAUTHENTICATED', 'This needs a token.');
  return caller;
}

/** The caller as they will stand in the history. */
export const actorOf = ({ role, personId, name, device = null }: Caller): Actor => ({ role, id: personId, name, device });
