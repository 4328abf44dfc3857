import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * That a removal `m` of a contact `c` is still to be done. Whoever got connected anew since it was written down is
 * another connection than the one it was about (a day is left for clocks of other zones).
 */
export const isToRemove = Prisma.sql`
  m.removed_at is null and c.connection_status = 'CONNECTED' and c.deleted_at is null
  and coalesce(c.connected_on <= (m.created_at at time zone 'UTC')::date + 1, true)`;
