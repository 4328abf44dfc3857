// schema.prisma, the migrations and the database agree, by Prisma's own engine. What Prisma's language can't express is
// held elsewhere: the rule by sql/shipped.test.ts, row-level security and keys by isolation.test.ts.
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { openSchemaEngine } from "@/scripts/schema-engine";

const database = testDatabase();

test("no drift: nothing would have to be migrated to reach schema.prisma, and the history is complete and unedited", async () => {
  const engine = await openSchemaEngine(database.adminUrl);
  try {
    expect(await engine.drift()).toMatch(/^(-- This is an empty migration\.)?\s*$/);
    expect(await engine.history()).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
  } finally {
    await engine.close();
  }
});

test("what the schema has and the migrations don't is found", async () => {
  const engine = await openSchemaEngine(database.adminUrl);
  try {
    const added = await engine.drift((schema) => schema.replace(/^ {2}fullName /m, "  nickname String?\n$&"));
    expect(added).toContain('ADD COLUMN     "nickname" TEXT');
  } finally {
    await engine.close();
  }
});
