import { getTranslations } from "next-intl/server";
import { noteEvent } from "@/lib/audit/data";
import { getSignedIn } from "@/lib/auth";
import { dayOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";
import { writeHeld } from "@/lib/privacy/held/data";
import { id as contactId } from "@/lib/schema";

/** Everything that is held about one person, in one file that can be given to them. Its name says nothing of whom. */
export async function GET(_request: Request, { params }: RouteContext<"/api/contacts/[id]/held">): Promise<Response> {
  const signedIn = await getSignedIn();
  const id = contactId.safeParse((await params).id);
  if (!signedIn || !id.success) return new Response(null, { status: 404 });
  const { owner, account } = signedIn;
  const t = await getTranslations("privacy");
  const document = await asOwner(
    owner,
    async (db) => {
      const written = await writeHeld(db, id.data, t("somebody"));
      if (written) await noteEvent(db, "privacy.take", "contact", [id.data]);
      return written;
    },
    { timeoutMs: 60_000 },
  );
  if (!document) return new Response(null, { status: 404 });
  return new Response(document, {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="vouch-person-${dayOf(new Date(), account.timeZone)}.json"`,
      "cache-control": "no-store",
    },
  });
}
