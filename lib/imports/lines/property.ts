// One line of a card or calendar, taken apart. What it says stays as written; letters are never guessed.
import type { ContentLine } from "./content-lines";
import { fold } from "./content-lines";

/**
 * Names and parameter names in capitals. `value` is still escaped, and its bytes are one letter each. `group` ties it to
 * others of its card ("item1.EMAIL"); "" where it stands alone.
 */
export type Property = {
  group: string;
  name: string;
  params: Map<string, string[]>;
  value: string;
  line: number;
  isCut: boolean;
};

/** Encodings that 2.1 writes without saying that they are one. */
const encodings = new Set(["QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"]);

/** Null where the line is none. `folded` is what stood where it was folded. */
export function readProperty({ line, text, isCut }: ContentLine, folded: string): Property | null {
  const sure = outsideQuotes(text, ":");
  const colon = sure >= 0 ? sure : text.indexOf(":"); // a quote that never closes is only a quote
  if (colon <= 0) return null;
  const [head = "", ...settings] = split(text.slice(0, colon).replaceAll(fold, folded), ";");
  const written = head.trim().toUpperCase();
  const name = written.slice(written.lastIndexOf(".") + 1);
  const group = written.slice(0, -name.length - 1);
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  const params = new Map<string, string[]>();
  for (const param of settings) {
    const equals = param.indexOf("=");
    const key = equals >= 0 ? param.slice(0, equals) : encodings.has(param.trim().toUpperCase()) ? "ENCODING" : "TYPE";
    const known = params.get(key.trim().toUpperCase()) ?? [];
    for (const value of split(param.slice(equals + 1), ",")) known.push(unquoted(value.trim()));
    params.set(key.trim().toUpperCase(), known);
  }
  return { group, name, params, value: text.slice(colon + 1).replaceAll(fold, folded), line, isCut };
}

/** The property's value as text, or null where its bytes aren't in the alphabet it names (UTF-8 where it names none). */
export function valueText({ value, params }: Property): string | null {
  const [encoding = ""] = params.get("ENCODING") ?? [];
  return decoded(unpacked(value, encoding.toUpperCase()), params.get("CHARSET")?.[0]);
}

/** A parameter's first value as text, or null. */
export function paramText({ params }: Property, name: string): string | null {
  const value = params.get(name)?.[0];
  return value === undefined ? null : decoded(value.replace(/\^([n'^])/g, (_, mark) => caret[mark] ?? ""));
}
const caret: Record<string, string> = { n: "\n", "'": '"', "^": "^" };

/** Parts of a value: `A;B` or `A,B`, where a backslash takes the mark's meaning away. They are still escaped. */
export function parts(value: string, mark: ";" | ","): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === "\\") at++;
    else if (value[at] === mark) {
      found.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, value.slice(from)];
}

export function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, mark: string) => (mark === "n" || mark === "N" ? "\n" : mark));
}

function decoded(bytes: string, charset = "utf-8"): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(Buffer.from(bytes, "latin1"));
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** The bytes that were written. In quoted-printable an equals sign that stands for nothing is one. */
function unpacked(text: string, encoding: string): string {
  if (encoding === "BASE64" || encoding === "B") return Buffer.from(text, "base64").toString("latin1");
  if (encoding !== "QUOTED-PRINTABLE") return text;
  return text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
}

function split(text: string, mark: string): string[] {
  const found: string[] = [];
  let rest = text;
  for (let at = outsideQuotes(rest, mark); at >= 0; at = outsideQuotes(rest, mark)) {
    found.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...found, rest];
}

function outsideQuotes(text: string, mark: string): number {
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isInside = !isInside;
    else if (text[at] === mark && !isInside) return at;
  }
  return -1;
}
