// A person in a file, whatever the file: an address book, a card, a row of a table. What is known of them becomes one
// staged row, so all such files are decided, written and taken back alike.
import { z } from "zod";
import { isEmail, isPhone, normaliseLink, normalisePoint, type PointKind } from "@/lib/contacts/contact-point";
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import { sourceId } from "../file/source-id";
import { filled, isBlank, longest, type ReadRow } from "../file/staged-row";

/** A way to reach somebody, as it is written, and what the file calls it ("Home"). */
export type Reach = { value: string; label?: string };

/** All as written; what a file doesn't know is "" or []. */
export type PersonInFile = {
  /** Where Vouch wrote the file: which contact it is. */
  id?: string;
  fullName: string;
  company: string;
  position: string;
  location: string;
  howWeMet: string;
  notes: string;
  emails: Reach[];
  phones: Reach[];
  links: Reach[];
  tags: string[];
};

const mostPoints = 20;
const mostTags = 20;
const longestTag = 50;

/** `raw` is what the row said, for the owner to mend where it can't be taken. */
export function readPerson(line: number, person: PersonInFile, raw: Record<string, string>): ReadRow {
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): ReadRow => ({
    row: { line, fields: raw, outcome, reason },
  });
  const kept = new Points();
  const left: string[] = [];
  const slugs: string[] = [];
  for (const email of person.emails) if (!kept.add("EMAIL", email, isEmail)) left.push(email.value);
  for (const phone of person.phones) if (!kept.add("PHONE", phone, isPhone)) left.push(phone.value);
  for (const link of person.links) {
    const slug = linkedInSlug(link.value);
    if (slug) slugs.push(slug);
    if ((!slug || slugs.length > 1) && !kept.add("URL", link, (value) => normaliseLink(value) !== null)) {
      left.push(link.value);
    }
  }
  const { tags, others } = tagsOf(person.tags);
  // What has no place of its own isn't lost: it is written down with the notes.
  const notes = [person.notes, ...left, ...others]
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n");

  const [slug = null] = slugs;
  const email = kept.first("EMAIL");
  const name = person.fullName.trim() || email || slug || "";
  if (!name) return out("SKIPPED", "nameless");
  const known = email ? [email.toLowerCase()] : kept.keys("PHONE");
  const texts = [person.company, person.position, person.location];
  const prose = [notes, person.howWeMet];
  if (
    name.length > longest.name ||
    texts.some((text) => text.length > longest.text) ||
    prose.some((text) => text.length > longest.prose)
  ) {
    return out("FAILED", "tooLong");
  }

  const written = (text: string) => (isBlank(text) ? null : text.trim());
  return {
    row: {
      line,
      fields: filled({
        id: ownId(person.id),
        fullName: name,
        slug,
        ...kept.fields(),
        company: written(person.company),
        position: written(person.position),
        location: written(person.location),
        howWeMet: written(person.howWeMet),
        notes,
        tags: tags.join("\n"),
      }),
      proposedId: ownId(person.id) ?? idOf(name, slug, known, texts),
      people: [],
    },
  };
}

const ownId = (written = "") => z.guid().safeParse(written.trim()).data?.toLowerCase();

/**
 * A mailbox may be shared: only together with the name it is one person. Two of one name stay two where all that parts
 * them is where they work.
 */
function idOf(name: string, slug: string | null, reached: string[], texts: string[]): string {
  if (slug) return sourceId(["slug", slug]);
  return sourceId(["person", name, ...(reached.length > 0 ? reached : texts)]);
}

/** Everything somebody is reached by, each once. In the row they are parallel lists, one line each. */
class Points {
  private readonly points: { kind: PointKind; key: string; value: string; label: string }[] = [];

  /** False where it is none of the kind, or there are too many already. Nothing is lost where it is known already. */
  add(kind: PointKind, { value, label = "" }: Reach, isOne: (value: string) => boolean): boolean {
    const typed = value.trim();
    if (!typed) return true;
    if (typed.length > longest.text || /\n/.test(typed) || !isOne(typed)) return false;
    const key = normalisePoint(kind, typed);
    if (this.points.some((point) => point.kind === kind && point.key === key)) return true;
    if (this.points.length >= mostPoints) return false;
    this.points.push({
      kind,
      key,
      value: typed,
      label: label.trim().replaceAll(/\s+/g, " ").slice(0, 50).toWellFormed(),
    });
    return true;
  }

  first(kind: PointKind): string | undefined {
    return this.points.find((point) => point.kind === kind)?.value;
  }

  keys(kind: PointKind): string[] {
    return this.points.filter((point) => point.kind === kind).map(({ key }) => key);
  }

  fields() {
    const lines = (part: keyof (typeof this.points)[number]) => this.points.map((point) => point[part]).join("\n");
    const { kind, key, value, label } = { kind: "kind", key: "key", value: "value", label: "label" } as const;
    return { pointKinds: lines(kind), pointKeys: lines(key), points: lines(value), pointLabels: lines(label) };
  }
}

/** Tags each once whatever the case; what is no tag, or one too many, is among `others`. */
function tagsOf(written: string[]): { tags: string[]; others: string[] } {
  const tags = new Map<string, string>();
  const others: string[] = [];
  for (const text of written) {
    const tag = text.trim().replaceAll(/\s+/g, " ");
    if (!tag || tags.has(tag.toLowerCase())) continue;
    if (tag.length > longestTag || tag.includes(",") || tags.size >= mostTags) others.push(tag);
    else tags.set(tag.toLowerCase(), tag);
  }
  return { tags: [...tags.values()], others };
}
