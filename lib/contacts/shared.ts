import { linkedInSlug } from "./linkedin-address";

/** As a page gets its query. */
type Query = Record<string, string | string[] | undefined>;

const longest = 4_000;

/**
 * The person a new contact is asked for: by `name`, or by what a phone's share sheet hands over of a profile, of which
 * each app fills `title`, `text` and `url` as it likes. The name is a guess then: as LinkedIn titles the profile, else
 * from its address.
 */
export function sharedPerson(query: Query): { name: string; slug: string | null } {
  const [name = "", title = "", text = "", url = ""] = ["name", "title", "text", "url"].map((key) =>
    [query[key] ?? ""].flat().join(" ").slice(0, longest),
  );
  const words = `${url} ${text} ${title}`.split(/\s+/).map((word) => word.replace(/^[(<"]|[)>".,]$/g, ""));
  const slug = words.map(linkedInSlug).find(Boolean) ?? null;
  const titled = [title, text].find((line) => line.trimEnd().endsWith(" | LinkedIn"));
  const guessed = titled?.split(/ [-–|] /)[0] ?? (slug ? nameIn(slug) : "");
  return { name: (name || guessed).trim().slice(0, 200), slug };
}

/** "ada-byron-1a2b3c" → "Ada Byron": what LinkedIn hangs on to tell namesakes apart has a digit in it. */
function nameIn(slug: string): string {
  if (slug.startsWith("pub/")) return "";
  const words = slug.split("-").filter((word) => word && !/\d/.test(word));
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
