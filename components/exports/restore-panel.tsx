"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel, PanelHeader } from "@/components/ui/panel";

/** Offered while nothing is recorded: a plain form, sent by the browser itself, that leads back here. */
export function RestorePanel() {
  const t = useTranslations("exports.restore");
  const [isSent, setSent] = useState(false);
  return (
    <Panel aria-labelledby="exports-restore">
      <PanelHeader id="exports-restore" title={t("title")} />
      <form
        action="/api/restore"
        method="post"
        encType="multipart/form-data"
        onSubmit={(event) => {
          if (isSent) event.preventDefault();
          setSent(true);
        }}
        className="grid justify-items-start gap-3 px-4 pb-4"
      >
        <p className="text-dim">{t("text")}</p>
        <input
          type="file"
          name="file"
          required
          accept=".json,application/json"
          aria-label={t("label")}
          className="max-w-full text-small file:mr-3 file:min-h-9 file:rounded-control file:border file:border-edge file:bg-panel file:px-3.5 file:font-medium file:text-ink"
        />
        <Button type="submit" aria-disabled={isSent || undefined}>
          {t("submit")}
        </Button>
        <p aria-live="polite" className="text-dim empty:hidden">
          {isSent ? t("sending") : ""}
        </p>
      </form>
    </Panel>
  );
}
