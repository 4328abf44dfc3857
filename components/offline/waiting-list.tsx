"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/date";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { type Entry, remove, withEntry } from "@/public/outbox";
import { useWhat } from "./entry-words";

/** What waits on this device, oldest first; under an entry what the server had against it. */
export function WaitingList({
  entries,
  changed,
  onChange,
  onDeleted,
}: {
  entries: Entry[];
  /** Whose form is open. */
  changed: Entry | null;
  onChange: (entry: Entry) => void;
  onDeleted: (entry: Entry) => void;
}) {
  const t = useTranslations("offline");
  const outbox = useTranslations("outbox");
  const what = useWhat();
  // Not while it is on its way: then it is too late.
  const erase = (entry: Entry) => withEntry(entry.id, () => remove(entry.id).then(() => onDeleted(entry)));
  return (
    <Panel aria-labelledby="waiting">
      <PanelHeader
        title={outbox("waiting", { count: entries.length })}
        id="waiting"
        note={<span className="text-dim">{t("waitingText")}</span>}
      />
      <ul className="grid divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-48 flex-1">
              <p className="font-medium">{what(entry)}</p>
              {typeof entry.values.day === "string" && /^\d{4}-\d\d-\d\d$/.test(entry.values.day) && (
                <p className="text-dim text-small">
                  <Day day={entry.values.day} near />
                </p>
              )}
              {entry.values.notes && <p className="line-clamp-2 text-dim">{entry.values.notes}</p>}
              {entry.problem && (
                <p className="mt-1 font-medium text-blocked">{Object.values(entry.problem.errors).flat().join(" ")}</p>
              )}
            </div>
            {entry.id !== changed?.id && (
              <div className="flex gap-2">
                <Button
                  size="small"
                  aria-label={t("named", { action: t("change"), what: what(entry) })}
                  onClick={() => onChange(entry)}
                >
                  {t("change")}
                </Button>
                <Button
                  size="small"
                  variant="danger"
                  aria-label={t("named", { action: t("delete"), what: what(entry) })}
                  onClick={() => erase(entry)}
                >
                  {t("delete")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
