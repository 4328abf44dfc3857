// From the bytes of an upload to text, strictly: what isn't text is named and refused, and no letter is ever guessed.
import { Refusal } from "@/lib/refusal";

export type Bytes = AsyncIterable<Uint8Array>;

/** Text in chunks, as it was written. Throws a Refusal whose params say where: `line`, or the `limit` that was passed. */
export async function* decodeText(bytes: Bytes, maxBytes: number): AsyncGenerator<string> {
  let decoder: LineDecoder | undefined;
  let start = new Uint8Array();
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxBytes) throw new Refusal("tooLarge", undefined, { limit: Math.floor(maxBytes / 1_000_000) });
    if (decoder) yield decoder.decode(chunk);
    else {
      start = joined(start, chunk);
      if (start.length < enoughToTell) continue;
      decoder = decoderFor(start);
      yield decoder.decode(start);
    }
  }
  if (!decoder) {
    if (start.length === 0) throw new Refusal("empty");
    decoder = decoderFor(start);
    yield decoder.decode(start);
  }
  yield decoder.end();
}

const enoughToTell = 512;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Files people take for a CSV, by their first bytes. */
const otherFiles: [code: string, start: string][] = [
  ["spreadsheet", "\u00d0\u00cf\u0011\u00e0"],
  ["picture", "\u0089PNG"],
  ["picture", "\u00ff\u00d8\u00ff"],
  ["picture", "GIF8"],
  ["pdf", "%PDF"],
  ["packed", "\u001f\u008b"],
  ["packed", "7z\u00bc\u00af"],
  ["packed", "Rar!"],
  ["packed", "PK\u0003\u0004"],
];

function decoderFor(start: Uint8Array): LineDecoder {
  const head = String.fromCharCode(...start.subarray(0, enoughToTell));
  for (const [code, bytes] of otherFiles) if (head.startsWith(bytes)) throw new Refusal(code);
  if (head.startsWith("\u00ff\u00fe")) return new LineDecoder("utf-16le");
  if (head.startsWith("\u00fe\u00ff")) return new LineDecoder("utf-16be");
  const text = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (/^(<!doctype|<html|<\?xml)/i.test(text)) throw new Refusal("webPage");
  if (/^[{[]/.test(text)) throw new Refusal("json");
  return new LineDecoder("utf-8");
}

/** A strict decoder that knows on which line it stopped. The BOM is dropped by TextDecoder itself. */
class LineDecoder {
  private readonly decoder: TextDecoder;
  private lines = 1;

  constructor(private readonly encoding: "utf-8" | "utf-16le" | "utf-16be") {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  decode(chunk: Uint8Array): string {
    return this.checked(() => this.decoder.decode(chunk, { stream: true }), chunk);
  }

  end(): string {
    return this.checked(() => this.decoder.decode(), new Uint8Array());
  }

  private checked(decode: () => string, chunk: Uint8Array): string {
    let text: string;
    try {
      text = decode();
    } catch {
      throw new Refusal("encoding", undefined, { line: this.lines + linesBeforeFault(chunk, this.encoding) });
    }
    const nul = text.indexOf("\0");
    if (nul >= 0) throw new Refusal("nul", undefined, { line: this.lines + newlines(text.slice(0, nul)) });
    this.lines += newlines(text);
    return text;
  }
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Lines of `chunk` that are sound, up to the first that is not. A chunk may begin inside a letter. */
function linesBeforeFault(chunk: Uint8Array, encoding: string): number {
  if (encoding !== "utf-8") return 0;
  let from = 0;
  while (from < chunk.length && from < 3 && ((chunk[from] ?? 0) & 0xc0) === 0x80) from++;
  for (let lines = 0; ; lines++) {
    const end = chunk.indexOf(0x0a, from);
    if (end < 0) return lines;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(chunk.subarray(from, end));
    } catch {
      return lines;
    }
    from = end + 1;
  }
}
