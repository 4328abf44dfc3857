"use client";

import { type ReactNode, use, useId } from "react";
import { controlStyle } from "./control-style";
import { CopyButton } from "./copy-button";
import { FormContext } from "./form-context";

/** The secret address that the form around it has just made, with or without script. */
export function ShownOnce({
  label,
  hint,
  copy,
}: {
  label: ReactNode;
  hint: ReactNode;
  copy: Record<"label" | "copied" | "notCopied", string>;
}) {
  const id = useId();
  const address = use(FormContext).saved?.shownOnce;
  if (!address) return null;
  return (
    <div role="status" className="grid gap-1.5 rounded-control bg-soft p-3">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input id={id} readOnly value={address} className={controlStyle} />
        <CopyButton text={address} copied={copy.copied} notCopied={copy.notCopied}>
          {copy.label}
        </CopyButton>
      </div>
      <p className="text-dim text-small">{hint}</p>
    </div>
  );
}
