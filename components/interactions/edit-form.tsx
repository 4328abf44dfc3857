"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { useMemo } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { dayOf, timeOf } from "@/lib/dates/format";
import { updateInteractionAction } from "@/lib/interactions/actions";
import { interactionValues } from "@/lib/interactions/form-values";
import type { InteractionDetail } from "@/lib/interactions/schema";
import { GroupSizeInput } from "./group-size-input";
import { InteractionFields } from "./interaction-fields";
import { PeopleField } from "./people-field";
import { SavedStatus } from "./saved-status";

/** Changes what was logged; `now` (ISO) is when the form was opened, `back` where it was opened from. */
export function EditInteractionForm({
  interaction,
  now,
  back,
}: {
  interaction: InteractionDetail;
  now: string;
  back: Route;
}) {
  const t = useTranslations("interactions");
  const common = useTranslations("common");
  const zone = useTimeZone() ?? "UTC";
  const router = useRouter();
  const action = useMemo(() => undoable(updateInteractionAction, { done: t("saved") }), [t]);
  const { id, version, contacts, groupSize, occurredAt, ...what } = interaction;
  return (
    <Form action={action} permalink={`/log/${id}`} onSaved={() => router.push(back)}>
      <SavedStatus>{t("saved")}</SavedStatus>
      <input type="hidden" name="id" value={id} />
      <ReadVersion version={version} values={interactionValues(interaction, zone)} />
      <PeopleField initial={contacts} />
      <InteractionFields
        {...what}
        day={dayOf(occurredAt, zone)}
        time={timeOf(occurredAt, zone)}
        today={dayOf(now, zone)}
      />
      <GroupSizeInput value={groupSize} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={back} variant="ghost">
          {common("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
