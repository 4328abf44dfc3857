"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/ui/form-context";

/** The part of a form that can wait; it opens by itself where a field inside has to be looked at, or was filled. */
export function Fold({ label, fields, children }: { label: string; fields: string[]; children: ReactNode }) {
  const { errors, values } = useContext(FormContext);
  const mustOpen = fields.some((field) => errors?.[field] || [values?.[field] ?? []].flat().some(Boolean));
  return (
    <details open={mustOpen || undefined} className="group border-line border-t pt-3">
      <summary className="flex items-center gap-1.5 font-medium text-dim hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        {label}
      </summary>
      <div className="mt-4 grid gap-4">{children}</div>
    </details>
  );
}
