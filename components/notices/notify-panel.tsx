"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Remark } from "@/components/ui/remark";
import { onChoice, readChoice, writeChoice } from "./choice";

/** Asks the browser for leave to notify, and how much it may show. It is this browser's matter alone. */
export function NotifyPanel({ owner }: { owner: string }) {
  const t = useTranslations("notices");
  const [refused, setRefused] = useState(false);
  const choice = useSyncExternalStore(
    onChoice,
    () => (isAllowed() ? readChoice(owner) : "OFF"),
    () => "OFF" as const,
  );
  const isPossible = useSyncExternalStore(
    () => () => {},
    () => "Notification" in window && window.isSecureContext,
    () => true,
  );
  if (!isPossible) return <Remark>{t("impossible")}</Remark>;

  const ask = async () => {
    const allowed = (await Notification.requestPermission()) === "granted";
    setRefused(!allowed);
    if (allowed) writeChoice(owner, "COUNTS");
  };
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="font-medium empty:hidden">
        {choice !== "OFF" && t("on")}
      </p>
      {choice === "OFF" ? (
        <Button onClick={() => void ask()}>{t("ask")}</Button>
      ) : (
        <>
          <Checkbox
            name="text"
            label={t("withText")}
            hint={t("withTextHint")}
            checked={choice === "TEXT"}
            onChange={(event) => writeChoice(owner, event.currentTarget.checked ? "TEXT" : "COUNTS")}
          />
          <Button variant="secondary" onClick={() => writeChoice(owner, "OFF")}>
            {t("stop")}
          </Button>
        </>
      )}
      {refused && (
        <p role="alert" className="font-medium text-blocked">
          {t("refused")}
        </p>
      )}
    </div>
  );
}

const isAllowed = () => "Notification" in window && Notification.permission === "granted";
