import { useTranslations } from "next-intl";
import { ContactPicker } from "@/components/contacts/contact-picker";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { newOperationKey } from "@/lib/operation-key";
import { SupportForm } from "./support-form";

/** Help given to or received from anybody. */
export function NoteHelp() {
  const t = useTranslations("support");
  return (
    <Panel aria-labelledby="note-help">
      <PanelHeader id="note-help" title={t("ledger.note")} />
      <div className="px-4 pb-4">
        <SupportForm who={<ContactPicker label={t("who")} hint={t("whoHint")} />} operationKey={newOperationKey()} />
      </div>
    </Panel>
  );
}
