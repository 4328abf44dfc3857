// Who is in the archives for tests; nobody of them exists. Olive Owner is their owner.
import { csv } from "../linkedin-files";

/** Files by name. */
export type Archive = Record<string, string>;

export const me = "Olive Owner";
export const address = (slug: string) => `https://www.linkedin.com/in/${slug}`;
export const encoded = (slug: string) => address(encodeURIComponent(slug));

/** Connected, with a comma and an accent in the name; the address is encoded in one file and plain in the others. */
export const zoe = { first: "Zoë", last: "Quill, PhD", name: "Zoë Quill, PhD", slug: "zoë-quill" };
/** Connected, right to left, at a company whose name spans two lines. */
export const noa = { first: "נועה", last: "לוי 🚀", name: "נועה לוי 🚀", slug: "נועה-לוי" };
export const company = "Ink & Co\n(Berlin, +49)";
/** Wrote a recommendation, and is nobody the owner knows. */
export const uma = { first: 'Uma "U."', last: "Unknown", name: 'Uma "U." Unknown' };

/** What every archive holds and Vouch has no use for. */
export const profile = {
  "Profile.csv": csv([
    ["First Name", "Last Name", "Headline"],
    ["Olive", "Owner", "Chief"],
  ]),
};
