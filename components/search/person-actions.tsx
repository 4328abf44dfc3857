"use client";

import { CalendarClock, MessageSquarePlus, Scale, ShieldCheck, User } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import type { FoundPerson } from "@/lib/search/schema";
import { PeekCard } from "./peek-card";
import { ViewHead } from "./view-head";

const row =
  "flex min-h-10 w-full items-center gap-3 rounded-small px-3 text-left hover:bg-soft focus-visible:bg-soft pointer-coarse:min-h-12";
const icon = { "aria-hidden": true, className: "size-4 flex-none text-dim" } as const;

/** One person at a glance and what can be done with them, each by its letter: the shell's Shortcuts press it. */
export function PersonActions({
  person,
  onBack,
  onForm,
  onChosen,
}: {
  person: FoundPerson;
  onBack: () => void;
  onForm: (form: "log" | "followUp") => void;
  onChosen: () => void;
}) {
  const t = useTranslations("search.actions");
  const list = useRef<HTMLUListElement>(null);
  const page = `/contacts/${person.id}`;
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("a, button") ?? [])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they are shown
  useEffect(() => rows()[0]?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      const all = rows();
      all[(all.indexOf(document.activeElement as HTMLElement) + move + all.length) % all.length]?.focus();
    } else if (event.key === "ArrowLeft" || event.key === "Backspace") onBack();
    else return;
    event.preventDefault();
  }

  const links = [
    { name: "check", key: "C", href: `${page}/checks/new`, Icon: ShieldCheck },
    { name: "assess", key: "A", href: `${page}/assessment`, Icon: Scale },
  ] as const;
  return (
    <>
      <ViewHead title={person.name} onBack={onBack} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the actions in it */}
      <div className="min-h-0 flex-1 overflow-y-auto p-3" onKeyDown={onKeyDown}>
        <ul ref={list} aria-label={t("of", { name: person.name })}>
          <li>
            <button type="button" aria-keyshortcuts="L" onClick={() => onForm("log")} className={row}>
              <MessageSquarePlus {...icon} />
              <Words text={t("log")} letter="L" />
            </button>
          </li>
          {links.map(({ name, key, href, Icon }) => (
            <li key={name}>
              <Link href={href as Route} aria-keyshortcuts={key} onClick={onChosen} className={row}>
                <Icon {...icon} />
                <Words text={t(name)} letter={key} />
              </Link>
            </li>
          ))}
          <li>
            <button type="button" aria-keyshortcuts="F" onClick={() => onForm("followUp")} className={row}>
              <CalendarClock {...icon} />
              <Words text={t("followUp")} letter="F" />
            </button>
          </li>
          <li>
            <Link href={page as Route} aria-keyshortcuts="O" onClick={onChosen} className={row}>
              <User {...icon} />
              <Words text={t("open")} letter="O" />
            </Link>
          </li>
        </ul>
        <section aria-label={t("glance", { name: person.name })} className="mt-3 border-line border-t px-3 pt-4">
          <PeekCard person={person} />
        </section>
      </div>
    </>
  );
}

function Words({ text, letter }: { text: string; letter: string }) {
  return (
    <>
      <span className="min-w-0 flex-1">{text}</span>
      <span aria-hidden="true">
        <Kbd>{letter}</Kbd>
      </span>
    </>
  );
}
