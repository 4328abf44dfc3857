import type { Bytes } from "../file/decode";
import { peek } from "../file/peek";

/** Whether the bytes are an archive's, by how they begin, and all of them again. */
export async function isZip(bytes: Bytes): Promise<{ archive: boolean; bytes: AsyncGenerator<Uint8Array> }> {
  const { start, bytes: all } = await peek(bytes, 4);
  return { archive: start === "PK\u0003\u0004" || start === "PK\u0005\u0006", bytes: all };
}
