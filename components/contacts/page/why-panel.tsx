import { useTranslations } from "next-intl";
import { Hint } from "@/components/ui/hint";
import { Panel } from "@/components/ui/panel";
import type { Explanation } from "@/lib/strength/explain";
import type { Standing } from "@/lib/strength/schema";
import { RulesGrid } from "./rules-grid";
import { WhyHeadline } from "./why-headline";

/** Why this verdict, and the one step that would change it. */
export function WhyPanel({ standing, explanation }: { standing: Standing; explanation: Explanation }) {
  const t = useTranslations("contacts.why");
  return (
    <Panel aria-labelledby="why" className="mb-[18px] overflow-hidden">
      <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1 px-4 pt-3 pb-2.5">
        <h2 id="why" className="font-bold text-body">
          {t("title")}
        </h2>
        <Hint about={t("verdict")}>{t("hint")}</Hint>
        <p className="text-dim text-small">
          <WhyHeadline standing={standing} explanation={explanation} />
        </p>
      </header>
      <RulesGrid explanation={explanation} />
    </Panel>
  );
}
