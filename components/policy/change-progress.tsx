"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/components/ui/toast";
import { useProgress } from "@/components/ui/use-progress";
import { dropChangeAction } from "@/lib/policy/actions";
import type { ChangeProgress, PolicyChange } from "@/lib/policy/schema";
import { isUnderWay } from "@/lib/policy/words";

const isOver = (now: ChangeProgress) => !isUnderWay(now);

/** How far a change is that is made in the background, with the way to stop it. `version` is the one it will have. */
export function ChangeUnderWay({ change, version }: { change: PolicyChange; version: number }) {
  const t = useTranslations("policy.change");
  const onOver = (now: ChangeProgress) => {
    if (now.state === "GONE" && now.version >= version) toast({ text: t("over") });
  };
  const { state, done, total } = useProgress<ChangeProgress>(
    "/api/policy/change",
    { ...change, version: 0 },
    { isOver, onOver },
  );
  const share = total > 0 ? done / total : 0;
  const running = (count: number) => (state === "WAITING" ? t("waiting") : t("running", { done: count, total }));
  return (
    <section aria-labelledby="policy-change" className="grid gap-2 rounded-control bg-soft px-4 py-3">
      <h3 id="policy-change" className="font-bold">
        {t("title")}
      </h3>
      <ProgressBar
        label={t("label")}
        share={state === "RUNNING" ? share : null}
        words={running(done)}
        said={running(Math.floor(share * 4) * Math.floor(total / 4))}
      />
      <p className="text-dim text-small">{t("meanwhile")}</p>
      <ActionButton action={dropChangeAction} fields={{ id: change.id }} done={t("kept")}>
        {t("stop")}
      </ActionButton>
      <noscript>{t("reload")}</noscript>
    </section>
  );
}
