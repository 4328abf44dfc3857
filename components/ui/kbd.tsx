import type { ReactNode } from "react";

/** A key on the keyboard. Hidden where there is none to press. `inherit`: inside a coloured button. */
export function Kbd({ children, inherit = false }: { children: ReactNode; inherit?: boolean }) {
  return (
    <kbd
      className={
        inherit
          ? "rounded-[5px] bg-current/15 px-1.5 py-1 font-mono text-tiny leading-none pointer-coarse:hidden"
          : "rounded-[5px] border border-line border-b-2 bg-soft px-1.5 py-0.5 font-mono text-dim text-tiny pointer-coarse:hidden"
      }
    >
      {children}
    </kbd>
  );
}
