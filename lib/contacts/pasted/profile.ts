import { linkedInSlug } from "../linkedin-address";

const particle = /^(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|zu)$/;

/**
 * The name a profile's address was probably made of: "nadia-petrov-12ab" is Nadia Petrov. "" where nothing can be guessed:
 * names written together, or addresses of the old kind.
 */
export function nameOfSlug(slug: string): string {
  const parts = slug.split("-").filter(Boolean);
  while (parts.length > 2 && /\d/.test(parts.at(-1) ?? "")) parts.pop();
  const isName = parts.length >= 2 && parts.length <= 5 && parts.every((part) => /^[\p{L}.’']+$/u.test(part));
  if (!isName) return "";
  return parts
    .map((part, place) =>
      place > 0 && particle.test(part) ? part : part.slice(0, 1).toLocaleUpperCase() + part.slice(1),
    )
    .join(" ");
}

/** A text that is nothing but the address of a profile. */
export const isProfileAddress = (text: string) => !/\s/.test(text.trim()) && linkedInSlug(text) !== null;

/** What a browser calls a profile's page when it shares it: "Nadia Petrov - Chemist - Acme | LinkedIn". */
export function nameOfTitle(title: string): string {
  const [own = ""] = title.split(/\s[|–—]\s|\s-\s/);
  const name = own.replace(/^\(\d{1,4}\)\s*/, "").trim();
  return /linkedin/i.test(title) && /^\p{Lu}[\p{L}’'.-]*(?:\s[\p{L}’'.-]{1,40}){1,4}$/u.test(name) ? name : "";
}
