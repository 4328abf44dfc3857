// A backup under a passphrase is a file of age (age-encryption.org): scrypt, then ChaCha20-Poly1305 in chunks of 64 KB, so
// that it streams, and nothing that was changed, moved or cut off passes.
import { ReadableStream } from "node:stream/web";
import { Obstacle } from "../say";

export const sealMark = "age-encryption.org/v1\n";

/** 128 MB and a second for each guess; age's own 2^18 would take twice the memory, which a small server may not have. */
const workFactor = 17;

export async function* seal(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import("age-encryption"); // loaded where there is a passphrase, not at every start
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  yield* pieces(await encrypter.encrypt(stream(source)));
}

export async function* unseal(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    yield* pieces(await decrypter.decrypt(stream(source)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error; // the file's, not age's
    if ((error as Error).message.startsWith("no identity matched")) {
      throw new Obstacle("The passphrase doesn't open this backup.");
    }
    throw new Obstacle("This backup has been changed since it was encrypted. Nothing of it was used.");
  }
}

// age speaks the browser's streams; in Node they are the same ones under another type.
const stream = (source: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(source) as globalThis.ReadableStream<Uint8Array>;
const pieces = (sealed: globalThis.ReadableStream<Uint8Array>) => sealed as unknown as AsyncIterable<Uint8Array>;
