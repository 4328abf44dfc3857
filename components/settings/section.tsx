import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Panel } from "@/components/ui/panel";

/** One subject of the settings. Forms are as wide as they read well, unless there is more to see than a form. */
export function Section({
  id,
  title,
  text,
  wide = false,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Panel aria-labelledby={id} className="p-4 sm:p-5">
      <h2 id={id} className="font-bold text-heading">
        {title}
      </h2>
      {text && <p className="mt-1 max-w-[70ch] text-dim">{text}</p>}
      <div className={cn("mt-4", !wide && "max-w-[680px]")}>{children}</div>
    </Panel>
  );
}
