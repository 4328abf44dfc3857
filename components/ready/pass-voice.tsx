"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cardHeading, nobodyLeft } from "./card-heading";

type Shown = { id: string | null; name: string; place: number; count: number };

/** Says who is on the card now, and takes the focus there, whenever it is somebody else than before. */
export function PassVoice({ id, name, place, count }: Shown) {
  const t = useTranslations("ready.voice");
  const [said, setSaid] = useState("");
  const before = useRef<Shown>({ id, name, place, count });

  useEffect(() => {
    const last = before.current;
    before.current = { id, name, place, count };
    if (last.id === id) return;
    document.getElementById(id ? cardHeading : nobodyLeft)?.focus();
    const isBack = count > last.count || (count === last.count && place < last.place);
    if (!id) setSaid(t("nobody"));
    else setSaid(t(isBack ? "back" : "next", { name, position: place, count }));
  }, [id, name, place, count, t]);

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
