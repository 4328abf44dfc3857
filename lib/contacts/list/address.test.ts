import { expect, test } from "vitest";
import { contactsAddress } from "./address";
import { contactQuery } from "./schema";

const query = contactQuery.parse({
  q: 'åse & co verdict:ready tag:"old friends" strength:>60',
  sort: "strength",
  order: "asc",
  after: "x.1",
});

test("an address is read as the query it was made from, and reads as it was typed", () => {
  const address = contactsAddress(query, { after: query.after });
  expect(contactQuery.parse(Object.fromEntries(new URL(address, "http://x").searchParams))).toEqual(query);
  expect(contactsAddress(contactQuery.parse({ q: "verdict:ready tag:berlin" }))).toBe(
    "/contacts?q=verdict:ready+tag:berlin",
  );
});

test("whatever changes, the list starts at its first page", () => {
  expect(contactsAddress(query, { terms: query.terms.slice(0, 1), reversed: false })).toBe(
    "/contacts?q=%C3%A5se&sort=strength",
  );
});

test("nothing asked, nothing in the address", () => {
  expect(contactsAddress(contactQuery.parse({}))).toBe("/contacts");
});

test("an address from before there was a syntax says the same", () => {
  const former = contactQuery.parse({
    q: "anna",
    verdict: "READY",
    band: "strong",
    missing: "nonsense",
    soon: "fading",
  });
  expect(contactsAddress(former)).toBe("/contacts?q=anna+verdict:ready+band:strong+soon:fading");
});
