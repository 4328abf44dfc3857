// The tables and cards that go out, brought in again: each person is known, and nothing changes.
import { expect, test } from "vitest";
import { importTest, tally } from "@/lib/imports/testing/import-test";
import { seedOwner } from "@/prisma/seed/owner";
import { downloads } from "./downloads";
import type { DownloadName } from "./schema";

const { owner, inDb, upload, importFile, everything } = importTest();
const account = { locale: "en" };

const file = (name: DownloadName) =>
  inDb(async (db) => {
    let text = "";
    for await (const piece of downloads[name].write(db, account)) text += piece;
    return text;
  });

test.each(["contacts.csv", "contacts.vcf"] as const)("%s", async (name) => {
  await inDb(async (db) => {
    const odd = { ownerId: db.owner, fullName: "=Formula +47", company: "'@ Ink", notes: "-1\n=2", position: " x " };
    const { id: contactId } = await db.contact.create({ data: odd, select: { id: true } });
    await db.contactPoint.create({
      data: { ownerId: db.owner, contactId, kind: "PHONE", value: "+44 020", normalised: "+44020" },
      select: { id: true },
    });
    const nameAlone = { ownerId: db.owner, fullName: "Only A Name" };
    await db.contact.createMany({ data: [nameAlone, nameAlone] });
  });
  await seedOwner(owner(), { contacts: 30, interactions: 0 });
  const before = await everything();
  const text = await file(name);
  const done = await importFile({ [name]: text });
  expect(done.state).toBe("DONE");
  expect(tally(done)).toEqual({ "MATCHED unchanged": before.contact?.length });
  expect(await everything()).toEqual(before);
});

test.each([
  ["interactions.csv", "vouchInteractions"],
  ["everything.json", "json"],
] as const)("%s says why not here", async (name, code) => {
  const { state, failure } = await upload({ [name]: await file(name) });
  expect([state, failure?.code]).toEqual(["REFUSED", code]);
});
