"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/ui/form-context";

/** Without script the page comes back and must say that it worked; with it, a toast does and the page moves on. */
export function SavedStatus({ children }: { children: ReactNode }) {
  const { saved } = useContext(FormContext);
  return saved ? (
    <p role="status" className="rounded-control bg-soft px-3 py-2 font-medium">
      {children}
    </p>
  ) : null;
}
