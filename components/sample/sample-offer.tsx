import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { addSampleAction } from "@/lib/sample/actions";

/** For an account with nothing in it: made-up people to look around with. */
export function SampleOffer() {
  const t = useTranslations("sample");
  return (
    <Panel aria-labelledby="sample-offer">
      <PanelHeader id="sample-offer" title={t("offer")} />
      <div className="grid justify-items-start gap-3 px-4 pb-4">
        <p className="max-w-[70ch] text-dim">{t("offerText")}</p>
        <ActionButton action={addSampleAction} fields={{}} done={t("added")}>
          {t("add")}
        </ActionButton>
      </div>
    </Panel>
  );
}
