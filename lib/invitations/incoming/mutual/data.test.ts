import { describe, expect, test } from "vitest";
import { lookForDuplicates } from "@/lib/duplicates/scan/job";
import { suggestAnswer } from "../suggest";
import { incomingTest } from "../testing/incoming-test";

const { owner, run, contact, receive, cardOf, meet } = incomingTest();

describe("people in common", () => {
  const known = async (fullName: string, facts: Parameters<typeof contact>[1] = {}) => {
    const id = await contact(fullName, facts);
    await meet(id, "CALL", "2026-10-01T10:00:00Z");
    return id;
  };

  test("at the same company and with the same tag: those you know, the strongest first", async () => {
    const ada = await known("Ada Byron", { company: "Nordlys AS", tags: ["Leeds"] });
    const lena = await known("Lena Okafor", { company: "nordlys" });
    await meet(lena, "IN_PERSON", "2026-11-01T10:00:00Z");
    await contact("Nobody Known", { company: "Nordlys AS", tags: ["Leeds"] });
    await lookForDuplicates(owner());
    const { mutual } = await cardOf(
      await receive(await contact("Rob Becker", { company: "Nordlys", tags: ["leeds"] }), "Hi"),
    );
    expect(mutual.company).toEqual({
      name: "Nordlys",
      people: [
        { id: lena, fullName: "Lena Okafor" },
        { id: ada, fullName: "Ada Byron" },
      ],
      count: 2,
    });
    expect(mutual.tags).toMatchObject([{ name: "Leeds", people: [{ id: ada, fullName: "Ada Byron" }], count: 1 }]);
  });

  test("whoever introduced them, by the record, how you met, or their message", async () => {
    const lena = await known("Lena Okafor");
    const ada = await known("Ada Byron");
    const tomas = await known("Tomás Marín");
    await run((db) =>
      db.supportAct.create({
        data: {
          ownerId: owner(),
          contactId: lena,
          direction: "RECEIVED",
          kind: "INTRODUCTION",
          note: "To Rob Becker, by mail",
        },
      }),
    );
    const rob = await contact("Rob Becker", { howWeMet: "Through Ada Byron, in Leeds" });
    const card = await cardOf(await receive(rob, "tomas says hello? No: Tomas Marin said I should write"));
    expect(card.mutual.introducedBy.map(({ id, by }) => [id, by]).toSorted()).toEqual(
      [
        [lena, "act"],
        [ada, "howWeMet"],
        [tomas, "message"],
      ].toSorted(),
    );
    expect(suggestAnswer(card.facts)).toEqual({ answer: "ASKED", rule: "introduced" });
  });

  test("a name in their message is shown, and proves nothing; who signs with it names nobody else", async () => {
    await known("Lena Okafor");
    const stranger = await receive(await contact("Stan Stranger"), "Lena Okafor knows me");
    const card = await cardOf(stranger);
    expect(card.mutual.introducedBy).toMatchObject([{ fullName: "Lena Okafor", by: "message" }]);
    expect(suggestAnswer(card.facts)).toEqual({ answer: "ASKED", rule: "stranger" });
    const namesake = await receive(await contact("Lena Okafor"), "Hello. Lena Okafor");
    expect((await cardOf(namesake)).mutual.introducedBy).toEqual([]);
  });

  test("an introduction you made introduced nobody to you", async () => {
    const lena = await known("Lena Okafor");
    const data = {
      ownerId: owner(),
      contactId: lena,
      direction: "GIVEN",
      kind: "INTRODUCTION",
      note: "To Rob Becker",
    } as const;
    await run((db) => db.supportAct.create({ data }));
    const { mutual } = await cardOf(await receive(await contact("Rob Becker"), "Hi"));
    expect(mutual.introducedBy).toEqual([]);
  });

  test("nobody is in common with oneself", async () => {
    const { mutual } = await cardOf(
      await receive(await known("Rob Becker", { company: "Nordlys", tags: ["Leeds"] }), "I am Rob Becker"),
    );
    expect(mutual).toEqual({ company: null, tags: [], introducedBy: [] });
  });
});
