import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyList } from "@/components/ui/key-list";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { connectionsAddress } from "@/lib/connections/address";
import type { ConnectionPage, ConnectionQuery } from "@/lib/connections/schema";
import { ConnectionRows } from "./connection-rows";

/** A page of connections, or why there is none. */
export function ConnectionList({ query, page }: { query: ConnectionQuery; page: ConnectionPage }) {
  const t = useTranslations("connections");
  const why = query.q ? "searched" : query.show === "all" ? "all" : "other";
  return (
    <>
      <p className="mb-2 text-dim text-small">{t(`groupMeans.${query.show}`)}</p>
      <Panel aria-label={t(`groups.${query.show}`)}>
        <RowKeys>
          <ConnectionRows connections={page.items} />
        </RowKeys>
        {page.items.length === 0 && (
          <EmptyState icon={Users} title={t(`empty.${why}`)} text={t(`empty.${why}Text`)}>
            {why === "all" && <ButtonLink href="/data">{t("empty.allLink")}</ButtonLink>}
          </EmptyState>
        )}
      </Panel>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        {(page.next || query.after) && (
          <nav aria-label={t("more")} className="flex gap-2">
            {query.after && <ButtonLink href={connectionsAddress(query)}>{t("first")}</ButtonLink>}
            {page.next && <ButtonLink href={connectionsAddress(query, { after: page.next })}>{t("more")}</ButtonLink>}
          </nav>
        )}
        {page.items.length > 0 && (
          <KeyList
            label={t("keys.label")}
            keys={[
              { press: ["J", "K"], text: t("keys.move") },
              { press: ["↵"], text: t("keys.open") },
              { press: ["R"], text: t("keys.list") },
              { press: ["1", "…", "6"], text: t("keys.groups") },
            ]}
          />
        )}
      </div>
    </>
  );
}
