// What a contact is recognised by, made of what is written about them: forms of the name that don't depend on script,
// accents, order or fashion, and the ways to reach them. duplicate_score compares these in the database.
import anyAscii from "any-ascii";
import { normaliseEmail, normalisePhone } from "@/lib/contacts/contact-point";
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import { namesBehind } from "./nicknames";

export type Known = {
  fullName: string;
  company: string | null;
  emails: string[];
  phones: string[];
  links: string[];
  slugs: string[];
};

/** As duplicate_trait has them; `names` and `reach` become its keys. */
export type Traits = {
  name: string;
  words: string;
  given: string[];
  family: string;
  sound: string;
  latin: boolean;
  company: string;
  emails: string[];
  phones: string[];
  slugs: string[];
  profiles: string[];
  names: string[];
  reach: string[];
};

const longest = 200;

export function traitsOf(known: Known): Traits {
  const tokens = nameTokens(known.fullName);
  const folded = tokens.map(foldWord);
  const [first = "", ...rest] = folded;
  const family = rest.at(-1) ?? "";
  const given = [...new Set([first, ...namesBehind(tokens[0] ?? "").map(foldWord)])].filter(Boolean);
  const company = companyName(known.company ?? "");
  const emails = unique(known.emails.map(mailbox));
  const phones = unique(known.phones.map(significantDigits));
  const slugs = unique(known.slugs.map(plainSlug));
  const profiles = unique([...slugs, ...known.links.map((link) => linkedInSlug(link))]);
  const words = [...folded].sort().join(" ");
  const sound = folded.map(soundOf).filter(Boolean).sort().join(" ");
  return {
    name: tokens.join(" "),
    words,
    given,
    family,
    sound,
    latin: !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(known.fullName),
    company,
    emails,
    phones,
    slugs,
    profiles,
    names: nameKeys({ words, given, others: rest, family, sound, company }),
    reach: [
      ...emails.map((email) => `e:${email}`),
      ...phones.map((phone) => `p:${phone}`),
      ...profiles.map((slug) => `l:${slug}`),
    ],
  };
}

/** What the contacts of a block share. The first is the whole name's: how many share it says how much the name proves. */
function nameKeys({
  words,
  given,
  others,
  family,
  sound,
  company,
}: Record<"words" | "family" | "sound" | "company", string> & { given: string[]; others: string[] }) {
  if (words === "") return [];
  const whole = `n:${words}`;
  if (others.length === 0) return [whole, `x:${sound}`];
  // In Spanish, and after a marriage, the last of the names isn't the one they all have.
  const surnames = unique([family, ...others.filter((word) => word.length > 1)]).slice(0, 3);
  return unique([
    whole,
    ...given.slice(0, 4).flatMap((name) => surnames.map((surname) => `n:${[name, surname].sort().join(" ")}`)),
    `x:${sound}`,
    company && `i:${given[0]?.[0]} ${family} ${company}`,
    company && `g:${given.at(-1)} ${company}`,
  ]);
}

const titles = new Set(
  "dr prof professor mr mrs ms miss mx sir dame rev ing dipl mag phd mba msc bsc ma ba md dds cpa cfa pmp esq jr sr ii iii iv".split(
    " ",
  ),
);
const surnameFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}$/u;

/** "Dr. Berg, Anna K. (she/her) 🌱" is anna, berg: Latin, lower case, given name first, without titles and middle initials. */
function nameTokens(fullName: string): string[] {
  const written = fullName
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/[([{"“„«][^)\]}"”“»]{0,80}[)\]}"”“»]/gu, " ")
    .replace(/[^\p{L}\p{M}\p{N}\s,'’.-]/gu, " ")
    .trim();
  const [before = "", after = ""] = written.split(",").map((part) => part.trim());
  const isTitle = (part: string) =>
    part.split(/[\s.]+/).every((word) => titles.has(word.toLowerCase()) || word.length < 2);
  const ordered = after && !isTitle(after) ? `${after} ${before}` : before;
  const spread = surnameFirst.test(ordered) ? `${ordered.slice(1)} ${ordered[0]}` : ordered;
  const words = spread
    .split(/[\s.-]+/)
    .map((word) =>
      anyAscii(word)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ""),
    )
    .filter((word) => word !== "");
  const named = words.filter((word) => !titles.has(word));
  return named.filter((word, at) => word.length > 1 || at === 0 || at === named.length - 1);
}

/** One spelling of what is written in several: Müller and Mueller, Sergey and Sergei, Philip and Phillip. */
function foldWord(word: string): string {
  return word
    .replace(/([aou])e/g, "$1")
    .replace(/y/g, "i")
    .replace(/(.)\1+/g, "$1");
}

const classes: readonly [RegExp, string][] = [
  [/ph/g, "f"],
  [/sch|tsch|tch|sh|ch|cz|sz/g, "s"],
  [/th/g, "t"],
  [/ck|kh|gh|[cqgk]/g, "k"],
  [/x/g, "ks"],
  [/[vw]/g, "f"],
  [/z/g, "s"],
  [/d/g, "t"],
  [/b/g, "p"],
  [/[aeiouhj]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** The consonants, alike ones as one: what survives being heard, misspelled or written in a script without vowels. */
export function soundOf(word: string): string {
  const sound = classes.reduce((text, [these, one]) => text.replace(these, one), word);
  return sound || word.slice(0, 1);
}

const legalForms =
  /\b(incorporated|inc|llc|ltd|limited|gmbh|mbh|ag|se|kg|as|asa|ab|oy|oyj|aps|sa|sas|sarl|srl|spa|bv|nv|plc|corp|corporation|company|co|group|holding|holdings|international|the)\b/g;

/** A company without its legal form, accents and signs; "" where none is written. */
function companyName(company: string): string {
  const plain = anyAscii(company.slice(0, longest))
    .toLowerCase()
    .replace(/[.'’]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return plain.replace(legalForms, " ").replace(/\s+/g, " ").trim() || plain;
}

const sharedMailboxes = new Set(
  "info office contact hello hi mail email post admin sales support team service kontakt hallo noreply no-reply help jobs hr press".split(
    " ",
  ),
);

/** The mailbox behind an address, null for one that nobody has alone. */
function mailbox(email: string): string | null {
  const [local = "", domain = ""] = normaliseEmail(email).split("@");
  const box = local.replace(/\+.*$/, "");
  if (!box || !domain || sharedMailboxes.has(box)) return null;
  if (domain === "gmail.com" || domain === "googlemail.com") return `${box.replaceAll(".", "")}@gmail.com`;
  return `${box}@${domain}`;
}

/** The end of a number, which is the same with and without a country code; null for one too short to be anybody's own. */
function significantDigits(phone: string): string | null {
  const digits = normalisePhone(phone.replace(/(ext|x)\.?\s?\d+$/i, ""))
    .replace(/^\+/, "")
    .replace(/^0+/, "");
  return digits.length < 7 ? null : digits.slice(-8);
}

/** Slugs are kept decoded; one that was written by other means may not be. */
const plainSlug = (slug: string) =>
  linkedInSlug(`https://www.linkedin.com/${slug.startsWith("pub/") ? slug : `in/${slug}`}`) ?? slug;

function unique(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== ""))] as string[];
}
