// What writes: one interaction logged, an import, a rebuild. Each through the product's own functions.
import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { asOwner, type OwnerId } from "@/lib/db";
import { getImport, queueImport, queueUndo } from "@/lib/imports/data";
import { importLimits } from "@/lib/imports/file/limits";
import { runImport } from "@/lib/imports/job";
import { readUpload } from "@/lib/imports/upload";
import { logInteraction, undoLog } from "@/lib/interactions/data";
import { csv, messageHeader } from "@/lib/testing/linkedin-files";

export async function contactsOf(admin: Client, owner: OwnerId): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>("select id from contact where owner_id = $1 order by id", [owner]);
  return rows.map(({ id }) => id);
}

/** Milliseconds until one meeting with these people is committed, their standings with it. It is taken back afterwards. */
export async function timeLog(owner: OwnerId, contactIds: string[]): Promise<number> {
  const what = { kind: "IN_PERSON", direction: "JOINT", depth: "NORMAL", groupSize: null, notes: "Lunch" } as const;
  const rest = { newNames: [], names: [], followUpTitle: null, followUpDue: null };
  const occurredAt = new Date(Date.now() - 3_600_000).toISOString();
  const id = randomUUID();
  const started = performance.now();
  const made = await asOwner(owner, (db) => logInteraction(db, id, { ...what, ...rest, occurredAt, contactIds }));
  const ms = performance.now() - started;
  await asOwner(owner, (db) => undoLog(db, made));
  return ms;
}

const day = 86_400_000;

/**
 * messages.csv with `count` messages between the owner and their seeded contacts: ten for each of those named, on
 * average; a few of them have most of it.
 */
export async function* messages(count: number, contacts: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const me = ["Olive Owner", "https://www.linkedin.com/in/olive-owner"] as const;
  const now = Date.now();
  const named = Math.min(contacts, Math.ceil(count / 10));
  yield encoder.encode(csv([messageHeader]));
  for (let from = 0; from < count; from += 1_000) {
    const lines: string[][] = [];
    for (let index = from; index < Math.min(from + 1_000, count); index++) {
      const share = (Math.imul(index + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
      const person = 1 + Math.floor(share ** 2 * named);
      const them = [`Person ${person}`, `https://www.linkedin.com/in/made-up-person-${person}`] as const;
      const [sender, recipient] = index % 3 === 0 ? [them, me] : [me, them];
      const at = new Date(now - day - ((index * 7_919) % (700 * 1_440)) * 60_000);
      lines.push([
        ...[`conversation-${person}`, "", sender[0], sender[1], recipient[0], recipient[1]],
        ...[`${at.toISOString().slice(0, 19).replace("T", " ")} UTC`, "", `Message ${index}: shall we talk next week?`],
        ...["INBOX", "", "No"],
      ]);
    }
    yield encoder.encode(csv(lines));
  }
}

/** Milliseconds of reading and planning a file of `count` messages, and of its import. It is undone afterwards. */
export async function timeImport(owner: OwnerId, count: number, contacts: number) {
  const started = performance.now();
  async function* files() {
    yield { name: "messages.csv", bytes: messages(count, contacts) };
  }
  const id = (await readUpload(owner, files(), importLimits())) ?? "";
  const previewed = performance.now();
  await asOwner(owner, (db) => queueImport(db, id));
  await runImport(owner, id);
  const imported = performance.now();
  await expectState("DONE");
  await asOwner(owner, (db) => queueUndo(db, id));
  await runImport(owner, id);
  await expectState("UNDONE");
  return { preview: previewed - started, ms: imported - previewed };

  async function expectState(state: string) {
    const batch = await asOwner(owner, (db) => getImport(db, id));
    if (batch?.state !== state) throw new Error(`The import is ${batch?.state}, not ${state}.`);
  }
}

/**
 * Milliseconds of rebuilding and committing every standing of an owner, each of them changed: under a half-life of one
 * day more or less than before.
 */
export async function timeRebuild(app: Client, owner: OwnerId, halfLife: number): Promise<number> {
  await app.query("begin");
  await app.query("select set_config('app.owner_id', $1, true), set_config('app.standing_rebuild', 'own', true)", [
    owner,
  ]);
  await app.query(
    "insert into policy (owner_id, half_life_days) values ($1, $2) on conflict (owner_id) do update set half_life_days = $2",
    [owner, halfLife],
  );
  const started = performance.now();
  await app.query("select rebuild_standing($1)", [owner]);
  await app.query("commit");
  return performance.now() - started;
}
