import type { ReactNode } from "react";

/** What happened, what to do about it, and the reference by which the log knows it; `children` is the way out. */
export function Problem({
  title,
  text,
  reference,
  children,
}: {
  title: ReactNode;
  text: ReactNode;
  reference?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto grid w-full max-w-[52ch] justify-items-start gap-3 px-4 py-16">
      <h1 className="font-bold text-title">{title}</h1>
      <p className="text-dim">{text}</p>
      {children && <div className="mt-2 flex flex-wrap items-center gap-2">{children}</div>}
      {reference && <p className="font-mono text-faint text-small">{reference}</p>}
    </div>
  );
}
