/**
 * What every connection of the application's asks Postgres for. PgBouncer in transaction mode passes such wishes on to
 * nobody, so the application's role has them too (scripts/database/app-role.ts).
 */
export const connectionSettings = {
  idle_in_transaction_session_timeout: 60_000,
  // Compiling a query of ours takes seconds where running it takes milliseconds, and stale statistics make Postgres try.
  options: "-c jit=off",
} as const;
