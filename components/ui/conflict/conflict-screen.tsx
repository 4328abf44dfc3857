"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Conflict } from "@/lib/form-conflict/schema";
import { Moment } from "../date";
import { SubmitButton } from "../submit-button";
import { DifferenceFields } from "./difference-fields";

/**
 * In place of a form's fields, when its row was changed elsewhere since it was opened: both versions, field by field. What
 * doesn't stand in each other's way is chosen already. It is sent as the form itself, so it works without script, too.
 */
export function ConflictScreen({ conflict }: { conflict: Conflict }) {
  const t = useTranslations("common.conflict");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { changedAt, differences, mine, read, see } = conflict;
  const clashes = differences.some(({ changed }) => changed === "both" || changed === "unknown");
  return (
    <section aria-labelledby="conflict" className="grid min-w-0 gap-4 rounded-panel border border-line bg-panel p-4">
      <div className="grid gap-1">
        <h2 ref={title} id="conflict" tabIndex={-1} className="scroll-mt-24 font-bold text-heading outline-none">
          {t.rich("title", { moment: () => <Moment at={changedAt} /> })}
        </h2>
        <p className="max-w-[68ch] text-dim">
          {t(differences.length === 0 ? "nothingDiffers" : clashes ? "clashes" : "fitsTogether")}{" "}
          {see && (
            // In a tab of its own: what was typed here stays.
            <a href={see.href} target="_blank" rel="noopener" className="text-accent underline">
              {t("see", { name: see.label })}
            </a>
          )}
        </p>
      </div>
      <input type="hidden" name="read" value={read} />
      {Object.entries(mine).flatMap(([name, value]) =>
        typeof value === "string" ? (
          <input key={name} type="hidden" name={name} value={value} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
          value.map((entry, at) => <input key={`${name} ${at}`} type="hidden" name={`${name}[]`} value={entry} />)
        ),
      )}
      {differences.map((difference) => (
        <DifferenceFields key={difference.group} difference={difference} />
      ))}
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t("save")}</SubmitButton>
        <SubmitButton variant="ghost" name="keep" value="theirs">
          {t("keepTheirs")}
        </SubmitButton>
      </div>
    </section>
  );
}
