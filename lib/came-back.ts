import "server-only";
import { headers } from "next/headers";

/** Whether a page is asked for as the answer to a form that was sent without script. */
export async function cameBack(): Promise<boolean> {
  const sent = await headers();
  return (sent.get("content-type") ?? "").startsWith("multipart/form-data") && !sent.has("next-action");
}
