import { expect, test } from "vitest";
import { contactsAddress } from "./address";
import { contactQuery } from "./schema";

const query = contactQuery.parse({ q: "åse & co", verdict: "READY", sort: "strength", after: "x.1" });

test("an address is read as the query it was made from", () => {
  const address = contactsAddress(query, { after: query.after });
  expect(contactQuery.parse(Object.fromEntries(new URL(address, "http://x").searchParams))).toEqual(query);
});

test("whatever changes, the list starts at its first page", () => {
  expect(contactsAddress(query, { verdict: undefined })).toBe("/contacts?q=%C3%A5se+%26+co&sort=strength");
});

test("nothing asked, nothing in the address", () => {
  expect(contactsAddress(contactQuery.parse({}))).toBe("/contacts");
});
