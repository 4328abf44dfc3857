// Files made to deceive, to overrun or to fall over, and what a person is told of each.
import { connectionHeader, csv } from "./linkedin-files";
import { zip } from "./zip";

export type HostileFile = { name: string; bytes: Uint8Array; told: string };

const text = (written: string) => Buffer.from(written);
const magic = (...bytes: number[]) => Buffer.concat([Buffer.from(bytes), Buffer.alloc(600, 1)]);
const person = ["Ann", "Byron", "https://www.linkedin.com/in/ann", "", "Ink & Co", "Writer", "1 Jan 2020"];
const good = csv([connectionHeader, person, person]);
const mega = "0".repeat(3_000_000);
/** What stands beside it in an archive must not come in either. */
const inZip = (name: string, content = good) => zip({ "Invitations.csv": good, [name]: content });

const path =
  "A file in the archive is named so that it would be written somewhere else. No archive from LinkedIn does that; nothing was unpacked.";
const damaged = "The archive is damaged or incomplete. Download it again and bring it as it came.";
const packed = "This is packed in a way Vouch doesn’t read. Bring the .zip from LinkedIn itself, or its CSV files.";
const spreadsheet =
  "This is a spreadsheet file, not a CSV. Save it as “CSV UTF-8”, or bring the original file from LinkedIn.";

/** Under the limits that settings have by default. */
export const hostileFiles: Record<string, HostileFile> = {
  "a bomb": {
    ...{ name: "bomb.zip", bytes: inZip("Connections.csv", mega) },
    told: "A file in the archive would become more than 200 times larger than it is packed. No archive from LinkedIn does that; it was not unpacked.",
  },
  "a bomb that says it is small": {
    name: "lie.zip",
    bytes: zip([{ name: "Connections.csv", text: mega, lie: { size: 100 } }]),
    told: "A file in the archive isn’t as large as the archive says. It is damaged, or made to deceive.",
  },
  "an archive that would fill the disk": {
    name: "disk.zip",
    bytes: zip(
      Array.from({ length: 100 }, (_, at) => ({
        ...{ name: `${at}.csv`, text: "", lie: { size: 20_100_000, packed: Buffer.alloc(101_000) } },
      })),
    ),
    told: "Unpacked, the archive would be larger than 2,000 MB, the most Vouch takes. Bring only the CSV files that matter.",
  },
  "a way out upwards": { name: "up.zip", bytes: inZip("../../Connections.csv"), told: path },
  "a way out from the root": { name: "root.zip", bytes: inZip("/etc/cron.d/Connections.csv"), told: path },
  "an archive in an archive": {
    ...{ name: "nested.zip", bytes: inZip("more.zip") },
    told: "There is another archive inside this one. Unpack it and bring what is in it.",
  },
  "too many files": {
    name: "many.zip",
    bytes: zip(Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}.csv`, text: good }))),
    told: "The archive holds more than 2,000 files, the most Vouch takes. Bring only the CSV files that matter.",
  },
  "an archive with nothing in it": {
    ...{ name: "empty.zip", bytes: zip({}) },
    told: "There is nothing in it that Vouch reads. Look for Connections.csv, messages.csv or Invitations.csv.",
  },
  "an archive with a password": {
    name: "secret.zip",
    bytes: zip([{ name: "Connections.csv", text: good, lie: { encrypted: true } }]),
    told: "The archive is protected by a password. Unpack it and bring the CSV files.",
  },
  "an archive cut short": { name: "short.zip", bytes: inZip("Connections.csv").subarray(0, -30), told: damaged },
  "another text than was packed": {
    name: "changed.zip",
    bytes: zip([{ name: "Connections.csv", text: good, lie: { crc: 1 } }]),
    told: damaged,
  },
  "a million columns": {
    name: "wide.csv",
    bytes: text(`${good}${",".repeat(1_000_000)}\n`),
    told: "The row that starts in line 4 has more than 200 columns.",
  },
  "a NUL": {
    name: "nul.csv",
    bytes: text(`${good}A\0nn,Byron\n`),
    told: "Line 4 holds a character that has no place in text (NUL). The file may be damaged; bring the original.",
  },
  "what isn't UTF-8": {
    name: "latin.csv",
    bytes: Buffer.concat([text(good), Buffer.from("Zo\u00eb,Quill\n", "latin1")]),
    told: "Line 4 isn’t UTF-8, so letters like é would have to be guessed. Open the file in a spreadsheet, check that its letters are right, and save it as “CSV UTF-8”. Files from LinkedIn and Google can come as they are.",
  },
  "a quote that never closes": {
    name: "open.csv",
    bytes: text(`${good}"Ann,Byron\n`),
    told: "In line 4 a quotation mark opens and never closes, so the rest of the file can’t be told apart.",
  },
  "a .rar": { name: "rar.csv", bytes: magic(0x52, 0x61, 0x72, 0x21, 0x1a, 7), told: packed },
  "a .7z": { name: "7z.csv", bytes: magic(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), told: packed },
  "a .xlsx": {
    name: "xlsx.csv",
    bytes: zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }),
    told: spreadsheet,
  },
  "a .xls": { name: "xls.csv", bytes: magic(0xd0, 0xcf, 0x11, 0xe0), told: spreadsheet },
  "a .pdf": {
    ...{ name: "pdf.csv", bytes: text("%PDF-1.7\n%…\n") },
    told: "This is a PDF, whatever its name says. Bring the archive from LinkedIn or its CSV files.",
  },
  "a .png": {
    ...{ name: "png.csv", bytes: magic(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a) },
    told: "This is a picture, whatever its name says. Bring the archive from LinkedIn or its CSV files.",
  },
};
