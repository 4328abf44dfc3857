"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { cn } from "@/components/ui/class-names";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf, timeOf } from "@/lib/dates/format";
import type { ContactChoice } from "@/lib/interactions/schema";
import { FurtherFields } from "./further-fields";
import { InteractionFields } from "./interaction-fields";
import type { Person } from "./people-chosen";
import { PeopleField } from "./people-field";
import { RecentPeople } from "./recent-people";
import { SavedStatus } from "./saved-status";
import { useLogAction } from "./use-log-action";

const weekMs = 7 * 86_400_000;
const nobody: ContactChoice[] = [];

/** On a phone saving stays in reach of the thumb, over the navigation, wherever the form is scrolled to. */
const thumbBar =
  "max-sm:sticky max-sm:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-sm:z-10 max-sm:-mx-4 max-sm:-mb-4 max-sm:rounded-b-panel max-sm:border-line max-sm:border-t max-sm:bg-panel max-sm:p-4 max-sm:py-3";

/**
 * Logs one interaction; without a connection it is kept on this device until there is one, and `onSaved` is told
 * "waiting". `now` (ISO) is when the form was opened, `operationKey` the id of the row it makes.
 */
export function LogForm({
  people,
  recent = nobody,
  now,
  operationKey,
  onSaved,
  children,
}: {
  people: ContactChoice[];
  /** Offered to be chosen by one tap. */
  recent?: ContactChoice[];
  now: string;
  operationKey: string;
  onSaved: (saved: { entity: string }) => void;
  /** Stands beside the button that saves. */
  children?: ReactNode;
}) {
  const t = useTranslations("interactions");
  const chosen = useRef<Person[]>(people);
  const zone = useTimeZone() ?? "UTC";
  const today = dayOf(now, zone);
  const action = useLogAction(recent, chosen);
  return (
    <Form action={action} onSaved={onSaved} className="max-sm:[&_:focus]:scroll-mb-20">
      <SavedStatus>{t("logged")}</SavedStatus>
      <OperationKey value={operationKey} />
      <div className="grid gap-3">
        <PeopleField initial={people} chosenNow={chosen} autoFocus={recent.length === 0 || "keys"} />
        <RecentPeople people={recent} />
      </div>
      <InteractionFields day={today} time={timeOf(now, zone)} today={today} />
      <FurtherFields due={dayOf(new Date(new Date(now).getTime() + weekMs), zone)} />
      <div className={cn("flex flex-wrap items-center gap-3", thumbBar)}>
        <SubmitButton className="max-sm:flex-1">{t("save")}</SubmitButton>
        {children}
        <span className="ml-auto text-dim text-small pointer-coarse:hidden">{t("saveKeys")}</span>
      </div>
    </Form>
  );
}
