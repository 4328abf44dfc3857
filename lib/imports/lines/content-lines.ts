// The lines vCard (RFC 6350) and iCalendar (RFC 5545) are made of: folded, and in vCard 2.1 with soft breaks. They are
// read as bytes, one Latin letter each: a card of 2.1 names an alphabet property by property.
import { Refusal } from "@/lib/refusal";
import type { Bytes } from "../file/decode";
import type { ImportLimits } from "../file/limits";

/** `line` is where it starts, from 1. `isCut`: it was longer than a row may be, and only its beginning is here. */
export type ContentLine = { line: number; text: string; isCut: boolean };

/** Stands where a line was folded: 2.1 folds at a space and keeps it, 3.0 and later put one in. No byte is this letter. */
export const fold = "\uE000";

type LineLimits = Pick<ImportLimits, "rowLength">;

/** The unfolded lines, in lists as the bytes arrive. Throws a Refusal where there are too many bytes, or a NUL. */
export async function* contentLines(bytes: Bytes, maxBytes: number, limits: LineLimits): AsyncGenerator<ContentLine[]> {
  const lines = new Lines(limits.rowLength);
  const ends = new LineEnds();
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxBytes) throw new Refusal("tooLarge", undefined, { limit: Math.floor(maxBytes / 1_000_000) });
    yield lines.push(ends.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString("latin1")));
  }
  yield lines.end();
}

/**
 * Old Macs end a line with CR alone. A file whose first line ends so has its lines ended with LF here; in any other file a
 * lonely CR is part of a line.
 */
class LineEnds {
  private endsAtCr: boolean | null = null;
  /** The text before ended with CR, and the first letter of what comes tells whether it is half of a CRLF. */
  private hasCr = false;

  push(text: string): string {
    if (this.endsAtCr === false) return text;
    const all = this.hasCr ? `\r${text}` : text;
    this.hasCr = all.endsWith("\r");
    const whole = this.hasCr ? all.slice(0, -1) : all;
    if (this.endsAtCr === null) {
      const [end] = /\r\n?|\n/.exec(whole) ?? [];
      if (end !== undefined) this.endsAtCr = end === "\r";
    }
    if (this.endsAtCr) return whole.replaceAll(/\r\n?/g, "\n");
    if (this.endsAtCr === null) return whole;
    this.hasCr = false;
    return all;
  }
}

class Lines {
  private rest = "";
  private restIsCut = false;
  private number = 0;
  private open: OpenLine | null = null;
  private out: ContentLine[] = [];

  constructor(private readonly longest: number) {}

  push(text: string): ContentLine[] {
    const end = text.indexOf("\n");
    if (this.restIsCut && end < 0) return []; // what is beyond the longest line isn't even kept until its end
    const parts = (this.rest + (this.restIsCut ? text.slice(end) : text)).split("\n");
    const rest = parts.pop() ?? "";
    for (const [index, part] of parts.entries()) this.physical(part, index === 0 && this.restIsCut);
    this.restIsCut = rest.length > this.longest;
    this.rest = rest.slice(0, this.longest);
    return this.taken();
  }

  end(): ContentLine[] {
    if (this.rest) this.physical(this.rest, this.restIsCut);
    if (this.open) this.out.push(this.open.whole());
    return this.taken();
  }

  private taken(): ContentLine[] {
    const { out } = this;
    this.out = [];
    return out;
  }

  /** One line as it stands in the file. */
  private physical(written: string, isCut: boolean): void {
    this.number++;
    if (written.includes("\0")) throw new Refusal("nul", undefined, { line: this.number });
    const text = written.endsWith("\r") ? written.slice(0, -1) : written;
    if (this.open?.takes(text, isCut)) return;
    if (this.open) this.out.push(this.open.whole());
    const withoutMark = this.number === 1 ? text.replace(/^\u00ef\u00bb\u00bf/, "") : text;
    this.open = new OpenLine(this.number, withoutMark, isCut, this.longest);
  }
}

/** A line that may go on in the next. Its pieces are joined once, at its end. */
class OpenLine {
  private readonly pieces: string[];
  private readonly isQuoted: boolean;
  private length: number;

  constructor(
    private readonly line: number,
    first: string,
    private isCut: boolean,
    private readonly longest: number,
  ) {
    this.pieces = [first];
    this.length = first.length;
    this.isQuoted = /^[^:]*[;=]quoted-printable[;:]/i.test(first);
  }

  takes(next: string, isCut: boolean): boolean {
    const last = this.pieces.at(-1) ?? "";
    const isSoftBreak = this.isQuoted && last.endsWith("=");
    if (isSoftBreak) this.pieces[this.pieces.length - 1] = last.slice(0, -1);
    // Some phones leave a soft break at the end of a card's last line.
    const goesOn = isSoftBreak ? !/^END[ \t]*:[ \t]*VCARD[ \t]*$/i.test(next) : /^[ \t]/.test(next);
    if (!goesOn) return false;
    this.isCut ||= isCut || this.length + next.length > this.longest;
    if (this.isCut) return true;
    this.pieces.push(isSoftBreak ? next : fold + next.slice(1));
    this.length += next.length;
    return true;
  }

  whole(): ContentLine {
    return { line: this.line, text: this.pieces.join(""), isCut: this.isCut };
  }
}
