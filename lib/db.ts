import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { connectionSettings } from "./connection-settings";
import { env } from "./env";
import {
  type Beginning,
  BeginningClient,
  beginWith,
  isOutdatedPlan,
  keepPlans,
  onceBegun,
} from "./operations/beginning/data";
import { CountedPg } from "./operations/counted-pg";
import { inReadingTransaction, type SqlWay, sqlOn } from "./operations/sql/data";
import { Refusal } from "./refusal";

declare const ownerBrand: unique symbol;
/** The id of a signed-in owner. Only lib/auth mints it from a session (and jobs, seeds and tests from a row they hold). */
export type OwnerId = string & { readonly [ownerBrand]: true };

type SignInTable =
  | ("appUser" | "session" | "oneTimeLink" | "signInFailure" | "calendarFeed" | "digestSchedule" | "backupRun")
  | ("signInStep" | "passkey" | "authenticatorApp" | "recoveryCode")
  | ("invite" | "oidcIdentity" | "houseRule");
type UnsafeSql = "$queryRawUnsafe" | "$executeRawUnsafe";

/** The only client that data functions see: one transaction that Postgres holds to one owner's rows. */
export type OwnerDb = Omit<Prisma.TransactionClient, SignInTable | UnsafeSql> & { readonly owner: OwnerId };

/** What reads in SQL alone see of it. */
export type OwnerSql = Pick<OwnerDb, "owner" | "$queryRaw">;

declare const whatIfBrand: unique symbol;
/** The same, in a transaction of which nothing will survive. Only asOwnerWhatIf hands it out. */
export type WhatIfDb = OwnerDb & { readonly [whatIfBrand]: true };

/** The tables that are read before anybody is signed in. For lib/account, lib/members, lib/calendar-feed and lib/digest alone. */
export type SignInDb = Pick<Prisma.TransactionClient, SignInTable>;

/** Both in one transaction: what is the account's own, and the owner's rows beside it. */
export type AccountDb = OwnerDb & SignInDb;

// One pool a process, also when `next dev` loads this module anew.
const held = globalThis as { vouchDatabase?: ReturnType<typeof open> };

function open() {
  const driver = new CountedPg({
    connectionString: env().APP_DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000, // the default waits for ever
    idleTimeoutMillis: 10 * 60_000, // a new connection plans the rule anew, which takes longer than a write does
    Client: BeginningClient,
    pipeline: true, // what is asked beside one another doesn't wait for the answers to one another
    ...connectionSettings,
  });
  // Otherwise a message shows the query with what was written or looked for.
  return { driver, prisma: new PrismaClient({ errorFormat: "minimal", adapter: driver }) };
}

function database() {
  held.vouchDatabase ??= open();
  return held.vouchDatabase;
}

const prisma = (): PrismaClient => database().prisma;

/** How long a transaction may take, where nothing else is said. */
const usualMs = 15_000;

type Options = {
  timeoutMs?: number;
  /** How often `work` may run in all, where it collides with another writer. */
  tries?: number;
  /** For reading: all statements see the database as it was at the first one, not each as it is by then. */
  snapshot?: boolean;
  /**
   * Connections keep the plans of these statements, which know none of their values: for what is looked up by keys, and for
   * lists that walk along an index. Not for filters and searches: which index serves them depends on what is looked for.
   */
  keepsPlans?: boolean;
};

/** Two writers on the same rows: Postgres ended one of them, nothing was written, the same work may be done again. */
function isCollision(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === "P2034" || /\b(40001|40P01)\b|deadlock detected/.test(message ?? "");
}

/** Nothing was written, because there is no room where Postgres keeps its data. */
export function isDiskFull(error: unknown): boolean {
  return /\b53100\b|No space left on device/.test((error as Error).message);
}

/**
 * The transaction's client with the owner's id, and SQL by the short way. Whatever was asked of Prisma's once is kept: it is
 * proxies within proxies.
 */
function ownedBy(owner: OwnerId, tx: Prisma.TransactionClient, sql: SqlWay): OwnerDb {
  const known = new Map<string | symbol, unknown>(Object.entries({ owner, ...sql }));
  return new Proxy({} as OwnerDb, {
    get(_, key) {
      if (!known.has(key)) known.set(key, Reflect.get(tx, key));
      return known.get(key);
    },
  });
}

