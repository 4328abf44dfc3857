import type { ReactNode } from "react";

/** A page for guests that has something to say instead of a form. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h1 className="font-bold text-title">{title}</h1>
      <p className="text-dim">{text}</p>
      {children}
    </div>
  );
}
