"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { ContactChoice } from "@/lib/interactions/schema";
import { LogForm } from "./log-form";

/**
 * The form on a page of its own; once saved it leads to the person it was opened for, else to Today. Without a
 * connection neither can be shown: then it is there for the next meeting.
 */
export function LogPageForm({
  person,
  recent,
  now,
  operationKey,
}: {
  person: ContactChoice | null;
  recent: ContactChoice[];
  now: string;
  operationKey: string;
}) {
  const common = useTranslations("common");
  const router = useRouter();
  const back: Route = person ? (`/contacts/${person.id}` as Route) : "/";
  const [round, setRound] = useState(0);
  return (
    <LogForm
      key={round}
      people={person ? [person] : []}
      recent={recent}
      now={now}
      operationKey={operationKey}
      onSaved={({ entity }) => (entity === "waiting" ? setRound(round + 1) : router.push(back))}
    >
      <ButtonLink href={back} variant="ghost">
        {common("cancel")}
      </ButtonLink>
    </LogForm>
  );
}
