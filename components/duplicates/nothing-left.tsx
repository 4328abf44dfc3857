import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

export function NothingLeft({ isLooking }: { isLooking: boolean }) {
  const t = useTranslations("duplicates");
  return (
    <Panel>
      <EmptyState
        icon={UsersRound}
        title={t(isLooking ? "emptyLookingTitle" : "emptyTitle")}
        text={t(isLooking ? "emptyLookingText" : "emptyText")}
      >
        <ButtonLink href="/contacts">{t("back")}</ButtonLink>
      </EmptyState>
    </Panel>
  );
}
