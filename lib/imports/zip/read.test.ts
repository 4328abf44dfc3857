import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces, limits } from "@/lib/testing/linkedin-files";
import { type ZipEntry, zip } from "@/lib/testing/zip";
import { filesInZip } from "./read";

/** Names and texts of an archive's tables; throws what reading it throws. */
async function read(archive: Uint8Array, size = 4096, most = limits): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, bytes } of filesInZip(inPieces(archive, size), most)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    found[name] = Buffer.concat(chunks).toString();
  }
  return found;
}

const table = "First Name,Last Name,Connected On\nAnn,Lee,1 Jan 2020\n";

test("the tables of an archive, whatever folder they are in, and nothing else", async () => {
  const archive = zip({
    "Basic/Connections.csv": table,
    "Basic/": "",
    "Basic/photo.jpg": "x",
    "__MACOSX/Basic/._Connections.csv": "x",
    ".hidden.csv": "x",
    "messages.CSV": "a,b",
  });
  expect(await read(archive)).toEqual({ "Connections.csv": table, "messages.CSV": "a,b" });
});

const zeros = "0".repeat(3_000_000);
const hostile: [what: string, entries: ZipEntry[], code: string, limit?: number][] = [
  ["a bomb", [{ name: "Connections.csv", text: zeros }], "zipRatio", 100],
  ["a bomb that says it is small", [{ name: "Connections.csv", text: zeros, lie: { size: 100 } }], "zipSizes"],
  ["a file smaller than it says", [{ name: "Connections.csv", text: table, lie: { size: 1_000 } }], "zipSizes"],
  ["another text than was packed", [{ name: "Connections.csv", text: table, lie: { crc: 1 } }], "zipDamaged"],
  ["what can't be unpacked", [{ name: "a.csv", text: table, lie: { packed: Buffer.from("?!?!") } }], "zipDamaged"],
  ["too many files", Array.from({ length: 51 }, (_, n) => ({ name: `${n}.csv`, text: "" })), "zipEntries", 50],
  [
    "too much in all",
    Array.from({ length: 11 }, (_, n) => ({ name: `${n}.csv`, text: "x", lie: { size: 950_000 } })),
    "zipUnpacked",
    10,
  ],
  ["an archive in an archive", [{ name: "more.zip", text: "" }], "zipNested"],
  ["a way out upwards", [{ name: "../../etc/cron.d/Connections.csv", text: table }], "zipPath"],
  ["a way out from the root", [{ name: "/etc/Connections.csv", text: table }], "zipPath"],
  ["a way out by backslash", [{ name: "..\\Connections.csv", text: table }], "zipPath"],
  ["a way out by drive", [{ name: "C:/Connections.csv", text: table }], "zipPath"],
  ["a password", [{ name: "Connections.csv", text: table, lie: { encrypted: true } }], "zipEncrypted"],
  ["a spreadsheet", [{ name: "[Content_Types].xml", text: "" }], "spreadsheet"],
];
test.each(hostile)("%s is refused", async (_what, entries, code, limit) => {
  await expect(read(zip(entries))).rejects.toMatchObject({ code, params: limit ? { limit } : {} });
});

test("an archive that is cut short, or larger than may be, is refused", async () => {
  const archive = zip({ "Connections.csv": table });
  await expect(read(archive.subarray(0, -10))).rejects.toMatchObject({ code: "zipDamaged" });
  await expect(read(archive, 4096, { ...limits, bytes: 50 })).rejects.toMatchObject({ code: "tooLarge" });
});

test("whatever bytes are changed, an archive is read or refused", async () => {
  const archive = zip({ "Basic/Connections.csv": table.repeat(200), "messages.csv": "a,b\n".repeat(500) });
  const change = fc.record({ at: fc.nat(archive.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 5000 }),
      async (changes, size) => {
        const broken = Uint8Array.from(archive);
        for (const { at, to } of changes) broken[at] = to;
        await read(broken, Math.max(size, 64)).catch((error) => expect(error).toHaveProperty("code"));
      },
    ),
    { numRuns: 200 },
  );
});

test("any bytes that begin like an archive are refused", async () => {
  const start = fc.constantFrom([0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6]);
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
      // Nothing behind an empty archive's end is a table.
      const found = await read(Uint8Array.from([...head, ...rest])).catch((error) => {
        expect(error).toMatchObject({ name: "Refusal" });
        return {};
      });
      expect(found).toEqual({});
    }),
    { numRuns: 100 },
  );
});
