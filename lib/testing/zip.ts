// Archives for tests and benchmarks, honest ones and such as lie about themselves.
import { crc32, deflateRawSync } from "node:zlib";

type Lie = {
  /** What the archive says the file unpacks to. */
  size?: number;
  crc?: number;
  encrypted?: boolean;
  /** Already deflated, and used as it is. */
  packed?: Uint8Array;
};

export type ZipEntry = { name: string; text: string | Uint8Array; lie?: Lie };

/** The bytes of an archive with these files, deflated. */
export function zip(files: Record<string, string | Uint8Array> | ZipEntry[]): Uint8Array {
  const entries = Array.isArray(files) ? files : Object.entries(files).map(([name, text]) => ({ name, text }));
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text, lie = {} } of entries as ZipEntry[]) {
    const bytes = Buffer.from(text);
    const packed = Buffer.from(lie.packed ?? deflateRawSync(bytes));
    const path = Buffer.from(name);
    const common = header({ bytes, packed, path, lie });
    local.push(Buffer.from([0x50, 0x4b, 3, 4]), common, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, rest, path);
    offset += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

/** The 26 bytes that stand before a file and in the directory alike. */
function header({ bytes, packed, path, lie }: { bytes: Buffer; packed: Buffer; path: Buffer; lie: Lie }): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x800 | (lie.encrypted ? 1 : 0), 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(lie.crc ?? crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(lie.size ?? bytes.length, 18);
  fields.writeUInt16LE(path.length, 22);
  return fields;
}
