// Prisma's command line would download a schema engine that generating a client doesn't use: any existing
// program stands in for it. Migrations are applied by scripts/migrate.ts, with the engine's WebAssembly build.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
