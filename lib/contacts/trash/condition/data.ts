import "server-only";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** The ids of those in the trash, a query. They are few, and read once: a join may be planned as one with everybody. */
export const inTrash = (db: OwnerSql) => Prisma.sql`
  select gone.id from contact gone where gone.owner_id = ${db.owner}::uuid and gone.deleted_at is not null`;
