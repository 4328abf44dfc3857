import { cn } from "./class-names";
import { initials } from "./initials";

const sizes = {
  medium: "size-[30px] text-tiny",
  large: "size-14 text-heading",
};

/** Initials in a circle, beside the name they stand for: hidden from screen readers, which read the name. */
export function Avatar({ name, size = "medium" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid flex-none select-none place-items-center rounded-full border border-line bg-soft font-bold text-dim",
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}
