"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import type { Candidate } from "@/lib/duplicates/schema";
import { rowStyle } from "./columns";

/** Who they are, a way to choose everything from one of them, and, of more than two, who of them is meant. */
export function PeopleRow({ people }: { people: Candidate[] }) {
  const t = useTranslations("duplicates");
  const takeAll = (event: MouseEvent<HTMLButtonElement>, id: string) => {
    for (const radio of event.currentTarget.form?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? []) {
      if (radio.value === id) radio.checked = true;
    }
  };
  return (
    <div className={cn(rowStyle(people.length), "border-t-0")}>
      <span className="max-sm:hidden" />
      {people.map(({ id, fullName, createdAt }, index) => (
        <div key={id} className="grid content-start justify-items-start gap-1 px-2">
          <Link href={`/contacts/${id}`} className="font-bold hover:underline" target="_blank">
            {fullName}
          </Link>
          <span className="text-dim text-small">{t.rich("added", { day: () => <DayOf moment={createdAt} /> })}</span>
          <Button
            size="small"
            variant="secondary"
            keyHint={String(index + 1)}
            className="noscript:hidden"
            onClick={(event) => takeAll(event, id)}
          >
            {t("takeAll")}
            <span className="sr-only">{t("takeAllOf", { name: fullName })}</span>
          </Button>
          {people.length > 2 ? (
            <Checkbox
              name="people[]"
              value={id}
              defaultChecked
              aria-label={t("includeName", { name: fullName })}
              label={t("include")}
            />
          ) : (
            <input type="hidden" name="people[]" value={id} />
          )}
        </div>
      ))}
    </div>
  );
}
