// An archive with every kind of file in it, in the words of a language. Whatever the language, it says the same.
import { csv } from "../linkedin-files";
import { type Archive, address, company, encoded, me, noa, profile, uma, zoe } from "./people";

export type Language = {
  /** Of each kind the columns in LinkedIn's order, joined by commas. */
  columns: Record<
    | "connections"
    | "invitations"
    | "messages"
    | "recommendations"
    | "endorsementsReceived"
    | "endorsementsGiven"
    | "contacts"
    | "notes",
    string
  >;
  recommendationsGiven: string;
  recommendationsReceived: string;
  values: Record<"outgoing" | "incoming" | "yes" | "no" | "spam" | "member" | "pending" | "visible", string>;
  /** Of a connection. */
  day: (at: Date) => string;
  /** Of everything else. */
  moment: (at: Date) => string;
};

/** As the language's programs write a date. */
export const written = (language: string, options: Intl.DateTimeFormatOptions) => (at: Date) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(at);

const olive = address("olive-owner");

export function archiveIn({ columns, values, ...language }: Language, { isResaved = false } = {}): Archive {
  const resaved = isResaved ? { delimiter: ";", newline: "\r\n" } : {};
  const table = (kind: keyof typeof columns, rows: string[][]) => csv([columns[kind].split(","), ...rows]);
  const day = (iso: string) => language.day(new Date(iso));
  const at = (iso: string) => language.moment(new Date(`${iso}Z`));
  const toMe = (from: string, url: string, when: string, subject: string, content: string) =>
    ["2-a", "", from, url, me, olive, at(when), subject, content] as const;
  const toZoe = ["2-a", "", me, olive, zoe.name, address(zoe.slug)];
  const inbox = ["INBOX", "", values.no, values.no];
  return {
    "Connections.csv": `${isResaved ? "\uFEFF" : ""}${csv(
      [
        columns.connections.split(","),
        [zoe.first, zoe.last, encoded(zoe.slug), "zoe@example.test", "Ink & Co", "Writer", day("2016-12-22")],
        [noa.first, noa.last, encoded(noa.slug), "", company, "007", isResaved ? "5-Jan-17" : day("2017-01-05")],
        ["", "", "", "", "", "", day("2017-01-06")],
      ],
      resaved,
    )}`,
    "Invitations.csv": table("invitations", [
      [me, zoe.name, at("2016-12-20T10:11"), "Hello Zoë", values.outgoing, olive, address(zoe.slug)],
      [me, "Sam Sent", at("2023-01-05T10:11"), "", values.outgoing, olive, address("sam-sent")],
      ["Rita Received", me, at("2023-01-06T22:11"), "We met, in Oslo", values.incoming, address("rita"), olive],
    ]),
    "messages.csv": table("messages", [
      [...toZoe, at("2023-12-01T10:11"), "Hello", "Two\nlines", ...inbox],
      [...toMe(zoe.name, address(zoe.slug), "2023-12-02T08:00", "", "Yes, and?"), ...inbox],
      [...toMe("", "", "2023-12-03T08:00", "Offer", "Sponsored"), ...inbox],
      [...toMe(values.member, "", "2023-12-03T09:00", "", "Gone"), ...inbox],
      [...toMe("Stan, Stranger", address("stan"), "2023-12-04T09:00", "", "Buy"), ...inbox],
      [
        ...["2-f", "", me, olive, `${zoe.name},${noa.name}`, `${address(zoe.slug)},${address(noa.slug)}`],
        ...[at("2023-12-05T10:00"), "", "Both of you", ...inbox],
      ],
      ["2-g", "", me, olive, values.member, "", at("2023-12-06T10:00"), "", "Who?", ...inbox],
      [...toZoe, at("2024-01-01T10:00"), "", "Not sent", "INBOX", "", values.no, values.yes],
      [
        ...toMe("Stan, Stranger", address("stan"), "2023-12-04T09:00", "", "Buy"),
        ...[values.spam, "", values.no, values.no],
      ],
    ]),
    [language.recommendationsGiven]: table("recommendations", [
      [zoe.first, zoe.last, "Ink & Co", "Writer", "Zoë writes\n“beautifully”.", at("2009-07-21T12:11"), ""],
    ]),
    [language.recommendationsReceived]: table("recommendations", [
      [uma.first, uma.last, "Acme, Inc.", "Boss", "Olive is great.", at("2015-11-02T08:00"), values.visible],
      [uma.first, uma.last, "Acme, Inc.", "Boss", "Not yet.", at("2015-11-03T08:00"), values.pending],
    ]),
    "Endorsement_Received_Info.csv": table("endorsementsReceived", [
      [at("2024-02-01T15:02"), "Writing", zoe.first, zoe.last, `www.linkedin.com/in/${zoe.slug}`, "ACCEPTED"],
    ]),
    "Endorsement_Given_Info.csv": table("endorsementsGiven", [
      [at("2024-02-01T15:02"), "Writing", zoe.first, zoe.last, `www.linkedin.com/in/${zoe.slug}`, "ACCEPTED"],
    ]),
    "ImportedContacts.csv": table("contacts", [
      ["GOOGLE", zoe.first, zoe.last, "", "", "zoe@example.test", "+44 020 7946 0018"],
      ["GOOGLE", "Bo", "Book", "Shop", "", "bo@example.test,bo@work.test", "0049 30 123456"],
    ]),
    "Notes.csv": table("notes", [
      [zoe.first, zoe.last, address(zoe.slug), "Likes, commas\nand tea", day("2026-01-02"), ""],
    ]),
    ...profile,
  };
}
