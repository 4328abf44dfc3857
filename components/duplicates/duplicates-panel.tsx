import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { Progress } from "@/lib/duplicates/schema";

/** The way from where people come in to whoever came in twice. */
export async function DuplicatesPanel({ likely, perhaps }: Pick<Progress, "likely" | "perhaps">) {
  const t = await getTranslations("duplicates.panel");
  return (
    <Panel aria-labelledby="duplicates-panel">
      <PanelHeader id="duplicates-panel" title={t("title")} />
      <div className="grid justify-items-start gap-3 px-4 pb-4">
        <p className="text-dim">{t("text", { left: likely + perhaps })}</p>
        <ButtonLink href="/contacts/duplicates">{t("open")}</ButtonLink>
      </div>
    </Panel>
  );
}
