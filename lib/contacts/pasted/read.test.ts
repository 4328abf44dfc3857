import { expect, test } from "vitest";
import { readPasted, readShared } from "./read";

const card = [
  "BEGIN:VCARD",
  "VERSION:3.0",
  "FN:Zoë Quill",
  "ORG:Ink & Co;Novels",
  "TITLE:Writer",
  "EMAIL:zoe@example.test",
  "TEL;TYPE=cell:+44 20 7946 0018",
  "TEL;TYPE=work:0171 234567",
  "URL:https://example.test/zoe",
  "URL:https://www.linkedin.com/in/zoe-quill",
  "END:VCARD",
].join("\r\n");

test("a card", async () => {
  expect(await readPasted(`\n${card}\n`)).toEqual({
    isGuess: false,
    person: {
      ...{ fullName: "Zoë Quill", company: "Ink & Co", position: "Writer", location: "", notes: "", tags: "" },
      ...{ emails: ["zoe@example.test"], phones: ["+44 20 7946 0018", "0171 234567"] },
      ...{ links: ["https://example.test/zoe"], linkedIn: ["https://www.linkedin.com/in/zoe-quill/"] },
    },
  });
  expect((await readPasted(card.replace("Zoë Quill", "Zoë\0 Quill")))?.person.fullName).toBe("Zoë Quill");
  expect(await readPasted("BEGIN:VCARD\nEND:VCARD")).toBeNull();
});

test.each([
  ["https://www.linkedin.com/in/nadia-petrov-12ab/", "Nadia Petrov"],
  ["linkedin.com/in/anna-von-berg", "Anna von Berg"],
  ["https://de.linkedin.com/in/j%C3%B6rg-m%C3%BCller-1a2b3c?trk=x", "Jörg Müller"],
  ["https://www.linkedin.com/in/nadiapetrov", ""],
  ["https://www.linkedin.com/in/agent-007-x", ""],
])("the address %s is a guess at %s", async (address, fullName) => {
  const read = await readPasted(address);
  expect(read?.person.fullName).toBe(fullName);
  expect(read?.isGuess).toBe(fullName !== "");
  expect(read?.person.linkedIn).toHaveLength(1);
});

test("what another program shares", async () => {
  const url = "https://www.linkedin.com/in/nadia-petrov-12ab";
  expect(await readShared({ title: "Nadia K. Petrov - Chemist - Acme | LinkedIn", url })).toMatchObject({
    ...{ isGuess: false, person: { fullName: "Nadia K. Petrov", linkedIn: [`${url}/`] } },
  });
  expect(await readShared({ text: url })).toMatchObject({ isGuess: true, person: { fullName: "Nadia Petrov" } });
  expect(await readShared({ name: "Ada" })).toMatchObject({ isGuess: false, person: { fullName: "Ada" } });
  expect(await readShared({ title: "The weather in Leeds", url: "https://weather.example/leeds" })).toMatchObject({
    person: { fullName: "", links: ["https://weather.example/leeds"] },
  });
  expect(await readShared({ text: "See this profile: https://de.linkedin.com/in/ada-byron-1a2b3c." })).toMatchObject({
    ...{ isGuess: true, person: { fullName: "Ada Byron" } },
  });
  expect(await readShared({ url: "https://example.com/in/ada", text: "hello ".repeat(50_000) })).toMatchObject({
    person: { fullName: "" },
  });
  expect(await readShared({})).toBeNull();
});

test("nothing of a person is nothing", async () => {
  expect(await readPasted("")).toBeNull();
  expect(await readPasted("see you tomorrow")).toBeNull();
});
