import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { ConnectionFilter, ConnectionPage } from "@/lib/connections/schema";
import { ConnectionRow } from "./connection-row";

/** A page of connections, or why there is none. */
export function ConnectionList({
  filter,
  page,
  isFirst,
}: {
  filter: ConnectionFilter;
  page: ConnectionPage;
  isFirst: boolean;
}) {
  const t = useTranslations("connections");
  const about = filter === "all" ? "all" : "other";
  const address = filter === "all" ? "/connections?" : (`/connections?show=${filter}&` as const);
  return (
    <>
      <Panel aria-label={t(`filters.${filter}`)}>
        {page.items.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} />
        ))}
        {page.items.length === 0 && (
          <EmptyState icon={Users} title={t(`empty.${about}`)} text={t(`empty.${about}Text`)}>
            {filter === "all" && <ButtonLink href="/data">{t("empty.allLink")}</ButtonLink>}
          </EmptyState>
        )}
      </Panel>
      {(page.next || !isFirst) && (
        <nav aria-label={t("more")} className="mt-4 flex gap-2">
          {!isFirst && <ButtonLink href={address}>{t("first")}</ButtonLink>}
          {page.next && <ButtonLink href={`${address}after=${page.next}`}>{t("more")}</ButtonLink>}
        </nav>
      )}
    </>
  );
}
