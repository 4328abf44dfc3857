/** A part of the filter: the text as typed, its key in lower case (null: plain words), and its values without quotes. */
export type Token = { raw: string; start: number; key: string | null; values: string[] };

/** Parts stand apart by spaces; in quotes a space, a comma or a colon is only that, and \" is a quote. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const start = at;
    const key = keyAt(text, at);
    if (key !== null) at += key.length + 1;
    const values: string[] = [];
    for (;;) {
      const value = text[at] === '"' ? quotedAt(text, at) : bareAt(text, at, key !== null);
      at = value.end;
      const trimmed = value.text.trim();
      if (trimmed) values.push(trimmed);
      if (key === null || text[at] !== ",") break;
      at++;
    }
    tokens.push({ raw: text.slice(start, at), start, key: key?.toLowerCase() ?? null, values });
    at = skipSpace(text, at);
  }
  return tokens;
}

const isSpace = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}

/** A word and a colon; not where an address begins (https://). */
function keyAt(text: string, from: number): string | null {
  const [, key] = /^([a-z]{1,20}):(?!\/\/)/i.exec(text.slice(from, from + 24)) ?? [];
  return key ?? null;
}

/** What is never closed ends with the text. */
function quotedAt(text: string, from: number): { text: string; end: number } {
  let found = "";
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return { text: found, end: at + 1 };
    if (text[at] === "\\" && (text[at + 1] === '"' || text[at + 1] === "\\")) at++;
    found += text[at];
  }
  return { text: found, end: text.length };
}

function bareAt(text: string, from: number, inList: boolean): { text: string; end: number } {
  let end = from;
  while (end < text.length && !isSpace(text[end]) && !(inList && text[end] === ",")) end++;
  return { text: text.slice(from, end), end };
}
