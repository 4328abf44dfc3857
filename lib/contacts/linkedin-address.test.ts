import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkedInAddress, linkedInSlug } from "./linkedin-address";

describe("one person, every shape of address", () => {
  test.each([
    "https://www.linkedin.com/in/jane-doe",
    "https://www.linkedin.com/in/jane-doe/",
    "http://linkedin.com/in/Jane-Doe",
    "//www.linkedin.com/in/jane-doe",
    "www.linkedin.com/in/jane-doe",
    "linkedin.com/in/jane-doe",
    "  https://de.linkedin.com/in/jane-doe?originalSubdomain=de  ",
    "https://www.linkedin.com/in/jane-doe/de-de#about",
    "https://www.linkedin.com/in/jane-doe/details/recommendations/",
    "HTTPS://WWW.LINKEDIN.COM/IN/JANE-DOE",
    "\uFEFFhttps://m.linkedin.com/in/jane-doe",
  ])("%s", (address) => expect(linkedInSlug(address)).toBe("jane-doe"));
});

test("an encoded slug, a raw one and a decomposed one are the same", () => {
  const slug = "zoë-müller-名";
  expect(linkedInSlug("https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller-%E5%90%8D")).toBe(slug);
  expect(linkedInSlug("https://www.linkedin.com/in/ZOË-MÜLLER-名")).toBe(slug);
  expect(linkedInSlug("https://www.linkedin.com/in/zoe\u0308-mu\u0308ller-名")).toBe(slug);
});

test("decoded once, and kept as it is where it is no encoding", () => {
  expect(linkedInSlug("linkedin.com/in/a%2541")).toBe("a%41");
  expect(linkedInSlug("linkedin.com/in/100%-jane")).toBe("100%-jane");
  expect(linkedInSlug("linkedin.com/in/%E0%A4")).toBe("%e0%a4");
});

test("an old address stays an alias of its own", () => {
  expect(linkedInSlug("http://www.linkedin.com/pub/jane-doe/1/23/456?trk=x")).toBe("pub/jane-doe/1/23/456");
  expect(linkedInAddress("pub/jane-doe/1/23/456")).toBe("https://www.linkedin.com/pub/jane-doe/1/23/456/");
});

test.each([
  "",
  "jane-doe",
  "https://evil-linkedin.com/in/jane-doe",
  "https://linkedin.com.evil.org/in/jane-doe",
  "https://a.b.linkedin.com/in/jane-doe",
  "https://evil.org/https://linkedin.com/in/jane-doe",
  "https://linkedin.com@evil.org/in/jane-doe",
  "javascript:alert(1)//linkedin.com/in/jane-doe",
  "https://www.linkedin.com/company/acme",
  "https://www.linkedin.com/in/",
  "https://www.linkedin.com/in/?x=1",
  "https://www.linkedin.com/in/a%2Fb",
  "https://www.linkedin.com/in/jane%00doe",
  "https://www.linkedin.com/in/jane doe",
  `https://www.linkedin.com/in/${"a".repeat(301)}`,
])("not a profile: %s", (text) => expect(linkedInSlug(text)).toBeNull());

test("the address of a slug leads back to that slug", () => {
  expect(linkedInAddress("zoë")).toBe("https://www.linkedin.com/in/zo%C3%AB/");
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (raw) => {
      const slug = linkedInSlug(`https://www.linkedin.com/in/${raw}`);
      if (slug !== null) expect(linkedInSlug(linkedInAddress(slug))).toBe(slug);
    }),
    { numRuns: 2000 },
  );
});

test("a hostile text is answered at once", () => {
  expect(linkedInSlug("linkedin.com/in/".repeat(4000))).toBeNull();
  expect(linkedInSlug(`${"-".repeat(2000)}.linkedin.com/in/`)).toBeNull();
});

test("the short way for plain addresses tells what the long one tells", () => {
  const slug = fc.string({ unit: fc.constantFrom(..."abz019-_.%2fAÉ /?#"), maxLength: 12 });
  fc.assert(
    fc.property(slug, (text) => {
      const address = `www.linkedin.com/in/${text}`;
      expect(linkedInSlug(`https://${address}`)).toBe(linkedInSlug(`HTTPS://${address}`));
    }),
    { numRuns: 2_000 },
  );
});
