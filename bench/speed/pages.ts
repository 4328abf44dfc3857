// The page queries: the product's own data functions, and the statement each of them sends.
import type { Client } from "pg";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { countOverview, listFading, listLapsing } from "@/lib/strength/lanes/data";
import { listQueue } from "@/lib/strength/lanes/queue/data";
import { Prisma } from "@/prisma/generated/client";

export type PageQuery = { work: string; atMost: number; read: (db: OwnerDb) => Promise<unknown> };

export const queue: PageQuery = { work: "queue, first page", atMost: 2, read: (db) => listQueue(db) };
export const pageQueries: PageQuery[] = [
  queue,
  { work: "fading lane", atMost: 5, read: (db) => listFading(db) },
  { work: "lapsing lane", atMost: 5, read: (db) => listLapsing(db) },
  { work: "how many of each verdict and lane", atMost: 5, read: countOverview },
];

export type Statement = { text: string; values: unknown[] };

/** The one statement that `read` sends for this owner: it is handed a database that only takes it down. */
export async function statementOf({ work, read }: PageQuery, owner: OwnerId): Promise<Statement> {
  const sent: Prisma.Sql[] = [];
  const note = {
    owner,
    $queryRaw: async (text: TemplateStringsArray, ...values: unknown[]) => {
      sent.push(Prisma.sql(text, ...values));
      return [];
    },
  };
  await read(note as unknown as OwnerDb);
  const [sql] = sent;
  if (!sql || sent.length > 1) throw new Error(`"${work}" sends ${sent.length} statements; one was expected.`);
  return { text: sql.text, values: sql.values };
}

/** Milliseconds of one statement as the application's role, inside the transaction that names the owner. */
export async function timeStatement(app: Client, owner: OwnerId, statement: Statement) {
  await app.query("begin");
  await app.query("select set_config('app.owner_id', $1, true)", [owner]);
  const started = performance.now();
  const { rows } = await app.query(statement);
  const ms = performance.now() - started;
  await app.query("commit");
  return { ms, rows };
}

/** Milliseconds of the whole read: connection from the pool, transaction, owner, statement, mapping. */
export async function timeRead(owner: OwnerId, read: PageQuery["read"]): Promise<number> {
  const started = performance.now();
  await asOwner(owner, read);
  return performance.now() - started;
}
