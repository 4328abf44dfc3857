import { linkedInSlug } from "../linkedin-address";

const mostWords = 8;

/**
 * What a contact must hold to be found, each anywhere and in any order. A pasted profile address is its slug; a phone
 * number its digits without leading zeros, because one may be written with a country code and the other without.
 */
export function searchWords(typed: string): string[] {
  const slug = linkedInSlug(typed);
  if (slug) return [slug];
  const digits = typed.replace(/\D/g, "").replace(/^0+/, "");
  if (/^[\d\s()+./-]+$/.test(typed) && digits.length >= 4) return [digits];
  const words = typed.split(/[\s,;"]+/).filter(Boolean);
  return [...new Set(words)].slice(0, mostWords);
}
