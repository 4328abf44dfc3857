import type { ReactNode } from "react";
import { Brand } from "./brand";

/** What stands around the pages of people not signed in: the name and one panel. */
export function GuestShell({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[420px] content-center gap-6 px-4 py-10">
      <div className="justify-self-center">
        <Brand />
      </div>
      <div className="rounded-panel border border-line bg-panel p-6 shadow-panel">{children}</div>
    </main>
  );
}
