import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import type { RemovalList, RemovalPage } from "@/lib/connections/removal/schema";
import { RemovalRow } from "./removal-row";

/** A page of whom to remove, or of who was removed. */
export function RemovalPanel({ list, page, isFirst }: { list: RemovalList; page: RemovalPage; isFirst: boolean }) {
  const t = useTranslations("connections");
  const address = list === "open" ? "/connections/removals" : (`/connections/removals?show=${list}` as const);
  return (
    <div>
      <Panel aria-label={t(`removal.lists.${list}`)}>
        <RowKeys>
          {page.items.map((removal) => (
            <RemovalRow key={removal.contactId} removal={removal} isDone={list === "done"} />
          ))}
        </RowKeys>
        {page.items.length === 0 && (
          <EmptyState icon={UserMinus} title={t(`removal.empty.${list}`)} text={t(`removal.empty.${list}Text`)}>
            <ButtonLink href="/connections">{t("removal.back")}</ButtonLink>
          </EmptyState>
        )}
      </Panel>
      {(page.next || !isFirst) && (
        <nav aria-label={t("more")} className="mt-4 flex gap-2">
          {!isFirst && <ButtonLink href={address}>{t("first")}</ButtonLink>}
          {page.next && (
            <ButtonLink href={`/connections/removals?show=${list}&after=${page.next}`}>{t("more")}</ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}
