// Prisma's schema engine as WebAssembly: applies migrations and finds drift where the native engine can't be
// downloaded. It keeps the same _prisma_migrations table, so `prisma migrate status` agrees where it runs.
import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client, type Pool, type QueryResult } from "pg";

const schemaPath = "prisma/schema.prisma";
const migrationsDir = "prisma/migrations";
const filters = { externalTables: [], externalEnums: [] };

/** Postgres' numbers of two of its types. */
const oneByteChar = 18;
const text = 25;

let loaded: Promise<void> | undefined;
async function load() {
  const require = createRequire(import.meta.url);
  const wasm = await readFile(join(require.resolve("@prisma/schema-engine-wasm"), "../schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  (bindings as unknown as { __wbg_set_wasm(w: unknown): void }).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  let panic = "";
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      get: () => panic,
      set_message: (m: string) => {
        panic = m;
      },
    },
  });
}

async function schemaFiles() {
  return [{ path: "schema.prisma", content: await readFile(schemaPath, "utf8") }];
}

/** All of them, or those of `names`. */
async function migrationsList(names?: ReadonlySet<string>) {
  const dirs = (await readdir(migrationsDir, { withFileTypes: true }))
    .filter((d) => d.isDirectory() && (names?.has(d.name) ?? true))
    .map((d) => d.name)
    .sort();
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      dirs.map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(migrationsDir, path, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * The adapter splits scripts at every semicolon, also inside functions and comments. A script sent whole is also
 * one transaction: a migration applies entirely or not at all.
 */
class WholeScripts extends PrismaPg {
  private readonly opened = new Set<Adapter>();

  constructor(private readonly connectionString: string) {
    super({ connectionString });
  }
  override async connect() {
    return this.whole(await super.connect(), this.connectionString);
  }
  /** A database for the engine to play the migrations in. The adapter's own would be the connection string's, not a new one. */
  override async connectToShadowDb() {
    const name = `vouch_shadow_${randomUUID().replaceAll("-", "")}`;
    const url = new URL(this.connectionString);
    url.pathname = `/${name}`;
    await runWhole(this.connectionString, `create database ${name}`);
    const adapter = this.whole(await new PrismaPg({ connectionString: url.href }).connect(), url.href);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      this.opened.delete(adapter);
      await dispose();
      await runWhole(this.connectionString, `drop database if exists ${name} with (force)`);
    };
    return adapter;
  }
  private whole(adapter: Adapter, connectionString: string): Adapter {
    adapter.executeScript = (script) => runWhole(connectionString, script);
    readCharacters(adapter);
    this.opened.add(adapter);
    return adapter;
  }
  /** The engine never ends its connections; a database can't be copied or dropped before they are. */
  async disconnect() {
    await Promise.all([...this.opened].map((adapter) => adapter.dispose()));
    this.opened.clear();
  }
}

/**
 * Describing a database, the engine reads columns of Postgres' one-byte "char", a type the adapter refuses: they pass it
 * as text and come out as the characters they are. The engine asks one query at a time.
 */
function readCharacters(adapter: Adapter) {
  let characters: boolean[] = [];
  const pool = adapter.underlyingDriver() as Pool;
  const query = pool.query.bind(pool) as (...values: unknown[]) => Promise<QueryResult>;
  pool.query = (async (...values: unknown[]) => {
    const result = await query(...values);
    characters = result.fields.map(({ dataTypeID }) => dataTypeID === oneByteChar);
    for (const field of result.fields) if (field.dataTypeID === oneByteChar) field.dataTypeID = text;
    return result;
  }) as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    const { Character } = ColumnTypeEnum;
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, column) => (characters[column] ? Character : type)),
    };
  };
}

const deadlockDetected = "40P01";

/**
 * Sends the script, which is one transaction. While servers go on serving, somebody it waits for may wait for it: Postgres ends
 * one of both. Where that was the script nothing of it is there, and it is sent again, `tries` times in all.
 */
export async function runWhole(connectionString: string, script: string, tries = 5): Promise<void> {
  const client = new Client({ connectionString });
  client.on("error", () => {}); // a connection that breaks fails the script
  await client.connect();
  try {
    await client.query(script);
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== deadlockDetected || tries <= 1) throw error;
  } finally {
    await client.end();
  }
  await runWhole(connectionString, script, tries - 1);
}

/** An engine on one database; `connectionString` must be of a role that may create tables. */
export async function openSchemaEngine(connectionString: string) {
  loaded ??= load();
  await loaded;
  const files = await schemaFiles();
  const database = new WholeScripts(connectionString);
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.map((f) => [f.path, f.content]) },
    () => {},
    adapter,
  );
  return {
    /** Applies what is missing (of `names`, where given), oldest first; answers with the names applied. */
    apply: async (names?: ReadonlySet<string>) =>
      (await engine.applyMigrations({ migrationsList: await migrationsList(names), filters })).appliedMigrationNames,
    /** SQL from nothing to schema.prisma, for drafting a migration. */
    script: async () =>
      (
        await engine.diff({
          from: { tag: "empty" },
          to: { tag: "schemaDatamodel", files },
          script: true,
          exitCode: null,
          filters,
        })
      ).stdout ?? "",
    /**
     * SQL from what the migrations make to schema.prisma; empty where they agree. What Prisma's language can't express
     * (functions, triggers, row-level security, checks, partial indexes) it doesn't compare. `edit` tries another schema.
     */
    drift: async (edit = (schema: string) => schema) =>
      (
        await engine.diff({
          from: { tag: "migrations", ...(await migrationsList()) },
          to: { tag: "schemaDatamodel", files: files.map((file) => ({ ...file, content: edit(file.content) })) },
          script: true,
          exitCode: null,
          filters,
        })
      ).stdout ?? "",
    /** How this database differs from the migrations: edited since, failed, missing. */
    history: async () =>
      engine.diagnoseMigrationHistory({ migrationsList: await migrationsList(), optInToShadowDatabase: true, filters }),
    close: async () => {
      engine.free();
      await database.disconnect();
    },
  };
}
