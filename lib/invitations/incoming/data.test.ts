import { beforeAll, describe, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { listTimeline } from "@/lib/contacts/timeline/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { receiveInvitation } from "../data";
import { countInvitations, listInvitations } from "../lists/data";
import {
  addIncoming,
  answerIncoming,
  askFirst,
  getWording,
  listReasons,
  noteReply,
  saveWording,
  undoAnswer,
  undoQuestion,
  undoReply,
} from "./data";
import { readPasted } from "./pasted";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const today = "2026-11-28";
const receive = async (name = "Rob Becker") => {
  const contact = await run((db) => addReadyContact(db, name));
  return { contact, id: await run((db) => receiveInvitation(db, contact, "We met in Oslo")) };
};
const answer = (id: string, how: "ACCEPTED" | "DECLINED" | "IGNORED", reason: string | null = null) =>
  run((db) => answerIncoming(db, id, how, { reason, today }));

/** All that undo has to bring back: the invitation but for its clock, the contact but for its version, the standing. */
const everything = async (id: string) => {
  const { rows } = await database.admin.query(
    `select to_jsonb(v) - 'updated_at' as invitation, c.connection_status, c.connected_on::text, to_jsonb(s) as standing
     from invitation v join contact c on c.owner_id = v.owner_id and c.id = v.contact_id
     join contact_standing s on s.owner_id = c.owner_id and s.contact_id = c.id where v.id = $1`,
    [id],
  );
  return rows[0];
};

describe("an answer", () => {
  test.each([
    ["ACCEPTED", "CONNECTED", null],
    ["DECLINED", "NONE", "Wanted to sell something"],
    ["IGNORED", "NONE", null],
  ] as const)("%s makes the contact %s; taken back, all is as it was", async (how, status, reason) => {
    const { id } = await receive();
    const before = await everything(id);
    await answer(id, how, reason);
    const after = await everything(id);
    expect(after).toMatchObject({ invitation: { status: how, reason }, connection_status: status });
    expect(after?.connected_on).toBe(how === "ACCEPTED" ? today : null);
    await run((db) => undoAnswer(db, id));
    expect(await everything(id)).toEqual(before);
  });

  test.each(["ACCEPTED", "DECLINED", "IGNORED"] as const)(
    "%s of somebody who was connected once brings back that day",
    async (how) => {
      const { contact, id } = await receive();
      const connectedOn = new Date("2020-05-05");
      await run((db) => db.contact.updateMany({ where: { id: contact }, data: { connectedOn } }));
      const before = await everything(id);
      await answer(id, how, "Again");
      expect(await everything(id)).toMatchObject({ connection_status: how === "ACCEPTED" ? "CONNECTED" : "REMOVED" });
      await run((db) => undoAnswer(db, id));
      expect(await everything(id)).toEqual(before);
    },
  );

  test("accepting what an import found connected first keeps the day, also when it is taken back", async () => {
    const { contact, id } = await receive();
    const connected = { connectionStatus: "CONNECTED", connectedOn: new Date("2026-11-01") } as const;
    await run((db) => db.contact.updateMany({ where: { id: contact }, data: connected }));
    const before = await everything(id);
    await answer(id, "ACCEPTED");
    expect((await everything(id))?.connected_on).toBe("2026-11-01");
    await run((db) => undoAnswer(db, id));
    expect(await everything(id)).toEqual(before);
  });

  test("after asking goes back to the question and what they said", async () => {
    const { id } = await receive();
    await run((db) => askFirst(db, id, "How did you find me?"));
    await run((db) => noteReply(db, id, "At the fair"));
    const before = await everything(id);
    await answer(id, "DECLINED", "A stall, not a person");
    await run((db) => undoAnswer(db, id));
    expect(await everything(id)).toEqual(before);
    expect(before?.invitation).toMatchObject({ status: "ASKED", reply: "At the fair" });
  });

  test("is given once: the second of two tabs is told", async () => {
    const { id } = await receive();
    await answer(id, "IGNORED");
    await expect(answer(id, "ACCEPTED")).rejects.toMatchObject({ code: "changedElsewhere" });
    await expect(run((db) => askFirst(db, id, "Who?"))).rejects.toMatchObject({ code: "changedElsewhere" });
  });

  test("of a connection removed since is taken back without making it anew", async () => {
    const { contact, id } = await receive();
    await answer(id, "ACCEPTED");
    await run((db) => db.contact.updateMany({ where: { id: contact }, data: { connectionStatus: "REMOVED" } }));
    await run((db) => undoAnswer(db, id));
    expect(await everything(id)).toMatchObject({ connection_status: "REMOVED", invitation: { status: "RECEIVED" } });
  });

  test("written by plain SQL can be taken back, too", async () => {
    const { contact, id } = await receive();
    await database.admin.query("update invitation set status = 'ACCEPTED', answered_at = now() where id = $1", [id]);
    await database.admin.query("update contact set connection_status = 'CONNECTED' where id = $1", [contact]);
    await run((db) => undoAnswer(db, id));
    expect(await everything(id)).toMatchObject({ connection_status: "RECEIVED", invitation: { status: "RECEIVED" } });
  });
});

describe("asking first", () => {
  const listed = async (list: "toAnswer" | "asked", id: string) =>
    (await run((db) => listInvitations(db, list, { limit: 100 }))).items.find((item) => item.id === id);

  test("waits for what they say, which is kept on the contact and brings the card back", async () => {
    const { contact, id } = await receive("Rita Reply");
    const before = await everything(id);
    await run((db) => askFirst(db, id, "How did you find me?", new Date("2026-11-20T10:00:00Z")));
    expect(await listed("toAnswer", id)).toBeUndefined();
    expect(await listed("asked", id)).toMatchObject({ askedAt: "2026-11-20T10:00:00.000Z" });
    await run((db) => noteReply(db, id, "Lena told me", new Date("2026-11-22T10:00:00Z")));
    expect(await listed("asked", id)).toBeUndefined();
    expect(await listed("toAnswer", id)).toMatchObject({ reply: "Lena told me" });
    const { entries } = await run((db) => listTimeline(db, contact, { show: "messages" }));
    expect(entries[0]).toMatchObject({
      question: "How did you find me?",
      reply: "Lena told me",
      repliedAt: "2026-11-22T10:00:00.000Z",
    });
    await run((db) => noteReply(db, id, "Lena Okafor told me"));
    expect(await listed("toAnswer", id)).toMatchObject({ repliedAt: "2026-11-22T10:00:00.000Z" });
    await run((db) => undoReply(db, id, "Lena told me"));
    expect(await listed("toAnswer", id)).toMatchObject({ reply: "Lena told me" });
    await run((db) => undoReply(db, id, null));
    await run((db) => undoQuestion(db, id));
    expect(await everything(id)).toEqual(before);
  });

  test("a question with a gap, or a reply to nothing asked, is refused", async () => {
    const { id } = await receive();
    await expect(run((db) => askFirst(db, id, "Hi {first name}"))).rejects.toMatchObject({
      code: "unfilled",
      field: "question",
    });
    await expect(run((db) => noteReply(db, id, "Hello"))).rejects.toMatchObject({ code: "changedElsewhere" });
  });

  test("the wording is the owner's alone, and leaves the limits as they are", async () => {
    expect(await run(getWording)).toBeNull();
    await run((db) => saveWording(db, "Hi {first name}?"));
    expect(await run(getWording)).toBe("Hi {first name}?");
    expect(await asOwner(other, getWording)).toBeNull();
  });
});

test("counts part those to answer from those asked", async () => {
  const mine = await database.newOwner();
  await asOwner(mine, async (db) => {
    const ids: string[] = [];
    for (const name of ["A", "B", "C"])
      ids.push(await receiveInvitation(db, await createContact(db, { fullName: name }), null));
    const [, second = "", third = ""] = ids;
    await askFirst(db, second, "Who?");
    await askFirst(db, third, "Who?");
    await noteReply(db, third, "Me");
    expect(await countInvitations(db)).toEqual({ toAnswer: 2, asked: 1, waiting: 0 });
  });
});

test("reasons given before are suggested once each, the latest first", async () => {
  const mine = await database.newOwner();
  await asOwner(mine, async (db) => {
    for (const reason of ["Sells", "Stranger", "Sells"]) {
      const id = await receiveInvitation(db, await createContact(db, { fullName: reason }), null);
      await answerIncoming(db, id, "DECLINED", { reason, today });
    }
    expect((await listReasons(db)).toSorted()).toEqual(["Sells", "Stranger"]);
  });
  expect(await asOwner(other, listReasons)).toEqual([]);
});

describe("an invitation typed in", () => {
  const add = (pasted: string, who: { name?: string; contactId?: string } = {}) =>
    run((db) =>
      addIncoming(db, {
        ...{ id: newOperationKey(), pasted: readPasted(pasted) },
        ...{ name: who.name ?? null, contactId: who.contactId },
      }),
    );
  const sender = async (id: string) => {
    const { rows } = await database.admin.query(
      `select c.id, c.full_name, v.note, array(select slug from linkedin_alias a where a.contact_id = c.id) as slugs
       from invitation v join contact c on c.owner_id = v.owner_id and c.id = v.contact_id where v.id = $1`,
      [id],
    );
    return rows[0];
  };

  test("from an address not known yet makes a contact, named by the address until a name is typed", async () => {
    const guessed = await add("https://www.linkedin.com/in/gus-guessed-12ab Hello there");
    expect(guessed.isNew).toBe(true);
    expect(await sender(guessed.id)).toMatchObject({
      full_name: "Gus Guessed",
      note: "Hello there",
      slugs: ["gus-guessed-12ab"],
    });
    const named = await add("linkedin.com/in/tina-t", { name: "Tina Typed" });
    expect(await sender(named.id)).toMatchObject({ full_name: "Tina Typed", note: null });
  });

  test("from an address known is that contact's, whatever the address would be guessed to", async () => {
    const lena = await run((db) => createContact(db, { fullName: "Lena Okafor", linkedIn: ["lena-o-99"] }));
    const { id, isNew } = await add("in/lena-o-99", { name: "Lena O" });
    expect(isNew).toBe(false);
    expect(await sender(id)).toMatchObject({ id: lena });
  });

  test("another's address is refused, saying whose it is, also from the trash", async () => {
    const anna = await run((db) => createContact(db, { fullName: "Anna Berg", linkedIn: ["anna-berg"] }));
    await expect(add("in/anna-berg", { name: "Bob Other" })).rejects.toMatchObject({
      code: "linkedInTaken",
      field: "pasted",
      params: { name: "Anna Berg" },
      see: { href: `/contacts/${anna}` },
    });
    await run((db) => db.contact.updateMany({ where: { id: anna }, data: { deletedAt: new Date() } }));
    await expect(add("in/anna-berg")).rejects.toMatchObject({ code: "linkedInInTrash" });
  });

  test("a namesake with an address of their own is somebody new: a name proves nothing", async () => {
    const known = await run((db) => createContact(db, { fullName: "Nora Name", linkedIn: ["nora-name"] }));
    const { id, isNew } = await add("in/nora-name-7777", { name: "Nora Name" });
    expect(isNew).toBe(true);
    expect((await sender(id))?.id).not.toBe(known);
  });

  test("the contact chosen gets the address; without one, a name means who is called so", async () => {
    const tomas = await run((db) => createContact(db, { fullName: "Tomás Marín" }));
    const chosen = await add("in/tomas-marin Hola", { contactId: tomas, name: "Tomás Marín" });
    expect(await sender(chosen.id)).toMatchObject({ id: tomas, slugs: ["tomas-marin"] });
    const petra = await run((db) => createContact(db, { fullName: "Petra Plain" }));
    expect(await sender((await add("Hello", { name: "petra plain" })).id)).toMatchObject({ id: petra, note: "Hello" });
  });
});

test("another owner's invitations are not there, and nothing is written", async () => {
  const { id } = await receive();
  const before = await everything(id);
  for (const work of [
    (db: OwnerDb) => answerIncoming(db, id, "ACCEPTED", { reason: null, today }),
    (db: OwnerDb) => askFirst(db, id, "Who?"),
    (db: OwnerDb) => noteReply(db, id, "Me"),
    (db: OwnerDb) => undoAnswer(db, id),
    (db: OwnerDb) => undoQuestion(db, id),
    (db: OwnerDb) => undoReply(db, id, null),
  ]) {
    await expect(asOwner(other, work)).rejects.toMatchObject({ code: "notFound" });
  }
  expect(await everything(id)).toEqual(before);
});
