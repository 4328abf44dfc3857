"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, PointerEvent } from "react";
import { fitting, narrowest, widest } from "@/lib/contacts/list/columns";

const step = 16;

/** The column's edge: dragged, or moved by the arrow keys. */
export function WidthHandle({
  label,
  width,
  onResize,
}: {
  label: string;
  width: number;
  onResize: (width: number) => void;
}) {
  const t = useTranslations("lists.arrange");

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowLeft: width - step, ArrowRight: width + step, Home: narrowest, End: widest }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onResize(fitting(to));
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX - width;
    const move = (moved: globalThis.PointerEvent) => onResize(fitting(moved.clientX - from));
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved; this is the separator one can
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t("width", { column: label })}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      className="absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-line border-r hover:border-edge"
    />
  );
}
