/**
 * How the embedded Postgres runs unless the caller says otherwise: sane for a small shop on a laptop.
 * It listens on loopback only, and not on a socket file, whose path may hold no more than 107 bytes.
 */
export const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  min_wal_size: '80MB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  idle_in_transaction_session_timeout: '60s',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};
