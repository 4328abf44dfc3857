"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { controlStyle } from "@/components/ui/control-style";
import { describedBy, FieldError, FieldHint } from "@/components/ui/field";
import { useFieldState } from "@/components/ui/form-context";

/** Empty lines offered at first: the rule wants two, a third invites more. */
const linesAtFirst = 3;

/** A list, one entry a line; Enter goes to the next line and adds one after the last. */
export function CommonGroundField({ entries }: { entries: string[] }) {
  const t = useTranslations("assessment");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { errors, typed } = useFieldState("commonGround");
  const shown = typed === undefined ? entries : [typed].flat();
  const [lines, setLines] = useState(Math.max(linesAtFirst, shown.length + 1));
  const inputs = () => [...(list.current?.querySelectorAll("input") ?? [])];

  function add() {
    flushSync(() => setLines(lines + 1));
    inputs().at(-1)?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = inputs()[inputs().indexOf(event.currentTarget) + 1];
    if (next) next.focus();
    else add();
  }

  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <fieldset aria-describedby={describedBy(errorId, `${id}-hint`)} className="min-w-0">
      <legend className="mb-1.5 font-medium">{t("commonGround")}</legend>
      <div ref={list} className="grid gap-1.5">
        {Array.from({ length: lines }, (_, index) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={index}
            name="commonGround[]"
            aria-label={t("commonGroundItem", { number: index + 1 })}
            aria-invalid={errorId ? true : undefined}
            defaultValue={shown[index]}
            onKeyDown={onKeyDown}
            autoComplete="off"
            className={controlStyle}
          />
        ))}
      </div>
      <div className="mt-1.5 grid justify-items-start gap-1.5">
        <FieldError id={errorId} errors={errors} />
        <Button variant="ghost" size="small" onClick={add} className="noscript:hidden">
          <Plus aria-hidden="true" className="size-4" />
          {t("addCommonGround")}
        </Button>
        <FieldHint id={`${id}-hint`}>{t("commonGroundWhy")}</FieldHint>
      </div>
    </fieldset>
  );
}
