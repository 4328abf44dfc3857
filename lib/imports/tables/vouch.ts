// The tables that Vouch itself hands out (lib/exports), brought back in.
import { Refusal } from "@/lib/refusal";
import { vouchId } from "../file/csv-out";
import type { Column, ColumnTarget } from "./targets";

const known: Record<string, ColumnTarget> = {
  [vouchId]: "id",
  Name: "fullName",
  Position: "position",
  Company: "company",
  Location: "location",
  "E-mail": "email",
  Phone: "phone",
  Links: "link",
  LinkedIn: "linkedin",
  Tags: "tags",
  "How we met": "howWeMet",
  Notes: "notes",
};

/**
 * What each column is, or null where the header isn't Vouch's. Throws the Refusal `vouchInteractions` for the table of
 * what happened: it says who took part by name alone.
 */
export function vouchColumns(header: readonly string[]): Column[] | null {
  if (!header.includes(vouchId)) return null;
  if (header.includes("Occurred at")) throw new Refusal("vouchInteractions");
  return header.map((name) => ({ target: known[name] ?? "ignore", isExact: true }));
}
