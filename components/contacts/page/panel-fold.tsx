import { Plus } from "lucide-react";
import type { ReactNode } from "react";

/** A form at the foot of a panel, behind its name. */
export function PanelFold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group border-line border-t">
      <summary className="flex items-center gap-1.5 px-4 py-2.5 font-medium text-dim text-small hover:text-ink pointer-coarse:py-3.5 [&::-webkit-details-marker]:hidden">
        <Plus aria-hidden="true" className="size-3.5 transition-transform group-open:rotate-45" />
        {label}
      </summary>
      <div className="px-4 pb-4">{children}</div>
    </details>
  );
}
