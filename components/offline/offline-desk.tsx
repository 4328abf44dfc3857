"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Remark } from "@/components/ui/remark";
import { canKeep, type Entry, keep } from "@/public/outbox";
import { useSentWords, useWhat } from "./entry-words";
import { OfflineLog } from "./offline-log";
import { useReached } from "./use-reached";
import { useSending } from "./use-sending";
import { WaitingList } from "./waiting-list";

/** What can be done without a connection: noting what happened, and seeing to what waits. */
export function OfflineDesk({ signedIn, waiting }: { signedIn: boolean; waiting: Entry[] }) {
  const t = useTranslations("offline");
  const reached = useReached();
  const what = useWhat();
  const sentWords = useSentWords();
  const [signedOut, setSignedOut] = useState(false);
  const [changed, setChanged] = useState<Entry | null>(null);
  const [news, setNews] = useState<ReactNode>(null);
  const [round, setRound] = useState(0);

  useSending(reached === true, {
    onTried: (sending) => setSignedOut(sending === "signedOut"),
    onSent: (entries) => setNews(entries.map((entry) => <p key={entry.id}>{sentWords(entry, linkTo(entry))}</p>)),
  });

  function onKept(said: string) {
    if (changed) setChanged(null);
    else setRound(round + 1);
    setNews(said);
  }

  function onDeleted(entry: Entry) {
    const putBack = () => keep(entry).then(() => setNews(null));
    setNews(
      <p className="flex flex-wrap items-center justify-between gap-3">
        {t("deleted", { what: what(entry) })}
        <Button size="small" onClick={putBack}>
          {t("undo")}
        </Button>
      </p>,
    );
  }

  return (
    <>
      <header className="grid justify-items-start gap-2">
        <h1 className="font-bold text-title">{t(reached ? "reached" : "unreached")}</h1>
        <p className="text-dim">{t(reached ? "reachedText" : "unreachedText")}</p>
        <Button variant={reached ? "primary" : "secondary"} onClick={goOn} className="mt-1">
          {t(reached ? "goOn" : "retry")}
        </Button>
      </header>
      {reached && signedOut && (
        <Remark>
          {t("signedOut")}{" "}
          <a href="/login" className="text-accent underline">
            {t("signIn")}
          </a>
        </Remark>
      )}
      <div role="status" className="grid gap-1 rounded-control bg-soft px-3 py-2 font-medium empty:hidden">
        {news}
      </div>
      {waiting.length > 0 && (
        <WaitingList entries={waiting} changed={changed} onChange={setChanged} onDeleted={onDeleted} />
      )}
      {signedIn ? (
        <>
          {changed && <OfflineLog key={changed.id} entry={changed} onKept={onKept} onLeave={() => setChanged(null)} />}
          {/* What is half typed stays while another entry is changed. */}
          <div hidden={changed !== null}>
            <OfflineLog key={round} entry={null} onKept={onKept} />
          </div>
        </>
      ) : (
        <Remark>{t(canKeep() ? "nobody" : "cannotKeep")}</Remark>
      )}
    </>
  );
}

/** The page that was asked for, where this one stands in for another. */
function goOn() {
  if (location.pathname === "/offline") location.assign("/");
  else location.reload();
}

const linkTo =
  ({ sent }: Entry) =>
  (children: ReactNode) => (
    <a href={`/log/${sent?.[0]}`} className="text-accent underline">
      {children}
    </a>
  );
