"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./class-names";
import { Link } from "./link";

const item =
  "flex min-h-8 select-none items-center gap-2.5 rounded-small px-2.5 outline-none data-highlighted:bg-soft data-disabled:text-faint pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:flex-none";

/** Actions behind one button; fill it with MenuItem, MenuLink and MenuSeparator. */
export function Menu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-50 outline-none">
          <Base.Popup className="min-w-44 max-w-[min(20rem,90vw)] rounded-control border border-line bg-panel p-1 shadow-float outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Does something here. An icon goes before the words, as a child. */
export function MenuItem({
  onSelect,
  danger = false,
  disabled,
  children,
}: {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={cn(item, danger && "text-blocked")}>
      {children}
    </Base.Item>
  );
}

/** Goes somewhere. */
export function MenuLink({ href, children }: { href: ComponentProps<typeof Link>["href"]; children: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={item}>
      {children}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
