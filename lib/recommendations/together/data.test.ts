import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getTogether } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const at = (day: string) => new Date(`${day}T12:00:00Z`);

test("only what the record holds, with its day: meetings, help, independent testimonials, and words as they were written", async () => {
  const lena = await run((db) =>
    createContact(db, { fullName: "Lena Okafor", howWeMet: "A workshop in Leeds", expertise: " " }),
  );
  await run(async (db) => {
    const of = { ownerId: owner, contactId: lena };
    const happened = [
      ["IN_PERSON", "JOINT", "2026-03-01", true],
      ["CALL", "JOINT", "2026-05-01", true],
      ["VIDEO", "JOINT", "2026-06-01", false],
      ["MESSAGE", "INBOUND", "2026-01-01", true],
      ["MESSAGE", "OUTBOUND", "2026-02-01", true],
    ] as const;
    for (const [kind, direction, day, confirmed] of happened) {
      const { id: interactionId } = await db.interaction.create({
        data: { ownerId: owner, kind, direction, occurredAt: at(day), confirmed, notes: "Private" },
        select: { id: true },
      });
      await db.interactionContact.createMany({ data: [{ ...of, interactionId }] });
    }
    await db.supportAct.createMany({
      data: [
        { ...of, direction: "RECEIVED", kind: "ADVICE", occurredAt: at("2026-04-01"), note: "Read the contract" },
        { ...of, direction: "GIVEN", kind: "RECOMMENDATION", occurredAt: at("2026-04-02") },
      ],
    });
    const testimonial = { ...of, kind: "TESTIMONIAL", claim: "Keeps her word", checkedAt: at("2026-02-02") } as const;
    await db.credentialCheck.createMany({
      data: [
        { ...testimonial, finding: "SUPPORTS", independent: true, sourceName: "A shared client" },
        { ...testimonial, finding: "SUPPORTS", independent: false, sourceName: "Herself" },
        { ...testimonial, finding: "CONCERN", independent: true, sourceName: "A rival" },
      ],
    });
    await db.recommendation.createMany({
      data: [
        { ...of, direction: "GIVEN", work: "The catalogue" },
        { ...of, direction: "RECEIVED", work: "The catalogue" },
      ],
    });
  });
  expect(await run((db) => getTogether(db, lena, "UTC"))).toMatchObject({
    howWeMet: "A workshop in Leeds",
    expertise: null,
    works: ["The catalogue"],
    meetings: [
      { kind: "CALL", day: "2026-05-01" },
      { kind: "IN_PERSON", day: "2026-03-01" },
    ],
    messages: { count: 2, first: "2026-01-01", last: "2026-02-01" },
    acts: [{ kind: "ADVICE", direction: "RECEIVED", day: "2026-04-01", note: "Read the contract", introduced: null }],
    testimonials: [{ source: "A shared client", claim: "Keeps her word", day: "2026-02-02" }],
  });
  expect(await asOwner(await database.newOwner(), (db) => getTogether(db, lena, "UTC"))).toBeNull();
});
