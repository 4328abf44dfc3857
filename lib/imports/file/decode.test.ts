import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces } from "@/lib/testing/linkedin-files";
import { decodeText } from "./decode";

async function decode(bytes: Uint8Array, size: number, limit = 1_000_000): Promise<string> {
  let text = "";
  for await (const chunk of decodeText(inPieces(bytes, size), limit)) text += chunk;
  return text;
}

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new DataView(new ArrayBuffer(2 + 2 * text.length));
  bytes.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at++) bytes.setUint16(2 + 2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(bytes.buffer);
};

test("text survives in any pieces, with and without a BOM, in UTF-8 and UTF-16", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 }).filter((text) => text.length > 0);
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 600 }), async (raw, size) => {
      const written = `Name,${raw.replaceAll("\0", "").replaceAll("\uFEFF", "")}`;
      const utf8 = new TextEncoder().encode(written);
      expect(await decode(utf8, size)).toBe(written);
      expect(await decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), size)).toBe(written);
      expect(await decode(utf16(written.toWellFormed(), true), size)).toBe(written.toWellFormed());
      expect(await decode(utf16(written.toWellFormed(), false), size)).toBe(written.toWellFormed());
    }),
    { numRuns: 200 },
  );
});

test("the line of the first letter that isn't UTF-8 is named, wherever the pieces are cut", async () => {
  const lines = Array.from({ length: 400 }, (_, index) => `Zoë ${index}`).join("\n");
  const bytes = new TextEncoder().encode(lines);
  const broken = bytes.slice();
  broken[new TextEncoder().encode(lines.slice(0, lines.indexOf("Zoë 300"))).length + 2] = 0xff;
  for (const size of [64, 500, 513, 5_000]) {
    await expect(decode(broken, size)).rejects.toMatchObject({ code: "encoding", params: { line: 301 } });
  }
});

test("any bytes are text or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.integer({ min: 1, max: 700 }), async (bytes, size) => {
      await decode(bytes, size).catch((error) => expect(error).toMatchObject({ name: "Refusal" }));
    }),
  );
});
