// One card of a .vcf file, of version 2.1, 3.0 or 4.0.
import { type PersonInFile, type Reach, readPerson } from "../contacts/person";
import { filled, fullName, type ReadRow } from "../file/staged-row";
import type { Component } from "../lines/components";
import { vouchProduct } from "../lines/product";
import { type Property, parts, readProperty, unescaped, valueText } from "../lines/property";

/** All Vouch reads of a card. Pictures, sounds and keys are among what it doesn't. */
const read = new Set([
  ...["VERSION", "KIND", "X-ADDRESSBOOKSERVER-KIND", "FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "URL"],
  ...["SOCIALPROFILE", "X-SOCIALPROFILE", "ADR", "NOTE", "CATEGORIES", "X-ABLABEL", "PRODID", "UID"],
]);

/** How a card marks what the telephone company or the screen needs to know, not what a person calls it. */
const notLabels = new Set(["PREF", "INTERNET", "VOICE", "TEXT", "X-INTERNET", "MSG"]);

export function readCard(card: Component): ReadRow {
  const { line } = card;
  const out = (outcome: "SKIPPED" | "FAILED", reason: string, fields = {}): ReadRow => ({
    row: { line, fields, outcome, reason },
  });
  const isOld = card.lines.some(({ text }) => /^version[ \t]*:[ \t]*2\.1/i.test(text));
  const properties = card.lines.flatMap((written) => readProperty(written, isOld ? " " : "") ?? []);
  const wanted = properties.filter(({ name }) => read.has(name));
  const texts = new Map<Property, string>();
  let isReadable = true;
  for (const property of wanted) {
    const text = valueText(property);
    if (text === null) isReadable = false;
    texts.set(property, text ?? "");
  }
  const { person, kind } = personOf(wanted, texts, isOld);
  const raw = filled({
    fullName: person.fullName,
    companies: person.company,
    title: person.position,
    emails: person.emails.map(({ value }) => value).join("\n"),
    phones: person.phones.map(({ value }) => value).join("\n"),
    location: person.location,
    profiles: person.links.map(({ value }) => value).join("\n"),
  });
  if (kind === "group") return out("SKIPPED", "group");
  if (!card.isWhole) return out("FAILED", "unfinished", raw);
  if (!isReadable) return out("FAILED", "letters", raw);
  if (wanted.some(({ isCut }) => isCut))
    return out("FAILED", "tooLong", { fullName: person.fullName.slice(0, 300).toWellFormed() });
  return readPerson(line, person, raw);
}

function personOf(properties: Property[], texts: Map<Property, string>, isOld: boolean) {
  const plain = (text: string) => (isOld ? text.replace(/\\([;:\\])/g, "$1") : unescaped(text)).trim();
  const all = (name: string) =>
    properties.filter((property) => property.name === name).sort((a, b) => rankOf(a) - rankOf(b));
  const text = (property: Property) => texts.get(property) ?? "";
  const first = (name: string) =>
    all(name)
      .map((property) => plain(text(property)))
      .find(Boolean) ?? "";
  // Apple's way: a line of the same group holds the label, marked where it is one of its own ("_$!<Other>!$_").
  const labels = new Map(
    all("X-ABLABEL").map((label) => [label.group, plain(text(label)).replace(/^_\$!<(.*)>!\$_$/, "$1")]),
  );
  const reaches = (name: string): Reach[] =>
    all(name).map((property) => ({
      value: plain(text(property)),
      label: (property.group && labels.get(property.group)) || labelOf(property),
    }));

  const [family = "", given = "", middle = "", prefix = "", suffix = ""] = parts(all("N").map(text)[0] ?? "", ";").map(
    plain,
  );
  const person: PersonInFile = {
    id: first("PRODID") === vouchProduct ? first("UID").replace(/^urn:uuid:/i, "") : "",
    fullName: first("FN") || fullName(prefix, given, middle, family, suffix),
    company: parts(all("ORG").map(text).find(Boolean) ?? "", ";").map(plain)[0] ?? "",
    position: first("TITLE") || first("ROLE"),
    location:
      all("ADR")
        .map((address) => placeOf(parts(text(address), ";").map(plain)))
        .find(Boolean) ?? "",
    howWeMet: "",
    notes: all("NOTE")
      .map((note) => plain(text(note)))
      .filter(Boolean)
      .join("\n\n"),
    emails: reaches("EMAIL").map((email) => ({ ...email, value: email.value.replace(/^mailto:/i, "") })),
    phones: reaches("TEL").map((phone) => ({
      ...phone,
      value: phone.value.replace(/^tel:/i, "").replace(/;ext=/i, " x"),
    })),
    links: [...reaches("URL"), ...reaches("SOCIALPROFILE"), ...reaches("X-SOCIALPROFILE")].map((link) => ({
      ...link,
      value: link.value.replace(/^x-apple:.*/i, ""),
    })),
    tags: all("CATEGORIES").flatMap((tags) => parts(text(tags), ",").map(plain)),
  };
  const kind = (first("KIND") || first("X-ADDRESSBOOKSERVER-KIND")).toLowerCase();
  return { person, kind };
}

/** Version 4.0 numbers what its owner prefers, from 1; everything else stays in the order it has. */
function rankOf({ params }: Property): number {
  return Number(params.get("PREF")?.[0]) || 101;
}

/** Town and country of a structured address. */
function placeOf([, , , town = "", , , country = ""]: string[]): string {
  return [town, country].filter(Boolean).join(", ");
}

function labelOf({ params }: Property): string {
  const types = (params.get("TYPE") ?? []).flatMap((type) => type.split(",")); // 4.0 puts several into one pair of quotes
  const label = types.find((type) => type && !notLabels.has(type.toUpperCase()) && !/^pref/i.test(type)) ?? "";
  const isOneCase = label === label.toUpperCase() || label === label.toLowerCase();
  return isOneCase ? label.slice(0, 1).toUpperCase() + label.slice(1).toLowerCase() : label;
}
