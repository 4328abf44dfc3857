// SQL of ours on a connection of Prisma's, mostly that of a transaction it began. By Prisma's own $queryRaw each statement takes
// 0.8 ms, of which Postgres has a tenth, and waits for the answer to the one before; straight to the driver it takes 0.4, and what
// is asked beside one another goes out together, for 0.1 each (docs/performance.md). Values, results and errors are those of Prisma's.
import "server-only";
import {
  ColumnTypeEnum as Column,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import { Prisma } from "@/prisma/generated/client";
import { onceBegun } from "../beginning/data";

export type SqlWay = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;
type Template = TemplateStringsArray | Prisma.Sql;

/**
 * Prisma's two functions for SQL, on the driver's side of a transaction, or of the pool. Unlike Prisma's, they ask when they are
 * called, not when they are waited for.
 */
export function sqlOn(connection: Pick<Transaction, "queryRaw" | "executeRaw">): SqlWay {
  const queryRaw = async (sql: Template, ...values: unknown[]) => {
    const { columnNames, columnTypes, rows } = await connection.queryRaw(statementOf(sql, values)).catch(refuse);
    return rows.map((row) => {
      const read: Record<string, unknown> = {};
      for (const [place, name] of columnNames.entries()) read[name] = readValue(row[place], columnTypes[place]);
      return read;
    });
  };
  const executeRaw = async (sql: Template, ...values: unknown[]) =>
    connection.executeRaw(statementOf(sql, values)).catch(refuse);
  return { $queryRaw: queryRaw, $executeRaw: executeRaw } as unknown as SqlWay;
}

/**
 * Asks in a transaction that Prisma's client takes no part in, and that keeps nothing: so nobody waits for its end, which is the same
 * however it went. What it begins with is said by `beginWith`. After it the connection serves others.
 */
export async function inReadingTransaction<T>(
  driver: Pick<SqlDriverAdapter, "startTransaction">,
  ask: (sql: Pick<SqlWay, "$queryRaw">) => Promise<T>,
): Promise<T> {
  const transaction = await driver.startTransaction();
  const end = () => transaction.executeRaw({ sql: "COMMIT", args: [], argTypes: [] });
  try {
    return await onceBegun((begun) => ask(sqlOn(begun)));
  } finally {
    end()
      .catch(() => {}) // the connection is gone, and the transaction with it
      .finally(() => transaction.commit()); // which gives it back
  }
}

function statementOf(template: Template, own: unknown[]) {
  const { text, values } = template instanceof Prisma.Sql ? template : Prisma.sql(template, ...own);
  return {
    sql: text,
    args: values.map((value) => value ?? null),
    // Of which type a value is, the statement says.
    argTypes: values.map((value) => ({
      scalarType: "unknown" as const,
      arity: Array.isArray(value) ? ("list" as const) : ("scalar" as const),
    })),
  };
}

type Reader = (value: never) => unknown;
const toDate = (text: string) => new Date(text);
const toTime = (text: string) => new Date(`1970-01-01T${text}Z`);
const toDecimal = (text: string) => new Prisma.Decimal(text);
const toJson = (text: string) => JSON.parse(text);
const toBytes = (bytes: Buffer) => new Uint8Array(bytes);
const ofEach = (read: Reader) => (values: (never | null)[]) =>
  values.map((value) => (value === null ? null : read(value)));

/** Of which columns, and lists of the same, the driver hands over something else than Prisma does. */
const readers = new Map<number | undefined, Reader>();
for (const [column, list, read] of [
  [Column.Int64, Column.Int64Array, BigInt],
  [Column.Numeric, Column.NumericArray, toDecimal],
  [Column.Date, Column.DateArray, toDate],
  [Column.Time, Column.TimeArray, toTime],
  [Column.DateTime, Column.DateTimeArray, toDate],
  [Column.Json, Column.JsonArray, toJson],
  [Column.Bytes, Column.BytesArray, toBytes],
] as const) {
  readers.set(column, read);
  readers.set(list, ofEach(read));
}

function readValue(value: unknown, column: number | undefined): unknown {
  const read = value === null ? undefined : readers.get(column);
  return read ? read(value as never) : value;
}

/** Throws as Prisma does: Postgres' code is in the message, and what the driver knows beside it. */
function refuse(error: unknown): never {
  if (!isDriverAdapterError(error)) throw error;
  const { originalCode: code = "N/A", originalMessage: message = error.message } = error.cause;
  throw new Prisma.PrismaClientKnownRequestError(`Raw query failed. Code: \`${code}\`. Message: \`${message}\``, {
    code: "P2010",
    clientVersion: Prisma.prismaVersion.client,
    meta: { driverAdapterError: error },
  });
}
