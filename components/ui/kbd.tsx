import type { ReactNode } from "react";
import { cn } from "./class-names";

const looks = {
  key: "border border-line border-b-2 bg-soft py-0.5 text-dim",
  flat: "bg-soft py-1 text-dim leading-none",
  inherit: "bg-current/15 py-1 leading-none",
};

/** A key on the keyboard. Hidden where there is none to press. `flat` and `inherit`: inside buttons. */
export function Kbd({ look = "key", children }: { look?: keyof typeof looks; children: ReactNode }) {
  return (
    <kbd className={cn("rounded-[5px] px-1.5 font-mono font-normal text-tiny pointer-coarse:hidden", looks[look])}>
      {children}
    </kbd>
  );
}
