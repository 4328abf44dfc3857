import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { isOwnPage, originOf, pageOf, webLink } from "./source";

const database = testDatabase();

const links = [
  "https://www.Nordlys.example/team/",
  "http://nordlys.example:8080/a?b#c",
  "nordlys.example",
  "https://ada@nordlys.example/x",
  "https://sub.nordlys.example./",
  "linkedin.com/in/ada-lovelace/",
  "not a link",
  "",
  "mailto:ada@nordlys.example",
];

test("the form names the same origin as the database counts", async () => {
  for (const url of [...links, null]) {
    for (const name of ["  Oslo University ", "", null]) {
      const { rows } = await database.admin.query<{ origin: string; page: string | null }>(
        "select check_origin($1, $2) as origin, page_of($1) as page",
        [url, name],
      );
      expect([url, name, originOf(url, name)]).toEqual([url, name, rows[0]?.origin]);
      expect([url, pageOf(url ?? "")]).toEqual([url, rows[0]?.page]);
    }
  }
});

test("links are http or https; what has no scheme gets the latter", () => {
  expect(webLink(" nordlys.example/team ")).toBe("https://nordlys.example/team");
  expect(webLink("nordlys.example:8080/team")).toBe("https://nordlys.example:8080/team");
  expect(webLink("http://nordlys.example/#board")).toBe("http://nordlys.example/#board");
  const refused = ["javascript:alert(1)", "javascript://x.example/%0aalert(1)", "data:text/html,x", "ftp://x.example"];
  for (const typed of [...refused, "mailto:ada@x.example", "Ada told me", "nordlys", "https://ada:pw@x.example"]) {
    expect([typed, webLink(typed)]).toEqual([typed, null]);
  }
});

test("what stands on their own page is their own word", () => {
  const own = ["https://www.ada.example", "linkedin.com/in/ada"];
  expect(isOwnPage("https://ada.example/about", null, own)).toBe(true);
  expect(isOwnPage("https://www.linkedin.com/in/ada/", null, own)).toBe(true);
  expect(isOwnPage("https://www.linkedin.com/in/adam", null, own)).toBe(false);
  expect(isOwnPage("https://ada.example.org", null, own)).toBe(false);
  expect(isOwnPage(null, "ada.example", own)).toBe(true);
});
