/** `standard` keeps every committed row; `testing` may lose all of them at a crash. */
export type ServerProfile = "standard" | "testing"

type Settings = Readonly<Record<string, string>>

// No statement, parameter or DETAIL line is logged: they would carry NIKs and names.
const common: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  log_statement: "none",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
  max_connections: "60",
  shared_buffers: "128MB",
  work_mem: "32MB",
  maintenance_work_mem: "128MB",
  effective_cache_size: "1GB",
  random_page_cost: "1.1",
  max_wal_size: "1GB",
  wal_compression: "on",
  jit: "off",
}

// Test files run side by side, each with its own pools: more connections, less memory each.
const testing: Settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_connections: "200",
  work_mem: "8MB",
}

/** The arguments of `postgres` for a profile, in a stable order. */
export function serverArguments(profile: ServerProfile): string[] {
  const settings = profile === "testing" ? { ...common, ...testing } : common
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
}
