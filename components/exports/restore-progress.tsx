"use client";

import { useTranslations } from "next-intl";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useProgress } from "@/components/ui/use-progress";
import type { RestoreProgress as Progress } from "@/lib/restore/schema";

const isOver = ({ isUnderWay }: Progress) => !isUnderWay;

/** How far it is, and the page anew at its end. */
export function RestoreProgress({ percent: initial }: { percent: number }) {
  const t = useTranslations("exports.restore.progress");
  const { percent } = useProgress<Progress>("/api/restore", { isUnderWay: true, percent: initial }, { isOver });
  return (
    <Panel aria-labelledby="exports-restoring">
      <PanelHeader id="exports-restoring" title={t("title")} />
      <div className="grid gap-2 px-4 pb-4">
        <ProgressBar
          label={t("title")}
          share={percent / 100}
          words={t("running", { percent })}
          said={t("running", { percent: Math.floor(percent / 25) * 25 })}
        />
        <p className="text-faint text-small">{t("leave")}</p>
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      </div>
    </Panel>
  );
}
