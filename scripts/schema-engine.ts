// Prisma's schema engine as WebAssembly: applies migrations and finds drift where the native engine can't be
// downloaded. It keeps the same _prisma_migrations table, so `prisma migrate status` agrees where it runs.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client } from "pg";

const schemaPath = "prisma/schema.prisma";
const migrationsDir = "prisma/migrations";
const filters = { externalTables: [], externalEnums: [] };

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

async function migrationsList() {
  const dirs = (await readdir(migrationsDir, { withFileTypes: true }))
    .filter((d) => d.isDirectory())
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

/**
 * The adapter splits scripts at every semicolon, also inside functions and comments. A script sent whole is also
 * one transaction: a migration applies entirely or not at all.
 */
class WholeScripts extends PrismaPg {
  private readonly opened: SqlDriverAdapter[] = [];

  constructor(private readonly connectionString: string) {
    super({ connectionString });
  }
  override async connect() {
    const adapter: SqlDriverAdapter = await super.connect();
    this.opened.push(adapter);
    adapter.executeScript = async (script) => {
      const client = new Client({ connectionString: this.connectionString });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return adapter as Awaited<ReturnType<PrismaPg["connect"]>>;
  }
  /** The engine never ends its connections; a database can't be copied or dropped before they are. */
  async disconnect() {
    await Promise.all(this.opened.splice(0).map((adapter) => adapter.dispose()));
  }
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
    /** Applies what is missing, oldest first; answers with the names applied. */
    apply: async () =>
      (await engine.applyMigrations({ migrationsList: await migrationsList(), filters })).appliedMigrationNames,
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
    close: async () => {
      engine.free();
      await database.disconnect();
    },
  };
}
