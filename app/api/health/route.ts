import { connection } from "next/server";
import { databaseState, migrationsOfBuild } from "@/lib/operations/data";

/** Ready: 200 while the database answers and holds every migration of this build, else 503 with what is wrong. */
export async function GET() {
  await connection();
  const status = await databaseState(migrationsOfBuild());
  return Response.json({ status }, { status: status === "ok" ? 200 : 503 });
}
