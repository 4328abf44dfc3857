// Every screen, with something on it.
import type { APIRequestContext } from "@playwright/test";
import { connectionsFile } from "../lib/testing/linkedin-files";
import { addBusyDesk } from "./busy-desk";
import { asAdministrator, dayFromToday, expect, type Owner } from "./fixtures";
import { ownersRoutes } from "./routes";

/**
 * Fills the owner's desk, and answers with an address for every route of the app, some with a screen behind a query; `request`
 * is signed in.
 */
export async function addressesByRoute(request: APIRequestContext, owner: Owner): Promise<Record<string, string>> {
  // Who sees every screen is an administrator too.
  await asAdministrator((client) =>
    client.query("update app_user set role = 'ADMINISTRATOR' where id = $1", [owner.id]),
  );
  const { contact, check, interaction, recommendation } = await addBusyDesk(owner);
  const file = connectionsFile([
    { first: "Ada", last: "Byron", url: "https://www.linkedin.com/in/ada", on: "5 May 2020" },
  ]);
  const taken = await request.post("/api/imports", {
    headers: { accept: "application/json", origin: process.env.E2E_BASE_URL ?? "" },
    multipart: { file: { name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(file) } },
  });
  const batch: string = (await taken.json()).to;
  expect(batch).toMatch(/^\/data\/[0-9a-f-]{36}$/);
  const person = `/contacts/${contact}`;
  const routes: Record<string, string> = {
    "/": "/",
    "/connections": "/connections",
    "/connections/intro-test": "/connections/intro-test",
    "/connections/removals": "/connections/removals",
    "/contacts": "/contacts",
    "/contacts/[id]": person,
    "/contacts/[id]/assessment": `${person}/assessment`,
    "/contacts/[id]/checks/[checkId]": `${person}/checks/${check}`,
    "/contacts/[id]/checks/new": `${person}/checks/new`,
    "/contacts/[id]/edit": `${person}/edit`,
    "/contacts/[id]/privacy": `${person}/privacy`,
    "/contacts/[id]/strength": `${person}/strength?at=${dayFromToday(40)}&meet=${dayFromToday(20)}&check=EXPERTISE`,
    "/contacts/duplicates": "/contacts/duplicates",
    "/contacts/new": "/contacts/new",
    "/contacts/trash": "/contacts/trash",
    "/data": "/data",
    "/data/[batchId]": batch,
    "/invitations": "/invitations?new",
    "/log": "/log",
    "/log/[id]": `/log/${interaction}`,
    "/map": "/map",
    "/network": "/network",
    "/ready": "/ready",
    "/recommendations": "/recommendations?new",
    "/recommendations/[id]": `/recommendations/${recommendation}`,
    "/recommendations/help": "/recommendations/help",
    "/recommendations/introductions": "/recommendations/introductions?q=lineage",
    "/recommendations/ledger": "/recommendations/ledger",
    "/settings": "/settings",
    "/settings/account": "/settings/account",
    "/settings/history": "/settings/history",
    "/settings/people": "/settings/people",
  };
  expect(Object.keys(routes).sort(), "an address for every route").toEqual(ownersRoutes);
  return routes;
}
