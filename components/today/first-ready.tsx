import { PartyPopper } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { showFirstStepsAction } from "@/lib/today/first-steps/actions";

/** All first steps are taken: somebody is ready. Said once, until it is put away. */
export function FirstReady() {
  const t = useTranslations("today.start");
  return (
    <Panel aria-labelledby="first-ready" className="mb-[18px] flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <PartyPopper aria-hidden="true" strokeWidth={1.5} className="size-6 flex-none text-ready" />
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="first-ready" className="font-bold text-body">
          {t("there")}
        </h2>
        <p className="text-dim">{t("thereText")}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <ActionButton action={showFirstStepsAction} fields={{ show: "no" }} done={t("hidden")} variant="ghost">
          {t("close")}
        </ActionButton>
        <ButtonLink href="/ready" size="small" variant="primary">
          {t("readyQueue")}
        </ButtonLink>
      </div>
    </Panel>
  );
}
