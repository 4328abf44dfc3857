"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * A native disclosure whose contents are drawn when somebody is about to open it, for where a page has many of which few are
 * opened. Until then it holds `before`, all that shows of it without script or before that has come: a way to do the same
 * elsewhere.
 */
export function DetailsOnDemand({
  name,
  label,
  summary,
  summaryStyle,
  before,
  className,
  children,
}: {
  /** Of those with the same one is open at a time. */
  name: string;
  /** What the summary is called, where its words don't say all. */
  label: string;
  summary: ReactNode;
  summaryStyle: string;
  before: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const draw = () => setDrawn(true);
  useEffect(() => {
    if (details.current?.open) setDrawn(true); // before the script came
  }, []);
  return (
    <details
      ref={details}
      name={name}
      className={className}
      // Once somebody points at it or tabs to it, as a Link asks for its page: `before` is never seen then.
      onPointerEnter={draw}
      onFocus={draw}
      onToggle={({ newState }) => newState === "open" && draw()} // opened by other means
    >
      <summary aria-label={label} className={summaryStyle}>
        {summary}
      </summary>
      {isDrawn ? children : before}
    </details>
  );
}
