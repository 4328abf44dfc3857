"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useId, useRef } from "react";
import { type Choice, choiceField, combinedField } from "@/lib/form-conflict/names";
import type { Difference, Side } from "@/lib/form-conflict/schema";
import { cn } from "../class-names";
import { controlStyle } from "../control-style";

const card =
  "grid min-w-0 grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 gap-y-1 rounded-control border border-line p-3 has-checked:border-accent has-checked:bg-soft";

/** One field in both versions, of which one is chosen; of a text also both in one, to be edited. */
export function DifferenceFields({ difference }: { difference: Difference }) {
  const t = useTranslations("common.conflict");
  const id = useId();
  const { group, label, before, changed, choice } = difference;
  return (
    <div className="border-line border-t pt-3">
      <fieldset className="min-w-0">
        <legend>
          <span className="font-bold">{label}</span>{" "}
          <span className="text-dim text-small">{t(`changed.${changed}`)}</span>
        </legend>
        {before !== null && changed === "both" && (
          <p className="text-dim text-small [overflow-wrap:anywhere]">
            {t("before")} <span className="whitespace-pre-line">{before || t("blank")}</span>
          </p>
        )}
        <div className="mt-2 grid gap-2 sm:grid-cols-2">
          {(["mine", "theirs"] as const).map((value) => (
            <label key={value} htmlFor={`${id}-${value}`} className={cn(card, "cursor-pointer")}>
              <Radio id={`${id}-${value}`} group={group} value={value} choice={choice} />
              <span className="font-medium">{t(value)}</span>
              <Version side={difference[value]} />
            </label>
          ))}
        </div>
        {difference.combined !== null && <Combined {...difference} combined={difference.combined} />}
      </fieldset>
    </div>
  );
}

function Radio({
  group,
  value,
  choice,
  ...radio
}: { group: string; value: Choice; choice: Choice } & ComponentProps<"input">) {
  return (
    <input
      {...radio}
      type="radio"
      name={choiceField(group)}
      value={value}
      defaultChecked={choice === value}
      className="mt-0.5 size-4"
    />
  );
}

function Combined({ group, label, choice, combined }: Difference & { combined: string }) {
  const t = useTranslations("common.conflict");
  const id = useId();
  const radio = useRef<HTMLInputElement>(null);
  return (
    <div className={cn(card, "mt-2")}>
      <Radio ref={radio} id={id} group={group} value="combined" choice={choice} />
      <label htmlFor={id} className="cursor-pointer font-medium">
        {t("combined")}
      </label>
      <textarea
        name={combinedField(group)}
        aria-label={t("combinedOf", { label })}
        defaultValue={combined}
        onInput={() => {
          if (radio.current) radio.current.checked = true; // whoever edits it wants it
        }}
        className={cn(controlStyle, "field-sizing-content col-span-2 max-h-[60vh] min-h-[6lh] resize-none")}
      />
    </div>
  );
}

/** A version as it reads; what the other one hasn't stands out. */
function Version({ side }: { side: Side }) {
  const t = useTranslations("common.conflict");
  if (side.length === 0) {
    return <span className="col-span-2 text-dim">{t("blank")}</span>;
  }
  return (
    <span className="col-span-2 whitespace-pre-line [overflow-wrap:anywhere]">
      {side.map(({ text, shared }, at) =>
        shared ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
          <mark key={at} className="rounded-[3px] bg-almost-bg text-ink underline decoration-almost decoration-2">
            {text}
          </mark>
        ),
      )}
    </span>
  );
}
