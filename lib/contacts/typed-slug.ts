import { linkedInSlug } from "./linkedin-address";

/** The slug of what a person typed for a profile: an address in any shape, "in/anna-berg" or only "anna-berg". */
export function typedSlug(typed: string): string | null {
  const bare = /^(?:\/?in\/)?([^\s/.@?#]{3,100})\/?$/.exec(typed.trim())?.[1];
  return linkedInSlug(typed) ?? (bare ? linkedInSlug(`https://www.linkedin.com/in/${bare}`) : null);
}
