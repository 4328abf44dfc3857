import { useTranslations } from "next-intl";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Remark } from "@/components/ui/remark";
import type { ReadQuery, StrengthQuery } from "@/lib/strength/page/schema";
import type { WhatIf } from "@/lib/strength/what-if/schema";
import { Comparison } from "./comparison";
import { WhatIfForm } from "./what-if-form";

/** What would follow if they met, or if one more source were asked. */
export function WhatIfPanel({
  answer,
  ...form
}: {
  contactId: string;
  query: StrengthQuery;
  errors: ReadQuery["errors"];
  today: string;
  /** Null: nothing is supposed. */
  answer: WhatIf | "busy" | null;
}) {
  const t = useTranslations("strength.whatIf");
  return (
    <Panel aria-labelledby="what-if" className="overflow-hidden">
      <PanelHeader id="what-if" title={t("title")} />
      <div className="px-4 pb-4">
        <p className="mb-3 max-w-[70ch] text-dim text-small">{t("text")}</p>
        <WhatIfForm {...form} />
        {answer === "busy" && <Remark className="mt-4">{t("busy")}</Remark>}
      </div>
      {answer !== null && answer !== "busy" && <Comparison {...answer} />}
    </Panel>
  );
}
