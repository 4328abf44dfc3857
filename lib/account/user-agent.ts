import "server-only";
import { headers } from "next/headers";

/** What the browser says it is, as a session keeps it. */
export async function userAgent(): Promise<string | null> {
  return (await headers()).get("user-agent");
}
