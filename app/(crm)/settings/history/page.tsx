import { Download, History } from "lucide-react";
import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { AskHistory } from "@/components/audit/ask-history";
import { AuditLine } from "@/components/audit/audit-line";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Remark } from "@/components/ui/remark";
import { listEvents } from "@/lib/audit/data";
import { findRows } from "@/lib/audit/rows/data";
import { type AuditQuery, auditQuery } from "@/lib/audit/schema";
import { requireSignedIn } from "@/lib/auth";
import { startOf } from "@/lib/dates/periods";
import { asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function HistoryPage({ searchParams }: PageProps<"/settings/history">) {
  const { owner, account } = await requireSignedIn();
  const t = await getTranslations("audit");
  const address = await searchParams;
  const query = auditQuery.parse(address);
  const { events, older, about } = await asOwner(
    owner,
    async (db) => ({
      ...(await listEvents(db, query, query.day ? boundsOf(query.day, account.timeZone) : null)),
      about: query.of ? ((await findRows(db, [query.of])).get(query.of) ?? null) : null,
    }),
    { snapshot: true },
  );
  return (
    <ClientMessages>
      <PageHeader title={t("title")} subtitle={t("subtitle")}>
        <a href="/api/exports/history.csv" download className={buttonStyle({ variant: "ghost" })}>
          <Download aria-hidden="true" className="size-4" />
          {t("take")}
        </a>
        <ButtonLink href="/settings/account" variant="ghost">
          {t("back")}
        </ButtonLink>
      </PageHeader>
      {address.erased && <Remark className="mb-4">{t("erased")}</Remark>}
      <AskHistory query={query} about={about} />
      <Panel className="overflow-hidden">
        {events.length === 0 ? (
          <EmptyState icon={History} title={t("none")} text={t("noneText")} />
        ) : (
          <ol className="[&>:first-child]:border-t-0">
            {events.map((event) => (
              <AuditLine key={event.id} event={event} />
            ))}
          </ol>
        )}
      </Panel>
      {(older || query.older) && (
        <nav aria-label={t("title")} className="mt-4 flex gap-2">
          {query.older && (
            <ButtonLink size="small" href={addressOf({ ...query, older: undefined })}>
              {t("newest")}
            </ButtonLink>
          )}
          {older && (
            <ButtonLink size="small" href={addressOf({ ...query, older })}>
              {t("older")}
            </ButtonLink>
          )}
        </nav>
      )}
    </ClientMessages>
  );
}

function addressOf(query: AuditQuery): Route {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/settings/history?${new URLSearchParams(asked)}` as Route;
}

/** From when to before when a day lasts where the owner lives. */
function boundsOf(day: string, timeZone: string) {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return { from: startOf(day, timeZone), before: startOf(next.toISOString().slice(0, 10), timeZone) };
}
