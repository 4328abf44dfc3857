import { connection } from "next/server";

/** Live: this process answers. Whatever else is wrong, starting it anew wouldn't help. */
export async function GET() {
  await connection();
  return Response.json({ status: "ok" });
}
