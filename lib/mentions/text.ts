// Notes that name contacts. Stored, a mention is `@[Ada Byron](contact:<id>)`, which survives that somebody is renamed or
// merged; typed and read it is `@Ada Byron`. Safe in the browser.

/** Somebody named in a text, by the name that stands there. */
export type Mention = { id: string; name: string };

/** A stretch of words, or somebody: without an id there is no page of theirs any more. */
export type NotePart = string | { id: string | null; name: string };

const idLength = 36;

/** A mention as a form's field, and back. */
export const mentionValue = ({ id, name }: Mention) => `${id} ${name}`;
export const mentionOf = (value: string): Mention => ({
  id: value.slice(0, idLength).toLowerCase(),
  name: value.slice(idLength + 1),
});

const token = /@\[([^[\]\n]{1,300})\]\(contact:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g;

/** Who is named in stored notes, in order, as often as they are. */
export function mentionsIn(stored: string): Mention[] {
  return [...stored.matchAll(token)].map(([, name = "", id = ""]) => ({ id, name }));
}

/** Stored notes in pieces; `now` tells who somebody is today: another name, another id, or nobody. */
export function partsOf(
  stored: string,
  now: (id: string) => { id: string | null; name: string } | undefined,
): NotePart[] {
  const parts: NotePart[] = [];
  let from = 0;
  for (const match of stored.matchAll(token)) {
    const [whole, name = "", id = ""] = match;
    if (match.index > from) parts.push(stored.slice(from, match.index));
    parts.push(now(id) ?? { id: null, name });
    from = match.index + whole.length;
  }
  if (from < stored.length) parts.push(stored.slice(from));
  return parts;
}

/** As somebody reads or types them: `@Ada Byron`. */
export function plainNotes(
  stored: string,
  now: (id: string) => { name: string } | undefined = () => undefined,
): string {
  return stored.replace(token, (_, name: string, id: string) => `@${now(id)?.name ?? name}`);
}

/**
 * Typed notes as they are stored: every `@` before a name in `mentions` becomes that contact, called `called` from now on.
 * Of namesakes each is meant once, in their order, the last for all the rest. Whatever else looks like a token is only words.
 */
export function storedNotes(typed: string, mentions: (Mention & { called: string })[]): string {
  const text = plainNotes(typed);
  const longestFirst = [...mentions].sort((a, b) => b.name.length - a.name.length);
  const meant = new Map<string, (Mention & { called: string })[]>();
  for (const mention of mentions) meant.set(mention.name, [...(meant.get(mention.name) ?? []), mention]);
  let stored = "";
  let from = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", from)) {
    const found = longestFirst.find(
      ({ name }) => text.startsWith(name, at + 1) && !isWordAt(text, at + 1 + name.length),
    );
    stored += text.slice(from, at);
    from = at + 1;
    if (!found) {
      stored += "@";
      continue;
    }
    const namesakes = meant.get(found.name) ?? [];
    const one = (namesakes.length > 1 ? namesakes.shift() : namesakes[0]) ?? found;
    stored += `@[${inToken(one.called)}](contact:${one.id})`;
    from += found.name.length;
  }
  return stored + text.slice(from);
}

const isWordAt = (text: string, at: number) => /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));

/** A name can't end its own token. */
const inToken = (name: string) => name.replaceAll("[", "(").replaceAll("]", ")").replace(/\s+/g, " ").slice(0, 300);
