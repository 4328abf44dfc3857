import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Tabs } from "@/components/recommendations/tabs";
import { ClientMessages } from "@/components/shell/client-messages";
import { HelpByPerson } from "@/components/support/help-by-person";
import { HelpTotalsPanel } from "@/components/support/help-totals";
import { LatestHelp } from "@/components/support/latest-help";
import { NoteHelp } from "@/components/support/note-help";
import { Columns } from "@/components/ui/columns";
import { PageHeader } from "@/components/ui/page-header";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { listLatestActs } from "@/lib/support/data";
import { getHelpLedger } from "@/lib/support/ledger/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("support.ledger");
  return { title: t("title") };
}

export default async function HelpPage() {
  const owner = await requireOwner();
  const { ledger, latest } = await asOwner(owner, (db) =>
    allOf({
      ledger: getHelpLedger(db),
      latest: listLatestActs(db),
    }),
  );
  const t = await getTranslations("support.ledger");
  return (
    <ClientMessages only={["support", "interactions"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <Tabs current="help" />
      <Columns
        aside={
          <>
            <NoteHelp />
            {ledger.people > 0 && <HelpTotalsPanel totals={ledger.totals} />}
          </>
        }
      >
        <HelpByPerson ledger={ledger} />
        {latest.length > 0 && <LatestHelp acts={latest} />}
      </Columns>
    </ClientMessages>
  );
}
