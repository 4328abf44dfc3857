"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./class-names";

const widths = { medium: "sm:max-w-[480px]", large: "sm:max-w-[680px]" };

/**
 * A modal dialog; on a phone a sheet at the bottom. Opened by its `trigger` (one button), or from outside by `open`
 * and `onOpenChange`. It keeps the focus, gives it back on closing, and Esc closes it. Load it where it is wanted
 * (next/dynamic), not with every page.
 */
export function Dialog({
  trigger,
  title,
  description,
  size = "medium",
  open,
  onOpenChange,
  children,
}: {
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof widths;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto overscroll-contain sm:items-start sm:p-6 sm:pt-[10vh]">
          <Base.Popup
            className={cn(
              "relative max-h-[92dvh] w-full overflow-y-auto rounded-t-panel border border-line bg-panel p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-float transition-[opacity,translate] duration-150",
              "data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0",
              "sm:max-h-none sm:overflow-visible sm:rounded-panel",
              widths[size],
            )}
          >
            <Base.Title className="pr-10 font-bold text-heading">{title}</Base.Title>
            {description && <Base.Description className="mt-1 text-dim">{description}</Base.Description>}
            <div className="mt-4">{children}</div>
            {/* Last in the order of the tab key: whoever opens a dialog wants its first field. */}
            <Base.Close
              aria-label={t("close")}
              className={buttonStyle({ variant: "ghost", size: "icon" }, "absolute top-4 right-4")}
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog it is in: `<DialogClose><Button>…</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
