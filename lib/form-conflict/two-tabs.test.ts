// What happens between two tabs, on a real database: the data functions and the answer that an action gives.
import { createTranslator } from "next-intl";
import { beforeAll, expect, test } from "vitest";
import type { Account } from "@/lib/account/schema";
import { createContact, getContact, updateContact } from "@/lib/contacts/data";
import { contactValues } from "@/lib/contacts/form-values";
import { updateContact as schema } from "@/lib/contacts/schema";
import { restoreContact, trashContact } from "@/lib/contacts/trash/data";
import { contactVersions } from "@/lib/contacts/versions";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { mergePeople } from "@/lib/duplicates/merge/data";
import { readCandidates } from "@/lib/duplicates/review/data";
import type { FormValues } from "@/lib/form-state";
import { locales } from "@/lib/i18n/locales";
import { createTemplate, listTemplates, updateTemplate } from "@/lib/note-templates/data";
import { updateTemplate as templateSchema } from "@/lib/note-templates/schema";
import { templateVersions } from "@/lib/note-templates/versions";
import { newOperationKey } from "@/lib/operation-key";
import { Refusal } from "@/lib/refusal";
import { testDatabase } from "@/lib/testing/database";
import { answerConflict, type Versions, type Words } from "./answer";
import { choiceField, combinedField } from "./names";
import type { Conflict, Read, Side } from "./schema";
import { type Sent, sentOf } from "./sent";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>, who = owner) => asOwner(who, work);
const t = createTranslator({ locale: "en-GB", messages: locales.en.messages }) as unknown as Words;
const account = { locale: "en-GB", timeZone: "Europe/Oslo" } as Account;

const create = (fullName: string) =>
  run((db) => createContact(db, { fullName, company: "Acme", notes: "Met in Oslo." }));

/** The form as a tab has it open, and what is typed over it. */
async function open(id: string) {
  const contact = await run((db) => getContact(db, id));
  if (!contact) throw new Error("not found");
  const values = contactValues(contact);
  return (typed: FormValues): FormValues => ({
    ...{ id, ...values, ...typed },
    read: JSON.stringify({ version: contact.version, values }),
  });
}

/** Sends a form as the action does; answers with "saved", or with what the form gets back. */
async function send(form: FormValues, who = owner) {
  const sent = sentOf(form);
  const input = schema.parse(sent.typed);
  const { id, version, ...facts } = input;
  const save = (db: OwnerDb) => updateContact(db, id, version, facts);
  return answerTo(save, contactVersions, { input, sent }, who);
}

async function answerTo<Input>(
  save: (db: OwnerDb) => Promise<void>,
  versions: Versions<Input>,
  { input, sent }: { input: Input; sent: Sent },
  who = owner,
) {
  try {
    await run(save, who);
    return "saved" as const;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return run((db) => answerConflict(db, versions, { refusal, input, sent, account, t }), who);
  }
}

async function conflictOf(form: FormValues) {
  const answer = await send(form);
  if (answer === "saved" || !("conflict" in answer)) throw new Error(`no conflict: ${JSON.stringify(answer)}`);
  return answer.conflict;
}

/** The form that comes back, with each field as it is offered. */
function accept({ mine, read, differences }: Conflict): FormValues {
  const chosen = differences.flatMap(({ group, choice, combined }) => [
    [choiceField(group), choice],
    ...(combined === null ? [] : [[combinedField(group), combined]]),
  ]);
  return { ...mine, read, ...Object.fromEntries(chosen) };
}

const templateForm = (id: string, text: string, read: Read): FormValues => ({
  ...{ id, name: id, text },
  read: JSON.stringify(read),
});

async function sendTemplate(form: FormValues) {
  const sent = sentOf(form);
  const input = templateSchema.parse(sent.typed);
  return answerTo((db) => updateTemplate(db, [], input), templateVersions, { input, sent });
}

/** What two tabs make of a template that reads `before`, and of what the second is shown. Answers with how it reads then. */
async function pair(id: string, version: number, before: string): Promise<string> {
  const lines = [`left ${version}`, `right ${version}`];
  const read = { version, values: { name: id, text: before } };
  const answers = await Promise.all(lines.map((line) => sendTemplate(templateForm(id, `Hello.\n${line}`, read))));
  expect(answers.filter((answer) => answer === "saved")).toHaveLength(1);
  const conflict = answers.flatMap((answer) => (answer !== "saved" && "conflict" in answer ? answer.conflict : []))[0];
  if (!conflict) throw new Error(`no conflict: ${JSON.stringify(answers)}`);
  const [mine, theirs] = answers[0] === "saved" ? lines.toReversed() : lines;
  const written = (side?: Side) => side?.map(({ text }) => text).join("");
  const [difference] = conflict.differences;
  expect(written(difference?.mine)).toBe(`Hello.\n${mine}`);
  expect(written(difference?.theirs)).toBe(`Hello.\n${theirs}`);
  expect(await sendTemplate(accept(conflict))).toBe("saved");
  return `Hello.\n${theirs}\n${mine}`;
}

