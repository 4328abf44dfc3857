import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

/** One subject of the settings. */
export function Section({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <Panel aria-labelledby={id} className="p-4 sm:p-5">
      <h2 id={id} className="font-bold text-heading">
        {title}
      </h2>
      {text && <p className="mt-1 max-w-[70ch] text-dim">{text}</p>}
      <div className="mt-4">{children}</div>
    </Panel>
  );
}
