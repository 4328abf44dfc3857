// By what somebody is recognised in other people's notes, as one regular expression of Postgres: their full name, e-mails,
// phone numbers and LinkedIn addresses. Whatever could as well mean somebody else is not in it, nor what is part of something
// longer: john-smith is not in john-smith-4567, nor ada@home.example in mary.ada@home.example.

/**
 * How somebody is known: names as written, e-mails and phones as written or normalised, slugs. `others`: names of other people
 * that hold one of theirs ("Mary Ann Lee").
 */
export type Known = { names: string[]; others: string[]; emails: string[]; phones: string[]; slugs: string[] };

const fewestDigits = 7;
const shortestSlug = 6;

/** A name of one word may be any word. */
export const isTelling = (name: string) => wordsOf(name).length > 1;

/** Null where there is nothing to recognise them by. */
export function patternOf({ names, others, emails, phones, slugs }: Known): string | null {
  const written = [
    ...names.filter(isTelling).flatMap((name) => namePatterns(name, others)),
    ...emails.map((email) => `${notAfter("[-+._']*")}${escaped(email)}${notBefore("[-_]*", "[.]")}`),
    ...phones.flatMap(phonePattern),
    ...slugs.flatMap(slugPatterns),
  ];
  if (written.length === 0) return null;
  const longestFirst = [...new Set(written)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join("|")})`;
}

const wordsOf = (name: string) => name.trim().split(/\s+/).filter(Boolean);

/** Nothing that a word ends with, and then `join`, may stand before it. */
const notAfter = (join = "") => `(?<![[:alnum:]]${join})`;
const notBefore = (...joins: string[]) => `(?!${joins.map((join) => `${join}[[:alnum:]]`).join("|")})`;

/** What stands between two words of one line, but for a stop. */
const sameLine = "[-'’ \u00a0\t]*";

/** "Ada Byron"; and "Byron, Ada" where nothing but that is between two stops: "Bo Byron, Ada Love" are two others. */
function namePatterns(name: string, others: string[]): string[] {
  const words = wordsOf(name);
  const first = spaced(words.slice(0, -1).join(" "));
  const last = escaped(words.at(-1) ?? "");
  const { before, after } = aroundIn(others, words);
  return [
    `${notAfter("-?")}${before}${spaced(words.join(" "))}${notBefore("-?")}${after}`,
    `${notAfter(sameLine)}${last},[[:space:]]*${first}${notBefore(sameLine)}`,
  ];
}

/** What the names of others have around theirs may not stand there. */
function aroundIn(others: string[], words: string[]): { before: string; after: string } {
  const within = new RegExp(`^(.*?)${words.map(escaped).join("\\s+")}(.*)$`, "isu");
  const found = others.map((other) => within.exec(other.trim()) ?? []);
  const around = (side: 1 | 2, look: "?<!" | "?!") =>
    [...new Set(found.map((parts) => parts[side]))].map((part) => (part ? `(${look}${spaced(part)})` : "")).join("");
  return { before: around(1, "?<!"), after: around(2, "?!") };
}

const spaced = (text: string) => escaped(text).replace(/\s+/g, "[[:space:]]+");

/** What parts the digits of one number. */
const parting = "[ \u00a0()./-]*";

/** However its digits are grouped; 00 may stand for the plus before a country's code. */
function phonePattern(phone: string): string[] {
  const digits = [...phone.replace(/\D/g, "")];
  if (digits.length < fewestDigits) return [];
  const number = `${digits.join("[[:space:]()./-]*")}(?!${parting}[[:digit:]])${notBefore("")}`;
  const alone = `(?<![+[:digit:]]${parting})${notAfter()}`;
  return [...(phone.includes("+") ? [`${notAfter()}(?:[+]|00[[:space:]]*)${number}`] : []), `${alone}${number}`];
}

/** In an address; by itself only where it is no word that people write. */
function slugPatterns(slug: string): string[] {
  const telling = slug.length >= shortestSlug && /[-_\d]/.test(slug);
  const spellings = [slug, encodeURIComponent(slug)].map(escaped);
  const end = `${notBefore("[-_]*")}(?!%[0-9a-f]|@)`;
  return spellings.map((spelling) => `${telling ? notAfter("[-_]*") : "(?<=/in/)"}${spelling}${end}`);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
