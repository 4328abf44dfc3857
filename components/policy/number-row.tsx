"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/control-style";
import { describedBy, FieldError } from "@/components/ui/field";
import { useFieldState, useTypedValue } from "@/components/ui/form-context";
import { type PolicyNumber, policyNumbers } from "@/lib/policy/words";

/** One number of the policy: what it means on one side, the value with its unit and its default on the other. */
export function NumberRow({ name, value, means }: { name: PolicyNumber; value: number; means?: ReactNode }) {
  const t = useTranslations("policy.values");
  const id = useId();
  const { errors } = useFieldState(name);
  const decimals = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 6, useGrouping: false });
  const typed = useTypedValue(name, decimals.format(value));
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <Row
      label={
        <label htmlFor={id} className="font-medium">
          {t(`${name}.label`)}
        </label>
      }
      means={<span id={`${id}-means`}>{means ?? t(`${name}.means`)}</span>}
      error={<FieldError id={errorId} errors={errors} />}
      usual={<span id={`${id}-usual`}>{t(`${name}.usual`, { value: policyNumbers[name].usual })}</span>}
    >
      <input
        id={id}
        name={name}
        defaultValue={typed}
        inputMode={name === "warmAt" ? "decimal" : "numeric"}
        autoComplete="off"
        aria-invalid={errorId ? true : undefined}
        aria-describedby={describedBy(errorId, `${id}-usual`, `${id}-means`)}
        className={cn(controlStyle, "w-20! text-right tabular-nums")}
      />
    </Row>
  );
}

/** The yes or no of the policy, in the same places. */
export function TickRow({ name, value }: { name: "requireSupportEachWay"; value: boolean }) {
  const t = useTranslations("policy.values");
  const id = useId();
  const { typed, returned } = useFieldState(name);
  const checked = returned ? typed === "on" : value;
  return (
    <Row
      label={
        <label htmlFor={id} className="font-medium">
          {t(`${name}.label`)}
        </label>
      }
      means={<span id={`${id}-means`}>{t(`${name}.means`)}</span>}
      usual={<span id={`${id}-usual`}>{t(`${name}.usual`)}</span>}
    >
      <input
        key={String(checked)}
        id={id}
        name={name}
        type="checkbox"
        defaultChecked={checked}
        aria-describedby={describedBy(`${id}-usual`, `${id}-means`)}
        className="my-2.5 size-4 pointer-coarse:my-3 pointer-coarse:size-5"
      />
    </Row>
  );
}

function Row({
  label,
  means,
  usual,
  error,
  children,
}: Record<"label" | "means" | "usual" | "children", ReactNode> & { error?: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 py-2.5">
      <div className="grid min-w-0 content-start gap-0.5">
        {label}
        <p className="max-w-[56ch] text-dim text-small">{means}</p>
        {error}
      </div>
      <div className="grid content-start justify-items-end gap-0.5">
        {children}
        <p className="text-faint text-small tabular-nums">{usual}</p>
      </div>
    </div>
  );
}
