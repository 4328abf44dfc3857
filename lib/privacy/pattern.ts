// By what somebody is recognised in other people's notes, as one regular expression of Postgres: their full name, e-mails,
// phone numbers and LinkedIn addresses. Whatever could as well mean somebody else is not in it.

/** How somebody is known: names as written, e-mails and phones as written or normalised, slugs. */
export type Known = { names: string[]; emails: string[]; phones: string[]; slugs: string[] };

const fewestDigits = 7;
const shortestSlug = 6;

/** A name of one word may be any word. */
export const isTelling = (name: string) => wordsOf(name).length > 1;

/** Null where there is nothing to recognise them by. */
export function patternOf({ names, emails, phones, slugs }: Known): string | null {
  const written = [
    ...names.filter(isTelling).flatMap(namePatterns),
    ...emails.map(escaped),
    ...phones.flatMap(phonePattern),
    ...slugs.flatMap(slugPatterns),
  ];
  if (written.length === 0) return null;
  const longestFirst = [...new Set(written)].sort((a, b) => b.length - a.length);
  return `(?<![[:alnum:]])(${longestFirst.join("|")})(?![[:alnum:]])`;
}

const wordsOf = (name: string) => name.trim().split(/\s+/).filter(Boolean);

/** "Ada Byron" and "Byron, Ada", whatever the spaces between. */
function namePatterns(name: string): string[] {
  const words = wordsOf(name).map(escaped);
  const last = words.at(-1) ?? "";
  const first = words.slice(0, -1).join("[[:space:]]+");
  return [words.join("[[:space:]]+"), `${last},[[:space:]]*${first}`];
}

/** However its digits are grouped; 00 may stand for the plus before a country's code. */
function phonePattern(phone: string): string[] {
  const digits = [...phone.replace(/\D/g, "")];
  return digits.length < fewestDigits
    ? []
    : [`${phone.includes("+") ? "(?:[+]|00[[:space:]]*)?" : ""}${digits.join("[[:space:]()./-]*")}`];
}

/** In an address; by itself only where it is no word that people write. */
function slugPatterns(slug: string): string[] {
  const telling = slug.length >= shortestSlug && /[-_\d]/.test(slug);
  const spellings = [slug, encodeURIComponent(slug)].map(escaped);
  return spellings.map((spelling) => (telling ? spelling : `(?<=/in/)${spelling}`));
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
