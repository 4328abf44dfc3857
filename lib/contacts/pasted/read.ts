// A card, a signature, or the address of a profile, as somebody pastes or shares it.
import "server-only";
import { contentLines } from "@/lib/imports/lines/content-lines";
import { readCards } from "@/lib/imports/vcard/cards";
import { linkedInAddress, linkedInSlug } from "../linkedin-address";
import { filledFields, nothing, type PastedPerson } from "./person";
import { isProfileAddress, nameOfSlug, nameOfTitle } from "./profile";
import { readSignature } from "./signature";

/** `isGuess`: the name is made up from the address. */
export type Pasted = { person: PastedPerson; isGuess: boolean };

export const longestPaste = 20_000;

/** Null where nothing of a person is in it. Of several cards the first is read. */
export async function readPasted(text: string): Promise<Pasted | null> {
  const typed = text.trim().slice(0, longestPaste);
  const read = isProfileAddress(typed) ? readProfile(typed) : certain(await readAny(typed));
  return filledFields(read.person).length > 0 ? read : null;
}

const certain = (person: PastedPerson): Pasted => ({ person, isGuess: false });
const readAny = async (text: string) => (/^begin:vcard/im.test(text) ? await readCardText(text) : readSignature(text));

/**
 * What another program shared: a title, words and an address, of which each fills some as it likes. A profile's address is
 * found wherever it stands; its title is the name, else the address is a guess at it.
 */
export async function readShared({
  name = "",
  title = "",
  text = "",
  url = "",
}: { [Word in "name" | "title" | "text" | "url"]?: string | undefined }): Promise<Pasted | null> {
  const address = `${url} ${text} ${title}`
    .split(/\s+/)
    .map((word) => word.replace(/^[(<"]|[)>".,]$/g, ""))
    .find(isProfileAddress);
  const read = (await readPasted(address ?? [url, text].join("\n"))) ?? certain(nothing());
  const said = name.trim() || nameOfTitle(title) || nameOfTitle(text);
  const known = said ? { person: { ...read.person, fullName: said.slice(0, 200) }, isGuess: false } : read;
  return filledFields(known.person).length > 0 ? known : null;
}

function readProfile(text: string): Pasted {
  const slug = linkedInSlug(text) ?? "";
  const fullName = nameOfSlug(slug);
  return { person: { ...nothing(), fullName, linkedIn: [linkedInAddress(slug)] }, isGuess: fullName !== "" };
}

async function readCardText(text: string): Promise<PastedPerson> {
  const limits = { rowLength: longestPaste, rows: 50 };
  async function* bytes() {
    yield new TextEncoder().encode(text.replaceAll("\0", ""));
  }
  for await (const rows of readCards(contentLines(bytes(), 4 * longestPaste, limits), limits)) {
    const fields = rows.find(({ row }) => row.fields.fullName)?.row.fields;
    if (fields) return ofCard(fields);
  }
  return nothing();
}

/** A row of an import keeps addresses in parallel lists, one line each. */
function ofCard(fields: Partial<Record<string, string>>): PastedPerson {
  const list = (name: string) => (fields[name] ?? "").split("\n");
  const kinds = list("pointKinds");
  const of = (kind: string) => list("points").filter((_, place) => kinds[place] === kind);
  return {
    ...{ fullName: fields.fullName ?? "", position: fields.position ?? "", company: fields.company ?? "" },
    ...{ location: fields.location ?? "", notes: fields.notes ?? "", tags: list("tags").filter(Boolean).join(", ") },
    linkedIn: fields.slug ? [linkedInAddress(fields.slug)] : [],
    ...{ emails: of("EMAIL"), phones: of("PHONE"), links: of("URL") },
  };
}
