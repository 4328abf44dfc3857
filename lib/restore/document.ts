// Reads the JSON that lib/exports/everything.ts writes, row by row as it arrives, however it was laid out meanwhile.
// Only one row at a time is held. What doesn't have that shape is refused with the line it stands on.
import { Refusal } from "@/lib/refusal";

/** A row of a table, not looked into yet; `line` is where it starts in the file. */
export type FoundRow = { table: string; line: number; value: unknown };

type Place =
  | "start"
  | "name"
  | "colon"
  | "value"
  | "afterValue"
  | "tables"
  | "open"
  | "row"
  | "afterRow"
  | "afterTable";

const said = ["format", "version"];

/** Longest value, in characters: a string that never closes is found before it fills the memory. */
const longestValue = 4_000_000;

export class DocumentReader {
  /** What stands beside the tables and says what they are. Whatever else does is read over. */
  readonly head: Record<string, unknown> = Object.create(null);
  private rest = "";
  private readonly scan = new ValueScan();
  private line = 1;
  private place: Place | "end" = "start";
  /** Right after a bracket, where the list may already end. */
  private isFirst = true;
  private inTables = false;
  private key = "";

  /** The rows that `text` completes. */
  *push(text: string): Generator<FoundRow> {
    const all = this.rest + text;
    let at = 0;
    for (;;) {
      const start = this.skipSpace(all, at);
      if (start === all.length) {
        at = start;
        break;
      }
      const end = this.isAtValue() ? this.scan.end(all, start) : start + 1;
      if (end < 0) {
        at = start;
        break;
      }
      const row = this.take(all.slice(start, end));
      this.line += newlines(all, start, end);
      at = end;
      if (row) yield row;
    }
    this.rest = all.slice(at);
    if (this.rest.length > longestValue) this.refuse();
  }

  /** To be called when there is no more text. */
  end(): void {
    if (this.place === "start" && this.rest === "") throw new Refusal("empty");
    if (this.place !== "end") throw new Refusal("brokenOff", undefined, { line: this.line });
  }

  private isAtValue(): boolean {
    return ["name", "value", "tables", "row"].includes(this.place);
  }

  private skipSpace(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const char = text[at];
      if (char === "\n") this.line++;
      else if (char !== " " && char !== "\t" && char !== "\r" && char !== "\uFEFF") break;
    }
    return at;
  }

  /** One token, and where that leads. */
  private take(token: string): FoundRow | undefined {
    const isFirst = this.isFirst;
    this.isFirst = false;
    switch (this.place) {
      case "start":
        this.expect(token, "{", "name");
        return;
      case "name":
        this.key = this.name(token);
        this.place = "colon";
        return;
      case "colon":
        this.expect(token, ":", this.inTables || this.key === "tables" ? "open" : "value");
        return;
      case "open":
        if (this.inTables) this.expect(token, "[", "row");
        else {
          this.expect(token, "{", "tables");
          this.inTables = true;
        }
        this.isFirst = true;
        return;
      case "value":
        if (said.includes(this.key)) this.head[this.key] = this.parsed(token);
        else this.parsed(token);
        this.place = "afterValue";
        return;
      case "afterValue":
        this.expectOneOf(token, { ",": "name", "}": "end" });
        return;
      case "tables":
        if (isFirst && token === "}") return this.leaveTables();
        this.key = this.name(token);
        this.place = "colon";
        return;
      case "row":
        if (isFirst && token === "]") {
          this.place = "afterTable";
          return;
        }
        this.place = "afterRow";
        return { table: this.key, line: this.line, value: this.parsed(token) };
      case "afterRow":
        this.expectOneOf(token, { ",": "row", "]": "afterTable" });
        return;
      case "afterTable":
        if (token === "}") return this.leaveTables();
        this.expect(token, ",", "tables");
        return;
      default:
        this.refuse();
    }
  }

  private leaveTables(): undefined {
    this.inTables = false;
    this.place = "afterValue";
  }

  private expect(token: string, wanted: string, next: Place) {
    if (token !== wanted) this.refuse();
    this.place = next;
  }

  private expectOneOf(token: string, next: Record<string, Place | "end">) {
    const place = next[token];
    if (!place) this.refuse();
    this.place = place;
  }

  private parsed(token: string): unknown {
    try {
      return JSON.parse(token);
    } catch {
      this.refuse();
    }
  }

  private name(token: string): string {
    const name = this.parsed(token);
    return typeof name === "string" ? name : this.refuse();
  }

  private refuse(): never {
    throw new Refusal("shape", undefined, { line: this.line });
  }
}

/** Finds where one value ends, and remembers how far it looked when more text has to come first. */
class ValueScan {
  private at = 0;
  private depth = 0;
  private inString = false;

  /** The end of the value that starts at `from`, or -1. A closing bracket counts as one. */
  end(text: string, from: number): number {
    const first = text[from];
    if (first === "}" || first === "]") return from + 1;
    const isNested = first === '"' || first === "{" || first === "[";
    const end = isNested ? this.closing(text, from) : this.firstOf(/[\s,:{}[\]"]/g, text, from);
    if (end >= 0) this.at = this.depth = 0;
    return isNested || end < 0 ? end : Math.max(end, from + 1);
  }

  private closing(text: string, from: number): number {
    for (;;) {
      const mark = this.inString ? this.firstOf(/"/g, text, from) : this.firstOf(/["{}[\]]/g, text, from);
      if (mark < 0) return -1;
      this.at = mark + 1 - from;
      const char = text[mark];
      if (char === '"') {
        if (this.inString && isEscaped(text, mark)) continue;
        this.inString = !this.inString;
      } else this.depth += char === "{" || char === "[" ? 1 : -1;
      if (this.depth === 0 && !this.inString) return mark + 1;
    }
  }

  private firstOf(marks: RegExp, text: string, from: number): number {
    marks.lastIndex = from + this.at;
    const found = marks.exec(text);
    if (found) return found.index;
    this.at = text.length - from;
    return -1;
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
