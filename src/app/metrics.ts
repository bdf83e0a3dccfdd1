import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch; served by `/metrics` in the Prometheus text format. */
export interface Metrics {
  readonly registry: Registry;
  readonly feedFollowers: Gauge;
  readonly operations: Counter<'transport' | 'type' | 'outcome'>;
  readonly duration: Histogram<'transport' | 'type'>;
  readonly sockets: Gauge;
  readonly dueWorkFailures: Counter<'work'>;
}

export function createMetrics(followers: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const feedFollowers = new Gauge({ name: 'docket_feed_followers', help: 'Live subscriptions at present.', registers, collect() { this.set(followers()); } });
  return {
    feedFollowers,
    registry,
    operations: new Counter({ name: 'docket_operations_total', help: 'GraphQL operations answered; of subscriptions, those begun.', labelNames: ['transport', 'type', 'outcome'], registers }),
    duration: new Histogram({ name: 'docket_operation_seconds', help: 'Time to answer a query or a mutation.', labelNames: ['transport', 'type'], registers, buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] }),
    sockets: new Gauge({ name: 'docket_sockets', help: 'Open WebSockets that have signed in.', registers }),
    dueWorkFailures: new Counter({ name: 'docket_due_work_failures_total', help: 'Rounds of due work that failed in part; the work is tried again.', labelNames: ['work'], registers }),
  };
}
