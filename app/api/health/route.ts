import { connection } from "next/server";
import { isDatabaseUp } from "@/lib/db";

/** 200 while the database answers, else 503. */
export async function GET() {
  await connection();
  const up = await isDatabaseUp();
  return Response.json({ status: up ? "ok" : "database unavailable" }, { status: up ? 200 : 503 });
}
