// The log as a page and a table tell it. Safe in the browser.
import type { Route } from "next";
import { z } from "zod";
import { day, id } from "@/lib/schema";
import { auditKinds } from "./words";

/** What is asked for in the address; whatever can't be read is not asked for. */
export const auditQuery = z.object({
  kind: z.enum(auditKinds).optional().catch(undefined),
  day: day.optional().catch(undefined),
  /** A person, or any other row. */
  of: id.optional().catch(undefined),
  /** Where the page before this one ended. */
  older: z.string().optional().catch(undefined),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** A row as it is called today, and where it is shown. */
export type AuditRow = { name: string; href: Route | null };

/** Who did it: the owner, or an administrator to the account of the owner. */
export type AuditActor = "owner" | "administrator";

export type AuditEntry = {
  id: string;
  by: AuditActor;
  action: string;
  entity: string;
  /** ISO instant. */
  at: string;
  /** Those it named that are still there, the first few. */
  rows: AuditRow[];
  /** It named more than these few. */
  isMore: boolean;
};

export type AuditPage = { events: AuditEntry[]; older: string | null };

/** One line as the table takes it along: ids and codes. */
export type TakenEvent = {
  id: string;
  occurredAt: string;
  by: AuditActor;
  action: string;
  entity: string;
  entityIds: string[];
};
