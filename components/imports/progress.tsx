"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useProgress } from "@/components/ui/use-progress";
import { busyStates, type ImportState } from "@/lib/imports/states";

type Progress = { state: ImportState; rowsDone: number; rowsTotal: number };

const isOver = ({ state }: Progress) => !busyStates.includes(state);

/** The bar of a running import, and the page anew at its end. */
export function ImportProgress({ id, initial }: { id: string; initial: Progress }) {
  const t = useTranslations("imports.progress");
  const { state, rowsDone, rowsTotal } = useProgress(`/api/imports/${id}`, initial, { isOver });
  const share = rowsTotal > 0 ? rowsDone / rowsTotal : 0;
  const words = { READING: t("reading"), QUEUED: t("waiting"), CANCELLING: t("cancelling"), UNDOING: t("undoing") }[
    state as string
  ];
  return (
    <div className="grid gap-2 px-4 pb-4">
      <ProgressBar
        label={state === "UNDOING" ? t("labelUndo") : t("label")}
        share={state === "RUNNING" ? share : null}
        words={words ?? t("running", { done: rowsDone, total: rowsTotal })}
        said={words ?? t("running", { done: Math.floor(share * 4) * Math.floor(rowsTotal / 4), total: rowsTotal })}
      />
      <p className="text-faint text-small">{t("leave")}</p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  );
}
