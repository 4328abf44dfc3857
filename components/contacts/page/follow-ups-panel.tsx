import { useTranslations } from "next-intl";
import { FollowUpForm } from "@/components/follow-ups/follow-up-form";
import { FollowUpList } from "@/components/follow-ups/follow-up-list";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { FollowUp } from "@/lib/follow-ups/schema";
import { newOperationKey } from "@/lib/operation-key";
import { PanelFold } from "./panel-fold";

/** What was promised to a contact, and by when. */
export function FollowUpsPanel({ contactId, followUps }: { contactId: string; followUps: FollowUp[] }) {
  const t = useTranslations("follow-ups");
  return (
    <Panel aria-labelledby="follow-ups">
      <PanelHeader id="follow-ups" title={t("list")} />
      {followUps.length > 0 && <FollowUpList followUps={followUps} />}
      <PanelFold label={t("add")}>
        <FollowUpForm contactId={contactId} operationKey={newOperationKey()} />
      </PanelFold>
    </Panel>
  );
}
