import { describe, expect, test } from "vitest";
import { asOwner } from "@/lib/db";
import { markDistinct } from "@/lib/duplicates/review/data";
import { lookForDuplicates } from "@/lib/duplicates/scan/job";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { answerIncoming, askFirst, noteReply } from "../data";
import type { IncomingCard } from "../schema";
import { suggestAnswer } from "../suggest";
import { incomingTest } from "../testing/incoming-test";
import { listIncoming } from "./data";

const { database, owner, run, contact, receive, cardOf, meet } = incomingTest();
const signals = async (invitation: string) => (await cardOf(invitation)).signals;

describe("the history", () => {
  test("counts what was confirmed, and tells the latest", async () => {
    const rob = await contact("Rob Becker", { howWeMet: "At a fair", notes: "Prefers mornings" });
    await meet(rob, "IN_PERSON", "2026-03-01T10:00:00Z");
    await meet(rob, "IN_PERSON", "2026-01-01T10:00:00Z");
    await meet(rob, "CALL", "2026-02-01T10:00:00Z");
    await meet(rob, "MESSAGE", "2026-02-02T10:00:00Z");
    await meet(rob, "IN_PERSON", "2026-04-01T10:00:00Z", false);
    const card = await cardOf(await receive(rob, "Hello"));
    expect(card.history).toMatchObject({
      met: 2,
      lastMet: "2026-03-01T10:00:00.000Z",
      spoke: 1,
      messagesIn: 1,
      messagesOut: 0,
    });
    expect(card.history.latest.map(({ kind, at, notes }) => [kind, at, notes])).toEqual([
      ["IN_PERSON", "2026-03-01T10:00:00.000Z", "IN_PERSON notes"],
      ["MESSAGE", "2026-02-02T10:00:00.000Z", "MESSAGE notes"],
      ["CALL", "2026-02-01T10:00:00.000Z", "CALL notes"],
    ]);
    expect(card.contact).toMatchObject({ howWeMet: "At a fair", notes: "Prefers mornings", verdict: "BUILDING" });
    expect(card.signals.map(({ code }) => code)).toEqual([]);
  });

  test("tells earlier invitations and what was answered", async () => {
    const rob = await contact("Rob Becker");
    const first = await receive(rob, "Let us connect");
    await run((db) => answerIncoming(db, first, "DECLINED", { reason: "Sells", today: "2026-11-01" }));
    const card = await cardOf(await receive(rob, "Once more"));
    expect(card.history.earlier).toMatchObject([{ direction: "INCOMING", status: "DECLINED", reason: "Sells" }]);
  });
});

describe("signals", () => {
  test("a stranger without a word", async () => {
    expect(await signals(await receive(await contact("Stan Stranger"), "  "))).toEqual([
      { code: "noHistory" },
      { code: "noMessage" },
    ]);
  });

  test("LinkedIn's own text", async () => {
    const id = await receive(
      await contact("Stan Stranger"),
      "Bonjour, j’aimerais vous ajouter à mon réseau professionnel sur LinkedIn.",
    );
    expect(await signals(id)).toEqual([{ code: "noHistory" }, { code: "defaultMessage" }]);
  });

  test("the same words as others, whatever signs and capitals, and never one's own from before", async () => {
    const ann = await contact("Ann First");
    await receive(ann, "Grow your business with us!");
    const bob = await contact("Bob Second");
    const id = await receive(bob, "grow your business, with us");
    expect(await signals(id)).toContainEqual({
      code: "sameMessage",
      other: { id: ann, fullName: "Ann First" },
      senders: 1,
    });
    await receive(await contact("Cem Third"), "Grow your business with us");
    expect(await signals(id)).toContainEqual(expect.objectContaining({ code: "sameMessage", senders: 2 }));
    await run((db) => answerIncoming(db, id, "IGNORED", { reason: null, today: "2026-11-01" }));
    await run((db) =>
      db.contact.updateMany({ where: { fullName: { not: "Bob Second" } }, data: { deletedAt: new Date() } }),
    );
    expect((await signals(await receive(bob, "Grow your business with us"))).map(({ code }) => code)).not.toContain(
      "sameMessage",
    );
  });

  test("what you wrote against it, with the concern to look at", async () => {
    const rob = await run((db) => addReadyContact(db, "Rob Becker"));
    await run((db) => db.contact.updateMany({ where: { id: rob }, data: { doNotConnect: true } }));
    const { id: checkId } = await run((db) =>
      db.credentialCheck.create({
        data: { ownerId: owner(), contactId: rob, kind: "BACKGROUND", finding: "CONCERN", claim: "Left on good terms" },
      }),
    );
    const card = await cardOf(await receive(rob, "Hello"));
    expect(card.signals).toEqual([
      { code: "doNotConnect" },
      { code: "openConcern", checkId, claim: "Left on good terms" },
    ]);
    expect(suggestAnswer(card.facts)).toEqual({ answer: "DECLINED", rule: "doNotConnect" });
  });

  test("a name that is a contact's, who has another address; until they are said to be two people", async () => {
    const lena = await contact("Lena Okafor", { linkedIn: ["lena-okafor"] });
    const fake = await contact("lena OKAFOR", { linkedIn: ["lena-okafor-9"] });
    const id = await receive(fake, "Hi");
    const card = await cardOf(id);
    expect(card.signals).toContainEqual({
      code: "nameClash",
      other: { id: lena, fullName: "Lena Okafor" },
      address: "other",
    });
    expect(suggestAnswer(card.facts)).toEqual({ answer: "ASKED", rule: "nameClash" });
    await lookForDuplicates(owner());
    expect((await signals(id)).map(({ code }) => code)).toContain("nameClash");
    await run((db) => markDistinct(db, [lena, fake]));
    expect((await signals(id)).map(({ code }) => code)).not.toContain("nameClash");
  });

  test("a name written nearly the same, before and after the look has come by", async () => {
    const robert = await contact("Zoë Strøm", { company: "Nordlys" });
    await lookForDuplicates(owner());
    const id = await receive(await contact("Zoe Stroem", { company: "Nordlys AS" }), "Hi");
    const clash = { code: "nameClash", other: { id: robert, fullName: "Zoë Strøm" }, address: "none" };
    expect(await signals(id)).toContainEqual(clash);
    await lookForDuplicates(owner());
    expect(await signals(id)).toContainEqual(clash);
  });
});

