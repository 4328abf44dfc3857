"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useEffectEvent, useRef } from "react";
import { KeyHint } from "./button";
import { buttonStyle } from "./button-style";
import { onToast, type Toast } from "./toast";

/** Takes back what was said last. */
const undoKey = "U";
/** What comes together with its live region isn't read out: the first words wait until the region is known. */
const listenersNeedMs = 100;

/** The library makes each a "dialog", which would be one among the real ones; it is words and a button. */
function asArticle({ role: _role, "aria-modal": _modal, ...props }: ComponentProps<"article">) {
  return <article {...props} />;
}

/** The corner where toasts appear, a live region: hovering or focusing it stops the clock. Loaded by Toaster. */
export function Toasts() {
  return (
    <Base.Provider timeout={8000} limit={3}>
      <Corner />
    </Base.Provider>
  );
}

function Corner() {
  const t = useTranslations("common");
  const { toasts, add, close } = Base.useToastManager();
  const keyed = useRef(new Map<string, string>());

  const show = useEffectEvent(({ text, undo, key }: Toast) => {
    const before = key && keyed.current.get(key);
    if (before) close(before);
    const id = add({
      title: text,
      ...(undo && {
        actionProps: {
          children: (
            <>
              {undo.label}
              <KeyHint on="primary">{undoKey}</KeyHint>
            </>
          ),
          "aria-keyshortcuts": undoKey,
          onClick: () => {
            close(id);
            undo.run();
          },
        },
      }),
    });
    if (key) keyed.current.set(key, id);
  });
  useEffect(() => {
    let stop: (() => void) | undefined;
    const soon = setTimeout(() => {
      stop = onToast(show);
    }, listenersNeedMs);
    return () => {
      clearTimeout(soon);
      stop?.();
    };
  }, []);

  return (
    <Base.Portal>
      <Base.Viewport
        aria-label={t("notifications")}
        className="pointer-events-none fixed inset-x-4 top-[4.5rem] z-60 flex flex-col items-center gap-2 md:top-auto md:bottom-6 md:left-[216px]"
      >
        {toasts.map((shown) => (
          <Base.Root
            key={shown.id}
            toast={shown}
            render={asArticle}
            swipeDirection={["down", "right"]}
            className="pointer-events-auto w-full max-w-[420px] rounded-control bg-ink text-bg shadow-float transition-[opacity,translate] duration-150 data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0 data-limited:hidden"
          >
            <Base.Content className="flex items-center gap-3 py-1.5 pr-1.5 pl-4">
              <Base.Title render={<p />} className="min-w-0 flex-1 py-1.5" />
              <Base.Action
                className={buttonStyle({ variant: "ghost", size: "small" }, "text-bg! underline hover:bg-bg/15!")}
              />
              <Base.Close
                aria-label={t("dismiss")}
                aria-hidden={undefined} // the library hides it from those who listen until the mouse comes near
                className={buttonStyle({ variant: "ghost", size: "icon" }, "text-bg! hover:bg-bg/15!")}
              >
                <X aria-hidden="true" className="size-4" />
              </Base.Close>
            </Base.Content>
          </Base.Root>
        ))}
      </Base.Viewport>
    </Base.Portal>
  );
}
