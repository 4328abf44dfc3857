import type { Route } from "next";
import type { MapQuery } from "./schema";

/** The query's part of an address; nothing where everybody is asked for. */
export function mapSearch({ verdict, tag, company, around, page }: MapQuery): string {
  const asked = new URLSearchParams();
  if (verdict) asked.set("verdict", verdict);
  if (tag) asked.set("tag", tag);
  if (company) asked.set("company", company);
  if (around) asked.set("around", around);
  if (page > 1) asked.set("page", String(page));
  const search = asked.toString();
  return search && `?${search}`;
}

/** The map's page with this changed; it starts at the first page of the table again. */
export const mapAddress = (query: MapQuery, change: Partial<MapQuery> = {}) =>
  `/map${mapSearch({ ...query, page: 1, ...change })}` as Route;
