"use client";

import type { Route } from "next";
import { useTimeZone, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { createCheckAction, updateCheckAction } from "@/lib/checks/actions";
import { checkValues } from "@/lib/checks/form-values";
import type { CheckDetail } from "@/lib/checks/schema";
import type { CheckKind } from "@/lib/checks/words";
import { dayOf } from "@/lib/dates/format";
import type { ContactChoice } from "@/lib/interactions/schema";
import { ClaimFields } from "./claim-fields";
import { FindingFields } from "./finding-fields";
import { SourceFields } from "./source-fields";

/** What both forms know: whose claim, their own pages, how long a check counts (days), and when the form was opened (ISO). */
export type CheckFormProps = { contact: ContactChoice; ownPages: string[]; maxAge: number; now: string };

export function NewCheckForm({
  operationKey,
  kind,
  ...props
}: CheckFormProps & { operationKey: string; kind: CheckKind | undefined }) {
  return (
    <Form action={createCheckAction} className="gap-6">
      <OperationKey value={operationKey} />
      <CheckFields {...props} kind={kind} />
    </Form>
  );
}

export function EditCheckForm({ check, ...props }: CheckFormProps & { check: CheckDetail }) {
  const zone = useTimeZone() ?? "UTC";
  return (
    <Form action={updateCheckAction} permalink={`/contacts/${check.contactId}/checks/${check.id}`} className="gap-6">
      <input type="hidden" name="id" value={check.id} />
      <ReadVersion version={check.version} values={checkValues(check, zone)} />
      <CheckFields {...props} kind={check.kind} check={check} />
    </Form>
  );
}

function CheckFields({
  contact,
  ownPages,
  maxAge,
  now,
  kind,
  check,
}: CheckFormProps & { kind: CheckKind | undefined; check?: CheckDetail }) {
  const t = useTranslations("checks");
  const common = useTranslations("common");
  const zone = useTimeZone() ?? "UTC";
  const today = dayOf(now, zone);
  return (
    <>
      <input type="hidden" name="contactId" value={contact.id} />
      <ClaimFields kind={kind} claim={check?.claim} />
      <SourceFields name={contact.name} ownPages={ownPages} check={check} />
      <FindingFields
        name={contact.name}
        finding={check?.finding}
        resolved={Boolean(check?.resolvedAt)}
        note={check?.note}
        maxAge={maxAge}
        today={today}
        checkedOn={check ? dayOf(check.checkedAt, zone) : today}
        expiresOn={check?.expiresAt ? dayOf(check.expiresAt, zone) : undefined}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/contacts/${contact.id}` as Route} variant="ghost">
          {common("cancel")}
        </ButtonLink>
      </div>
    </>
  );
}