/** A tenth of them at a time, so that no test is long on a busy machine. */
const hundreds = Array.from({ length: 10 }, (_, n) => n + 1);

test.each(hundreds)(
  "two tabs save the same row at once, hundred %d of 1,000 pairs: exactly one wins, the other has both versions, and saves both",
  async () => {
    const ids = Array.from({ length: 4 }, () => newOperationKey());
    await run(async (db) => {
      for (const id of ids) await createTemplate(db, [], { id, name: id, text: "Hello." });
    });
    const left = await Promise.all(
      ids.map(async (id) => {
        let text = "Hello.";
        for (let n = 0; n < 25; n += 1) text = await pair(id, 1 + 2 * n, text);
        return { id, text, version: 51 }; // two writes a pair, and no other
      }),
    );
    const saved = await run((db) => listTemplates(db, []));
    for (const one of left) expect(saved).toContainEqual(expect.objectContaining(one));
  },
);

test("it says which fields, where each was changed, and what is chosen; what only one has is nobody's loss", async () => {
  const id = await create("Ada");
  const [first, second] = [await open(id), await open(id)];
  expect(await send(second({ location: "Bergen", doNotConnect: "on" }))).toBe("saved");
  const { differences, changedAt, mine } = await conflictOf(
    first({ company: "Acme AG", emails: ["ada@acme.example"] }),
  );
  expect(differences.map(({ label, changed, choice }) => [label, changed, choice])).toEqual([
    ["Company", "here", "mine"],
    ["Place", "elsewhere", "theirs"],
    ["E-mail", "here", "mine"],
    ["Do not connect", "elsewhere", "theirs"],
  ]);
  expect(new Date(changedAt).getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(mine).toMatchObject({ company: "Acme AG", emails: ["ada@acme.example"] });
});

test("changed a third time while one chose: asked again, with what was chosen", async () => {
  const id = await create("Bea");
  const [first, second] = [await open(id), await open(id)];
  await send(second({ company: "Second" }));
  const asked = await conflictOf(first({ company: "First", location: "Oslo" }));
  await send((await open(id))({ position: "Pilot" }));
  const again = await conflictOf(accept(asked));
  expect(again.differences.map(({ label, choice }) => [label, choice])).toEqual([
    ["Position", "theirs"],
    ["Company", "mine"],
    ["Place", "mine"],
  ]);
  expect(await send(accept(again))).toBe("saved");
  expect(await run((db) => getContact(db, id))).toMatchObject({
    company: "First",
    position: "Pilot",
    location: "Oslo",
  });
});

test("put into the trash meanwhile: it says so, keeps every word, and saves once the contact is back", async () => {
  const id = await create("Cleo");
  const form = (await open(id))({ notes: "Met in Oslo.\nWrote a long while." });
  await run((db) => trashContact(db, id));
  const answer = await send(form);
  expect(answer).toMatchObject({
    refusal: { code: "inTrash", params: { name: "Cleo" }, see: { href: `/contacts/${id}` } },
  });
  expect(answer).toMatchObject({ copy: expect.stringContaining("Notes\nMet in Oslo.\nWrote a long while.") });
  await run((db) => restoreContact(db, id));
  expect(await send(form)).toEqual({ over: 3 }); // a newer version, with nothing new in it
});

test("merged into somebody, or deleted for good: it says where they are now, or that they are gone", async () => {
  const [keep, gone] = [await create("Dora Keep"), await create("Dora Gone")];
  const form = (await open(gone))({ notes: "Mine" });
  await run(async (db) => {
    const seen = (await readCandidates(db, [keep, gone])).map(({ id, version }) => `${id} ${version}`);
    await mergePeople(db, { people: [keep, gone], seen, choices: {} });
  });
  expect(await send(form)).toMatchObject({
    refusal: { code: "mergedInto", see: { href: `/contacts/${keep}/edit`, label: "Dora Keep" } },
    copy: expect.stringContaining("Mine"),
  });
  const lost = await create("Eve");
  const another = (await open(lost))({ notes: "Mine, too" });
  await run((db) => db.contact.deleteMany({ where: { id: lost } }));
  expect(await send(another)).toMatchObject({ refusal: { code: "gone" }, copy: expect.stringContaining("Mine, too") });
});

test("another owner's contact is told from nothing by nothing", async () => {
  const id = await create("Fay");
  const answer = await send((await open(id))({ company: "Theirs" }), other);
  expect(answer).toMatchObject({ refusal: { code: "gone" } });
  expect(JSON.stringify(answer)).not.toContain("/contacts/");
  expect(await run((db) => getContact(db, id))).toMatchObject({ company: "Acme", version: 1 });
});
