// Two or three people with something of everything, and what a person does with them: merge, look, undo.
import { beforeEach } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { listDecisions } from "../decisions/data";
import { mergePeople, undoMerge } from "../merge/data";
import { readCandidates } from "../review/data";
import type { Choices } from "../schema";

export function mergeTest() {
  const database = testDatabase();
  const { admin } = database;
  let owner: OwnerId;
  /** Whose people these are from now on. */
  async function as(other: Promise<OwnerId> | OwnerId) {
    owner = await other;
  }
  beforeEach(() => as(database.newOwner()));
  const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

  /** The first stays. */
  const merge = (people: string[], choices: Choices = {}) =>
    run(async (db) => {
      const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
      return mergePeople(db, { people, seen, choices });
    });
  const merges = async () =>
    (await run((db) => listDecisions(db, { limit: 10 }))).decisions.flatMap((decision) =>
      "merge" in decision ? [decision.merge] : [],
    );
  const undo = (id: string) => run((db) => undoMerge(db, id));

  /** Every row of the owner in every table, but for what follows from them later and the versions of contacts, which only grow. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const { rows: tables } = await admin.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and c.relname not in ('contact_merge', 'duplicate_queue', 'duplicate_trait', 'audit_event') order by 1`);
    const state: Record<string, unknown[]> = {};
    for (const { name } of tables) {
      const { rows } = await admin.query<{ row: string }>(
        `select (to_jsonb(t)${name === "contact" ? " - 'version'" : ""})::text as row from ${name} t
         where owner_id = $1 ${name === "standing_tally" ? "and contacts <> 0" : ""} order by 1`,
        [owner],
      );
      state[name] = rows.map(({ row }) => row);
    }
    return state;
  }

  const allIn = async (table: string, contact: string) =>
    (await admin.query(`select * from ${table} where owner_id = $1 and contact_id = $2`, [owner, contact])).rows;

  /** Two or three people with something of everything, much of it shared. */
  async function twins(): Promise<[string, string, string]> {
    const make = (fullName: string, slug: string, phone: string) =>
      run((db) =>
        createContact(db, {
          fullName,
          company: "Brightwell",
          howWeMet: `As ${fullName}`,
          linkedIn: [slug],
          emails: ["lena@brightwell.example", `${slug}@home.example`],
          phones: [phone],
          tags: ["Energy", slug],
        }),
      );
    const ready = await run((db) => addReadyContact(db, "Lena Okafor"));
    const ids: [string, string, string] = [
      ready,
      await make("L. Okafor", "lena-o", "+47 91234567"),
      await make("Lena A. Okafor", "lena-a", "0047 912 34 567"),
    ];
    await run(async (db) => {
      const ownerId = db.owner;
      const { interactionId } = (await db.interactionContact.findFirst({
        where: { ownerId, contactId: ids[0] },
        select: { interactionId: true },
      })) ?? { interactionId: "" };
      await db.interactionContact.createMany({ data: [{ ownerId, interactionId, contactId: ids[1] }] });
      const { id: batchId } = await db.importBatch.create({
        data: { ownerId, fileName: "Connections.csv" },
        select: { id: true },
      });
      for (const contactId of ids.slice(1)) {
        await db.linkedinFact.create({ data: { ownerId, contactId, company: contactId }, select: { company: true } });
        await db.queueChoice.create({ data: { ownerId, contactId, reason: contactId }, select: { reason: true } });
        await db.importMissing.create({ data: { ownerId, batchId, contactId }, select: { batchId: true } });
        await db.cadence.create({ data: { ownerId, contactId, every: 6, unit: "WEEK" }, select: { every: true } });
        await db.touchPutOff.create({ data: { ownerId, contactId }, select: { until: true } });
        await db.removal.create({ data: { ownerId, contactId, reason: `As ${contactId}` }, select: { reason: true } });
        await db.introTest.create({
          data: { ownerId, contactId, answer: "NO", beforeCanSay: contactId },
          select: { answer: true },
        });
        await db.supportAct.create({
          data: { ownerId, contactId, direction: "GIVEN", kind: "ADVICE" },
          select: { id: true },
        });
        await db.invitation.create({
          data: { ownerId, contactId, direction: "OUTGOING", status: "WITHDRAWN", answeredAt: new Date() },
          select: { id: true },
        });
        await db.recommendation.create({
          data: { ownerId, contactId, direction: "GIVEN", work: "The catalogue" },
          select: { id: true },
        });
        await db.followUp.create({
          data: { ownerId, contactId, title: "Call", dueOn: new Date() },
          select: { id: true },
        });
        await db.credentialCheck.create({
          data: { ownerId, contactId, kind: "EXPERTISE", finding: "CONCERN", sourceName: " Ben " },
          select: { id: true },
        });
        await db.assessment.create({
          data: { ownerId, contactId, goal: `Goal of ${contactId}`, commonGround: ["Climbing", contactId] },
          select: { version: true },
        });
      }
    });
    return ids;
  }

  return { database, owner: () => owner, as, run, merge, merges, undo, everything, allIn, twins };
}
