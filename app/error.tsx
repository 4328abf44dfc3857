"use client";

import { Crash } from "@/components/shell/crash";

/** For what fails outside the shell, or the shell itself. */
export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-[80dvh] content-center">
      <Crash {...props} />
    </main>
  );
}
