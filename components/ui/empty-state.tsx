import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What will be here, and the one thing to do so that it is; `children` is that button or link. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  children,
}: {
  icon?: LucideIcon;
  title: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-10 text-center">
      {Icon && <Icon aria-hidden="true" strokeWidth={1.5} className="size-6 text-faint" />}
      <p className="font-medium">{title}</p>
      {text && <p className="max-w-[46ch] text-balance text-dim">{text}</p>}
      {children && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
