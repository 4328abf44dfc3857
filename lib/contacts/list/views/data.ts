import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { contactQuery } from "../schema";
import type { SavedView } from "./schema";

/** In the owner's order. */
export async function listViews(db: OwnerSql): Promise<SavedView[]> {
  const views = await db.$queryRaw<SavedView[]>`
    select id, name, query, sort, reversed, columns, place, is_default as "isDefault"
    from saved_view where owner_id = ${db.owner}::uuid order by place, id`;
  return views.map((view) => ({ ...view, sort: contactQuery.parse({ sort: view.sort }).sort }));
}

type NewView = Omit<SavedView, "place" | "isDefault">;

/** Behind the others. Throws the Refusal `nameTaken`. Sent twice, it is written once. */
export async function createView(db: OwnerDb, view: NewView): Promise<void> {
  const { _max } = await db.savedView.aggregate({ where: { ownerId: db.owner }, _max: { place: true } });
  await write(db, { ...view, place: (_max.place ?? -1) + 1, isDefault: false });
}

/** Brings back one that was deleted, to where it stood; first again, if none took that since. Throws the Refusal `nameTaken`. */
export async function restoreView(db: OwnerDb, view: SavedView): Promise<void> {
  const first = await db.savedView.count({ where: { ownerId: db.owner, isDefault: true } });
  await write(db, { ...view, isDefault: view.isDefault && first === 0 });
}

/** Throws a Refusal: `notFound`, `nameTaken`. */
export async function renameView(db: OwnerDb, id: string, name: string): Promise<void> {
  await requireFreeName(db, id, name);
  await change(db, id, { name });
}

/** Throws the Refusal `notFound`. */
export async function changeView(
  db: OwnerDb,
  id: string,
  data: Partial<Pick<SavedView, "query" | "sort" | "reversed" | "columns">>,
): Promise<void> {
  await change(db, id, data);
}

/** The one that is shown first, or with false none. Throws the Refusal `notFound`. */
export async function setDefaultView(db: OwnerDb, id: string, isDefault: boolean): Promise<void> {
  await db.savedView.updateMany({ where: { ownerId: db.owner, isDefault: true }, data: { isDefault: false } });
  await change(db, id, { isDefault });
}

/** Changes places with the one before or behind it, where there is one. Throws the Refusal `notFound`. */
export async function moveView(db: OwnerDb, id: string, to: "up" | "down"): Promise<void> {
  const order = await listViews(db);
  const from = order.findIndex((view) => view.id === id);
  const [moved] = order.splice(from, from < 0 ? 0 : 1);
  if (!moved) throw new Refusal("notFound");
  order.splice(Math.max(0, from + (to === "up" ? -1 : 1)), 0, moved);
  for (const [place, view] of order.entries()) if (view.place !== place) await change(db, view.id, { place });
}

/** Throws the Refusal `notFound`. */
export async function deleteView(db: OwnerDb, id: string): Promise<void> {
  const { count } = await db.savedView.deleteMany({ where: { ownerId: db.owner, id } });
  if (count === 0) throw new Refusal("notFound");
}

async function write(db: OwnerDb, view: SavedView): Promise<void> {
  await requireFreeName(db, view.id, view.name);
  await db.savedView.createMany({ data: { ownerId: db.owner, ...view }, skipDuplicates: true });
}

async function change(db: OwnerDb, id: string, data: Partial<SavedView>): Promise<void> {
  const { count } = await db.savedView.updateMany({ where: { ownerId: db.owner, id }, data });
  if (count === 0) throw new Refusal("notFound");
}

/** Case makes no difference. */
async function requireFreeName(db: OwnerDb, id: string, name: string): Promise<void> {
  const [taken] = await db.$queryRaw<{ name: string }[]>`
    select name from saved_view
    where owner_id = ${db.owner}::uuid and lower(name) = lower(${name}) and id <> ${id}::uuid`;
  if (taken) throw new Refusal("nameTaken", "name", { name: taken.name });
}
