import type { ReactNode } from "react";

/**
 * How far something is. `share` is 0 to 1, or null where that isn't known; `words` is said to those who see it, `said`
 * to those who listen (not every step: a few are enough).
 */
export function ProgressBar({
  label,
  share,
  words,
  said,
}: {
  label: string;
  share: number | null;
  words: ReactNode;
  said: string;
}) {
  return (
    <>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.floor(share * 100)}
        className="h-2 overflow-hidden rounded-full bg-soft"
      >
        <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none" className="block h-full w-full">
          <rect width={Math.max(2, (share ?? 0) * 100)} height="1" className="fill-accent" />
        </svg>
      </div>
      <p className="text-dim tabular-nums">{words}</p>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </>
  );
}
