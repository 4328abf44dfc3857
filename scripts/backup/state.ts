// Which state of the database a backup is of, and whether this Vouch knows it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { Obstacle } from "../say";
import type { Header } from "./format";

type Migration = Header["migrations"][number];

const directory = "prisma/migrations";

/** What has been done to this database; nothing where Vouch has never been. */
export async function appliedMigrations(client: Client): Promise<Migration[]> {
  const { rowCount: exists } = await client.query("select where to_regclass('public._prisma_migrations') is not null");
  if (!exists) return [];
  const { rows } = await client.query<Migration>(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name collate "C"`,
  );
  return rows;
}

/** Throws an Obstacle unless this Vouch has every one of these migrations, to the letter. */
export function checkKnown(migrations: Migration[]): void {
  const here = new Set(readdirSync(directory));
  const unknown = migrations.find(({ name }) => !here.has(name));
  if (unknown) {
    throw new Obstacle(
      `This backup was made by a newer Vouch than this one (it has ${unknown.name}). Update Vouch, then restore it.`,
    );
  }
  const edited = migrations.find(({ name, checksum }) => checksum !== checksumOf(name));
  if (edited) {
    throw new Obstacle(
      `This backup was made by another Vouch than this one (${edited.name} differs). It isn't restored.`,
    );
  }
}

const checksumOf = (name: string) =>
  createHash("sha256")
    .update(readFileSync(join(directory, name, "migration.sql")))
    .digest("hex");
