"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { DayOf } from "@/components/ui/date";
import { Form } from "@/components/ui/form";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { reopenConcernAction, resolveConcernAction } from "@/lib/checks/actions";
import { resolutionValues } from "@/lib/checks/form-values";
import type { CheckDetail } from "@/lib/checks/schema";

/** A concern's way out: a written resolution; once resolved, the resolution and the way back. */
export function ConcernPanel({ check, name }: { check: CheckDetail; name: string }) {
  const t = useTranslations("checks");
  const { id, contactId, version } = check;
  if (check.resolvedAt) {
    return (
      <Panel aria-labelledby="concern">
        <PanelHeader
          id="concern"
          title={t.rich("resolvedTitle", { day: () => <DayOf moment={check.resolvedAt ?? ""} /> })}
        />
        <div className="grid justify-items-start gap-3 px-4 pb-4">
          <p className="whitespace-pre-line">{check.resolution}</p>
          <ActionButton action={reopenConcernAction} fields={{ id, contactId, version }} done={t("reopened")}>
            {t("reopen")}
          </ActionButton>
        </div>
      </Panel>
    );
  }
  return (
    <Panel aria-labelledby="concern">
      <PanelHeader id="concern" title={t("resolveTitle")}>
        <Pill tone="blocked">{t("findingOf.CONCERN")}</Pill>
      </PanelHeader>
      <div className="px-4 pb-4">
        <Form action={resolveConcernAction} permalink={`/contacts/${contactId}/checks/${id}`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="contactId" value={contactId} />
          <ReadVersion version={version} values={resolutionValues(check)} />
          <p className="text-dim">{t("resolveText", { name })}</p>
          <TextArea name="resolution" label={t("resolution")} defaultValue={check.resolution ?? ""} rows={3} />
          <SubmitButton className="justify-self-start">{t("resolve")}</SubmitButton>
        </Form>
      </div>
    </Panel>
  );
}
