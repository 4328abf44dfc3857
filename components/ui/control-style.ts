/** What every box one types into or picks from has in common. */
export const controlStyle =
  "block w-full min-w-0 rounded-control border border-edge bg-panel px-3 py-1.5 text-body text-ink transition-colors hover:border-dim focus-visible:outline-offset-0 aria-invalid:border-blocked disabled:bg-soft disabled:text-dim pointer-coarse:py-2.5 pointer-coarse:text-touch";
