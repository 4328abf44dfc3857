import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { groupMessages } from "@/lib/contacts/timeline/group";
import {
  type TimelineFilter,
  type TimelinePage,
  type TimelineQuery,
  timelineFilters,
} from "@/lib/contacts/timeline/schema";
import { TimelineLine } from "./timeline-line";

/** Everything that happened, in one line of time, newest first. */
export function TimelinePanel({
  contactId,
  page: { entries, total, older },
  query,
  timeZone,
  children,
}: {
  contactId: string;
  page: TimelinePage;
  query: TimelineQuery;
  timeZone: string;
  /** Stands above what happened. */
  children?: ReactNode;
}) {
  const t = useTranslations("contacts.timeline");
  const address = (show: TimelineFilter, from?: string) =>
    `/contacts/${contactId}${search({ show: show === "all" ? undefined : show, older: from })}` as const;
  return (
    <Panel aria-labelledby="timeline">
      <PanelHeader id="timeline" title={t("title")} note={total}>
        <nav aria-label={t("filter")} className="flex flex-wrap gap-x-1">
          {timelineFilters.map((show) => (
            <Link
              key={show}
              href={address(show)}
              scroll={false}
              aria-current={query.show === show || undefined}
              className="inline-flex min-h-6 items-center rounded-small px-1.5 py-0.5 hover:text-ink aria-[current]:bg-soft aria-[current]:font-medium aria-[current]:text-ink"
            >
              {t(`show.${show}`)}
            </Link>
          ))}
        </nav>
      </PanelHeader>
      {children}
      {entries.length === 0 ? (
        <EmptyState icon={History} title={t("empty")} text={t("emptyText")}>
          <ButtonLink href={`/log?contact=${contactId}`} size="small">
            {t("log")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <ol className="px-4 pt-1 pb-3.5">
          {groupMessages(entries, timeZone).map((line) => (
            <TimelineLine key={line.id} contactId={contactId} line={line} />
          ))}
        </ol>
      )}
      {(older || query.older) && (
        <div className="flex justify-between gap-3 border-line border-t px-4 py-2.5">
          {query.older ? (
            <ButtonLink href={address(query.show)} size="small" variant="ghost" scroll={false}>
              {t("newest")}
            </ButtonLink>
          ) : (
            <span />
          )}
          {older && (
            <ButtonLink href={address(query.show, older)} size="small" variant="ghost" scroll={false} rel="next">
              {t("older")}
            </ButtonLink>
          )}
        </div>
      )}
    </Panel>
  );
}

function search(parts: Record<string, string | undefined>): `?${string}` | "" {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
