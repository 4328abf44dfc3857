/** A short bar and its number, 0 to 100. `label` names what is measured. */
export function Meter({ value, label }: { value: number; label: string }) {
  const shown = Math.round(Math.min(100, Math.max(0, value)));
  return (
    <span className="inline-flex items-center gap-2 font-bold tabular-nums">
      {/* The browsers' own meter can't be drawn alike; it stays for those who listen. */}
      <meter min={0} max={100} value={shown} aria-label={label} className="sr-only" />
      <svg
        aria-hidden="true"
        viewBox="0 0 54 5"
        preserveAspectRatio="none"
        className="h-[5px] w-[54px] flex-none max-sm:w-7 overflow-hidden rounded-full bg-soft"
      >
        <rect width={(shown / 100) * 54} height="5" rx="2.5" className="fill-ink/75" />
      </svg>
      <span aria-hidden="true" className="min-w-[2ch] text-right">
        {shown}
      </span>
    </span>
  );
}
