// Profile addresses as people paste them and as LinkedIn's files write them, reduced to one slug that can be
// compared. A slug is what linkedin_alias keeps: decoded, NFC, lower case; "pub/a/b/c/d" for the old addresses.

/** A slug on LinkedIn has at most 100 characters; longer than this is no address. */
const longestSlug = 300;
const longestAddress = 3000;

// One label at most before the domain (www., de., m.): evil-linkedin.com and linkedin.com.evil.org are not it.
const profile = /^(?:(?:https?:)?\/\/)?(?:[a-z0-9-]+\.)?linkedin\.com(?::\d{1,5})?\/(in|pub)\/([^?#]+)/i;

/** As LinkedIn's files write nearly all of them: nothing in it to decode or to compare. */
const plain = /^https:\/\/www\.linkedin\.com\/in\/([a-z0-9-]{1,100})\/?$/;

/**
 * The slug of a profile address in any shape (with or without scheme, host label, locale, query; encoded or not),
 * or null where the text is not the address of a profile.
 */
export function linkedInSlug(text: string): string | null {
  const slugOfPlain = plain.exec(text)?.[1];
  if (slugOfPlain) return slugOfPlain;
  const trimmed = text.trim();
  if (trimmed.length > longestAddress) return null;
  const match = profile.exec(trimmed);
  if (!match?.[1] || !match[2]) return null;
  const segments = match[2].split("/").filter(Boolean).map(comparable);
  const first = segments[0];
  if (first === undefined) return null;
  // A new address has one part that counts (a locale or a page of the profile may follow), an old one has four.
  const isOld = match[1].toLowerCase() === "pub";
  const slug = isOld ? ["pub", ...segments.slice(0, 4)].join("/") : first;
  const parts = isOld ? segments.slice(0, 4) : [first];
  return slug.length <= longestSlug && parts.every(isPlain) ? slug : null;
}

/** The address a person may open, for a slug that `linkedInSlug` gave. */
export function linkedInAddress(slug: string): string {
  const [first, ...rest] = slug.split("/");
  const path = first === "pub" && rest.length > 0 ? ["pub", ...rest] : ["in", slug];
  return `https://www.linkedin.com/${path.map(encodeURIComponent).join("/")}/`;
}

function comparable(segment: string): string {
  let decoded = segment;
  try {
    decoded = decodeURIComponent(segment); // once: %2541 is the slug "%41"
  } catch {
    // not an encoding: LinkedIn's own files hold such slugs, and they match as they stand
  }
  return decoded.toWellFormed().normalize("NFC").toLowerCase().normalize("NFC");
}

/** A decoded slash would make another address of it; spaces and control characters are never in a slug. */
function isPlain(segment: string): boolean {
  return !/[\s/\\\p{Cc}]/u.test(segment) && segment !== "." && segment !== "..";
}
