"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { takeBack } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { undoLogAction } from "@/lib/interactions/actions";
import type { Entry } from "@/public/outbox";
import { useSentWords } from "./entry-words";
import { useSending } from "./use-sending";

/** Says how much waits on this device, sends it, and tells what was sent. */
export function OutboxNotice({ entries }: { entries: Entry[] }) {
  const t = useTranslations("outbox");
  useSending(true, { onSent: useTellSent() });
  const waiting = entries.filter(({ sent }) => !sent);
  const wrong = waiting.filter(({ problem }) => problem).length;
  if (waiting.length === 0) return null;
  return (
    <p className="mb-2 flex flex-wrap items-center justify-between gap-x-3 rounded-control bg-soft px-3 py-2 font-medium">
      {wrong > 0 ? t("needsLook", { count: wrong }) : t("waiting", { count: waiting.length })}
      <Link href="/offline" className="text-accent underline">
        {t("look")}
      </Link>
    </p>
  );
}

/** Each that was sent gets a toast, with the way to it and the way back; the page shows what is new. */
function useTellSent() {
  const t = useTranslations("outbox");
  const words = useSentWords();
  const undo = useUndo();
  const router = useRouter();
  return (entries: Entry[]) => {
    for (const entry of entries) {
      const ids = entry.sent ?? [];
      const way = undo(undoLogAction, { fields: () => ({ ids: ids.join(",") }), undone: t("undone") });
      const link = (children: React.ReactNode) => (
        <Link href={`/log/${ids[0]}` as Route} className="underline">
          {children}
        </Link>
      );
      toast({
        text: words(entry, link),
        undo: { label: way.label, run: () => takeBack(way, { entity: "interaction", ids }) },
      });
    }
    router.refresh();
  };
}
