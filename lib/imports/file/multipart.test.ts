import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces } from "@/lib/testing/linkedin-files";
import { filesOf, UploadBrokeOff } from "./multipart";

type File = { name: string; content: string };

/** A form as the platform itself writes it. */
async function posted(files: File[]) {
  const form = new FormData();
  form.append("note", "not a file");
  for (const { name, content } of files) form.append("file", new Blob([content]), name);
  const request = new Request("http://test", { method: "POST", body: form });
  return { type: request.headers.get("content-type") ?? "", bytes: new Uint8Array(await request.arrayBuffer()) };
}

async function read(bytes: Uint8Array, type: string, size: number): Promise<File[]> {
  const files: File[] = [];
  for await (const file of filesOf(inPieces(bytes, size), type)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.bytes) chunks.push(chunk);
    files.push({ name: file.name, content: Buffer.concat(chunks).toString("utf8") });
  }
  return files;
}

test("files come out as they went in, in any pieces", async () => {
  const name = fc.constantFrom("Connections.csv", "zoë.csv", 'a "b".csv');
  const content = fc.string({ unit: fc.constantFrom("a", "é", "\r", "\n", "-", "--", "\r\n--") });
  const files = fc.array(fc.record({ name, content }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 90 }), async (sent, size) => {
      const { bytes, type } = await posted(sent);
      expect(await read(bytes, type, size)).toEqual(sent);
    }),
  );
});

test("a file nobody reads to its end doesn't spoil the next", async () => {
  const { bytes, type } = await posted([
    { name: "a.csv", content: "a".repeat(5_000) },
    { name: "b.csv", content: "b" },
  ]);
  const names: string[] = [];
  for await (const { name } of filesOf(inPieces(bytes, 100), type)) names.push(name);
  expect(names).toEqual(["a.csv", "b.csv"]);
});

test("nor does one that its reader gives up half-way, as with a picture", async () => {
  const { bytes, type } = await posted([
    { name: "picture.csv", content: "PNG ".repeat(10_000) },
    { name: "b.csv", content: "b" },
  ]);
  const names: string[] = [];
  for await (const file of filesOf(inPieces(bytes, 1_000), type)) {
    names.push(file.name);
    for await (const _ of file.bytes) break;
  }
  expect(names).toEqual(["picture.csv", "b.csv"]);
});

test("a path and control characters in a name are dropped, a field without a file is passed over", async () => {
  const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\nbody\r\n`;
  const bytes = new TextEncoder().encode(`${part("../../etc/pass\u0007wd")}${part("")}--x--\r\n`);
  expect(await read(bytes, "multipart/form-data; boundary=x", 9)).toEqual([{ name: "passwd", content: "body" }]);
});

test("any bytes are files or broken off, and no name has a path", async () => {
  const mark = fc.constantFrom(
    ...["--x", "\r\n--x", "\r\n", "\r\n\r\n", "--", 'Content-Disposition: form-data; name="f"; filename="a/b.csv"'],
    ...['; filename="', '"', "\\", "\0", "é"],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(mark, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      async (parts, size) => {
        const bytes = new TextEncoder().encode(`--x\r\n${parts.join("")}`);
        const files = await read(bytes, "multipart/form-data; boundary=x", size).catch((error) => {
          expect(error).toBeInstanceOf(UploadBrokeOff);
          return [];
        });
        for (const { name } of files) expect(name).toMatch(/^[^/\\\p{Cc}]{1,200}$/u);
      },
    ),
    { numRuns: 200 },
  );
});

test("the head of a part is short, however much arrives at once", async () => {
  const head = `--x\r\nContent-Disposition: form-data; ${'; filename="a'.repeat(5_000)}\r\n\r\n`;
  const bytes = new TextEncoder().encode(`${head}body\r\n--x--\r\n`);
  await expect(read(bytes, "multipart/form-data; boundary=x", 100_000)).rejects.toThrow(UploadBrokeOff);
});

test("a form that ends early is broken off, wherever it ends", async () => {
  const { bytes, type } = await posted([{ name: "a.csv", content: "abc\r\n".repeat(20) }]);
  for (let end = 0; end < bytes.length - 4; end += 7) {
    await expect(read(bytes.slice(0, end), type, 50)).rejects.toThrow(UploadBrokeOff);
  }
  await expect(read(bytes, "text/plain", 50)).rejects.toThrow(UploadBrokeOff);
});
