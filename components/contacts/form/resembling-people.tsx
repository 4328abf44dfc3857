"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useReader } from "@/components/ui/date";
import { findResemblingAction } from "@/lib/duplicates/actions";
import type { Resembling } from "@/lib/duplicates/schema";
import { listInWords } from "@/lib/i18n/list";

/** The pause in typing after which it is worth asking. */
const pauseMs = 250;

/** While its form is filled in: contacts that may be the very person. A hint; nothing is held up by it. */
export function ResemblingPeople() {
  const t = useTranslations("contacts.form");
  const reason = useTranslations("duplicates.reasons");
  const { locale } = useReader();
  const here = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Resembling[]>([]);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    let asked = 0;
    const ask = async () => {
      const turn = ++asked;
      const typed = new FormData(form);
      const one = (name: string) => String(typed.get(name) ?? "");
      const several = (name: string) => typed.getAll(name).map(String).filter(Boolean);
      const people = await findResemblingAction({
        fullName: one("fullName"),
        company: one("company"),
        linkedIn: several("linkedIn[]"),
        emails: several("emails[]"),
        phones: several("phones[]"),
      }).catch(() => []);
      if (turn === asked) setFound(people);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, pauseMs);
    };
    form.addEventListener("input", later);
    later(); // the name may be given already
    return () => {
      asked = Number.POSITIVE_INFINITY;
      clearTimeout(timer);
      form.removeEventListener("input", later);
    };
  }, []);

  return (
    <div ref={here} className="empty:hidden">
      <output className="sr-only">{found.length > 0 && t("resemblingCount", { count: found.length })}</output>
      {found.length > 0 && (
        <div className="rounded-control bg-soft px-3 py-2.5">
          <p className="font-medium">{t("resembling")}</p>
          <ul className="mt-1 grid gap-1">
            {found.map(({ id, fullName, company, reasons }) => (
              <li key={id}>
                {/* In a tab of its own: what was typed here stays. */}
                <a
                  href={`/contacts/${id}`}
                  target="_blank"
                  rel="noopener"
                  className="font-medium text-accent hover:underline"
                >
                  {fullName}
                </a>
                {company && <span className="text-dim"> · {company}</span>}
                <span className="block text-dim text-small first-letter:uppercase">
                  {listInWords(
                    reasons.map((code) => reason(code)),
                    locale,
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
