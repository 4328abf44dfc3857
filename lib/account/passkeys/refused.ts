import "server-only";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";

/** What the library found wrong with an answer is for the log; the person is told that it wasn't accepted. */
export function refused(error?: unknown): never {
  if (error instanceof Refusal) throw error;
  log.error("passkey.refused", error);
  throw new Refusal("passkeyRefused");
}