/** How a transaction of the owner's begins. */
function beginningOf(
  owner: OwnerId,
  { timeoutMs = usualMs, snapshot = false, keepsPlans = false }: Options,
): Beginning {
  const isKept = keepsPlans && env().DATABASE_PREPARED === "on";
  return {
    isSnapshot: snapshot,
    keepsPlans: isKept,
    settings: {
      "app.owner_id": owner,
      // Postgres gives up when nobody waits any more: a statement would run on for whoever has long been told that it failed.
      statement_timeout: String(timeoutMs),
      // To start a worker takes longer than most of what a page asks, and takes the processor from whoever else is waiting.
      max_parallel_workers_per_gather: "0",
      // Else the first five on each connection are planned for their values, which somebody alone on a server hardly gets past.
      ...(isKept && { plan_cache_mode: "force_generic_plan" }),
    },
  };
}

/**
 * Runs `work` in one transaction that sees and writes only `owner`'s rows: all reads of a page section, or one write.
 * It commits when `work` returns and leaves nothing behind when it throws. `work` may run again after a collision
 * with another writer, so it should touch nothing but `db`.
 */
export async function asOwner<T>(owner: OwnerId, work: (db: OwnerDb) => Promise<T>, options: Options = {}): Promise<T> {
  const { timeoutMs = usualMs, tries = 3 } = options;
  try {
    return await beginWith(beginningOf(owner, options), () =>
      prisma().$transaction((tx) => onceBegun((transaction) => work(ownedBy(owner, tx, sqlOn(transaction)))), {
        timeout: timeoutMs,
        maxWait: 5_000,
      }),
    );
  } catch (error) {
    if (!(isCollision(error) || isOutdatedPlan(error)) || tries <= 1) throw error;
    await sleep(10); // whoever won hasn't woken yet: done again at once, the work would take what it waited for, and collide again
    return asOwner(owner, work, { ...options, tries: tries - 1 });
  }
}

/**
 * As asOwner, for what is only asked, in SQL alone: without Prisma's client, which takes Node as long for a transaction as all
 * the rest of it. Each statement may take as long as asOwner's work may in all.
 */
export async function askAsOwner<T>(
  owner: OwnerId,
  ask: (db: OwnerSql) => Promise<T>,
  options: Omit<Options, "tries"> = {},
): Promise<T> {
  return evenIfOutdated(() =>
    beginWith({ ...beginningOf(owner, options), isReadOnly: true }, async () =>
      inReadingTransaction(await database().driver.connect(), ({ $queryRaw }) => ask({ owner, $queryRaw })),
    ),
  );
}

/** Asks once more where the database was migrated since a statement was planned. */
const evenIfOutdated = <T>(ask: () => Promise<T>): Promise<T> =>
  ask().catch((error) => {
    if (!isOutdatedPlan(error)) throw error;
    return ask();
  });

/** As asOwner, for what the owner does to their own account: the sign-in tables are in the same transaction. */
export function asAccount<T>(owner: OwnerId, work: (db: AccountDb) => Promise<T>, options?: Options): Promise<T> {
  return asOwner(owner, work as (db: OwnerDb) => Promise<T>, options);
}

/** Carries an answer out of a transaction that is to leave nothing else behind. */
class RolledBack {
  constructor(readonly answer: unknown) {}
}

/**
 * As asOwner, to ask what would follow from a write: `work` writes, reads what came of it, and everything is rolled
 * back. Nobody else sees any of it. Here, and only here, an interaction may lie in the future.
 *
 * A writer of the same owner waits for it as for any other; it doesn't wait long itself, and throws a Refusal `busy`.
 */
export async function asOwnerWhatIf<T>(
  owner: OwnerId,
  work: (db: WhatIfDb) => Promise<T>,
  options: Omit<Options, "snapshot"> = {},
): Promise<T> {
  try {
    return await asOwner<never>(
      owner,
      async (db) => {
        await db.$executeRaw`set local lock_timeout = '2s'`;
        await db.$executeRaw`set constraints interaction_not_in_future deferred`;
        throw new RolledBack(await work(db as WhatIfDb));
      },
      options,
    );
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.answer as T;
    if (/\b55P03\b|lock timeout/.test((thrown as Error).message)) throw new Refusal("busy");
    throw thrown;
  }
}

/**
 * What one read of the sign-in tables answers, for which no transaction is opened, nor Prisma's client asked: every request does.
 * They are looked up by their keys. It names no owner, so no owned row is visible to it.
 */
export async function askBeforeSignIn<T>(read: (db: Pick<SqlWay, "$queryRaw">) => Promise<T>): Promise<T> {
  const ask = async () => read(sqlOn(await database().driver.connect()));
  return env().DATABASE_PREPARED === "on" ? evenIfOutdated(() => keepPlans(ask)) : ask();
}

/** Runs `work` in one transaction on the sign-in tables. It names no owner, so no owned row is visible to it. */
export function beforeSignIn<T>(work: (db: SignInDb) => Promise<T>): Promise<T> {
  return prisma().$transaction(work, { maxWait: 5_000 });
}
