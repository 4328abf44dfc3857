"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

/** Its key is N, but in the queue, where that leads to the note. */
export function NewContactLink({ children }: { children: ReactNode }) {
  const isQueue = usePathname() === "/ready";
  return (
    <ButtonLink href="/contacts/new" {...(!isQueue && { keyHint: "N" })} className="max-md:px-2.5">
      {children}
    </ButtonLink>
  );
}
