// What was pasted for an invitation: the sender's profile address, and the message with it, in one field. Safe in the
// browser, where the name is guessed while somebody types.
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import { typedSlug } from "@/lib/contacts/typed-slug";

export type Pasted = {
  slug: string | null;
  message: string | null;
  /** An address stands first, but not one of LinkedIn's; or one of LinkedIn's that is nobody's profile. */
  problem: "notLinkedIn" | "notProfile" | null;
};

export const longestPasted = 5_000;

/** The first profile address anywhere in the text is the sender's; what remains is the message. */
export function readPasted(text: string): Pasted {
  const written = text.slice(0, longestPasted);
  const words = [...written.matchAll(/\S+/g)];
  for (const { 0: word, index } of words) {
    const slug = linkedInSlug(bare(word)) ?? (/^\/?in\//.test(word) ? typedSlug(bare(word)) : null);
    if (slug === null) continue;
    const rest = `${written.slice(0, index)}${written.slice(index + word.length)}`;
    return { slug, message: rest.trim().replace(/^[-–—:,]\s*/, "") || null, problem: null };
  }
  const first = bare(words[0]?.[0] ?? "");
  if (!isAddress(first)) return { slug: null, message: written.trim() || null, problem: null };
  return { slug: null, message: null, problem: isLinkedIn(first) ? "notProfile" : "notLinkedIn" };
}

/** Without what surrounds an address in a sentence or a mail. */
function bare(word: string): string {
  return word.replace(/^[<("'“]+/, "").replace(/(?<![>)"'”,;:.!])[>)"'”,;:.!]+$/, "");
}

function isAddress(word: string): boolean {
  return /^(?:https?:)?\/\/\S/i.test(word) || /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?:[/?#]|$)/i.test(word);
}

function isLinkedIn(address: string): boolean {
  const host = /^(?:(?:https?:)?\/\/)?([^/?#:]{1,255})/i.exec(address)?.[1]?.toLowerCase() ?? "";
  return host === "linkedin.com" || host.endsWith(".linkedin.com");
}

/**
 * The name a slug is made of: "rob-becker-4b12a7" is Rob Becker. Empty where there are no words in it. It is only a
 * guess, shown until a name is typed.
 */
export function guessName(slug: string): string {
  const [first, old] = slug.split("/");
  const parts = ((first === "pub" && old) || slug).split(/[-_.]+/).filter(Boolean);
  // LinkedIn puts a number, or letters and digits, behind a name that somebody else has.
  const words = parts.filter((part) => !/\d/.test(part)).slice(0, 5);
  return words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join(" ");
}
