import { useTranslations } from "next-intl";
import { Panel, PanelHeader } from "@/components/ui/panel";

/** What to press on LinkedIn, and what it does. */
export function StepsPanel() {
  const t = useTranslations("connections.removal.steps");
  return (
    <Panel aria-labelledby="steps" className="pb-3.5">
      <PanelHeader id="steps" title={t("title")} />
      <div className="grid gap-2 px-4">
        <ol className="ml-4 grid list-decimal gap-1">
          <li>{t("open")}</li>
          <li>{t.rich("press", { b: (words) => <b className="font-medium">{words}</b> })}</li>
          <li>{t("mark")}</li>
        </ol>
        <p className="text-dim text-small">{t("quiet")}</p>
        <p className="text-dim text-small">{t("archive")}</p>
      </div>
    </Panel>
  );
}
