"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { ContactChoice } from "@/lib/interactions/schema";
import { LogForm } from "./log-form";

/** The form on a page of its own; once saved it leads to the person it was opened for, else to Today. */
export function LogPageForm({
  person,
  now,
  operationKey,
}: {
  person: ContactChoice | null;
  now: string;
  operationKey: string;
}) {
  const common = useTranslations("common");
  const router = useRouter();
  const back: Route = person ? (`/contacts/${person.id}` as Route) : "/";
  return (
    <LogForm people={person ? [person] : []} now={now} operationKey={operationKey} onSaved={() => router.push(back)}>
      <ButtonLink href={back} variant="ghost">
        {common("cancel")}
      </ButtonLink>
    </LogForm>
  );
}