describe("the order", () => {
  const three = async () => {
    const ids: string[] = [];
    for (const [name, day] of [
      ["C", 3],
      ["A", 1],
      ["B", 2],
    ] as const) {
      ids.push(await receive(await contact(name), null, new Date(Date.UTC(2026, 0, day))));
    }
    return ids as [string, string, string];
  };
  const names = ({ cards }: { cards: IncomingCard[] }) => cards.map((card) => card.contact.fullName).join("");

  test("whoever waited longest comes first, page by page, as far as there are any", async () => {
    const [c, a, b] = await three();
    const first = await run((db) => listIncoming(db, {}, 2));
    expect([names(first), first.before, first.isLast]).toEqual(["AB", 0, false]);
    const rest = await run((db) => listIncoming(db, { after: b }, 2));
    expect([names(rest), rest.isLast]).toEqual(["C", true]);
    const near = await run((db) => listIncoming(db, { card: b }));
    expect([names(near), near.before, near.isLast]).toEqual(["ABC", 0, true]);
    const far = await run((db) => listIncoming(db, { card: b }, 1));
    expect([names(far), far.before, far.isLast]).toEqual(["B", 1, false]);
    await run((db) => answerIncoming(db, a, "IGNORED", { reason: null, today: "2026-11-01" }));
    expect(names(await run((db) => listIncoming(db)))).toBe("BC");
    expect(names(await run((db) => listIncoming(db, { after: a })))).toBe("BC"); // also after one answered meanwhile
    expect(names(await run((db) => listIncoming(db, { after: c })))).toBe("");
  });

  test("one that waits for a reply is on a card where it is asked for by name, and in line once it has one", async () => {
    const [, a] = await three();
    await run((db) => askFirst(db, a, "Who?"));
    expect(names(await run((db) => listIncoming(db)))).toBe("BC");
    expect(names(await run((db) => listIncoming(db, { card: a })))).toBe("ABC");
    await run((db) => noteReply(db, a, "Me"));
    expect(names(await run((db) => listIncoming(db)))).toBe("ABC");
  });

  test("who is in the trash isn't asked about, and another owner has none of it", async () => {
    const [, a, b] = await three();
    await run((db) => db.contact.updateMany({ where: { fullName: "A" }, data: { deletedAt: new Date() } }));
    expect(names(await run((db) => listIncoming(db)))).toBe("BC");
    expect(names(await run((db) => listIncoming(db, { card: a })))).toBe("BC");
    const other = await database.newOwner();
    expect(await asOwner(other, (db) => listIncoming(db, { card: b }))).toEqual({ cards: [], before: 0, isLast: true });
    expect(await asOwner(other, (db) => listIncoming(db, { after: b }))).toEqual({
      cards: [],
      before: 0,
      isLast: true,
    });
  });
});

test("a page of cards takes as many queries as one card", async () => {
  const queries = async () => {
    let count = 0;
    await run((db) => {
      const counting = new Proxy(db, {
        get: (target, key) => {
          const value = Reflect.get(target, key);
          if (key === "$queryRaw") {
            return (...given: unknown[]) => {
              count += 1;
              return (value as (...given: unknown[]) => unknown).apply(target, given);
            };
          }
          return value;
        },
      });
      return listIncoming(counting);
    });
    return count;
  };
  await receive(await contact("Rob Becker", { company: "Nordlys", tags: ["Leeds"] }), "Hello");
  const one = await queries();
  for (let n = 0; n < 5; n += 1)
    await receive(await contact(`Rob Becker ${n}`, { company: "Nordlys", tags: ["Leeds"] }), "Hello");
  expect(await queries()).toBe(one);
});
