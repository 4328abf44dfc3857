// From the bytes of an upload to text: UTF-8 or nothing, and no more than the limit.
import { Refusal } from "@/lib/refusal";

export async function* utf8Text(bytes: AsyncIterable<Uint8Array>, maxMegabytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxMegabytes * 1_000_000) throw new Refusal("tooLarge", undefined, { limit: maxMegabytes });
    yield decode(() => decoder.decode(chunk, { stream: true }));
  }
  yield decode(() => decoder.decode());
}

function decode(work: () => string): string {
  try {
    return work();
  } catch {
    throw new Refusal("encoding");
  }
}
