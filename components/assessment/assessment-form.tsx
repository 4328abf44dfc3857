"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { saveAssessmentAction } from "@/lib/assessment/actions";
import { assessmentValues } from "@/lib/assessment/form-values";
import type { AssessmentDetail } from "@/lib/assessment/schema";
import { anchors, answers, type questions } from "@/lib/assessment/words";
import { CommonGroundField } from "./common-ground-field";

/** The eight short answers, in the order of the rules they serve. Whatever is filled in is saved. */
export function AssessmentForm({ contactId, assessment }: { contactId: string; assessment: AssessmentDetail | null }) {
  const t = useTranslations("assessment");
  const common = useTranslations("common");
  const question = (name: (typeof questions)[number]) => (
    <Question name={name}>
      <RadioGroup
        name={name}
        label={t(name)}
        hint={t(`${name}Why`)}
        options={answers.map((value) => ({ value, label: t(`answers.${value}`) }))}
        defaultValue={assessment?.[name] ?? undefined}
      />
    </Question>
  );
  return (
    <Form action={saveAssessmentAction} permalink={`/contacts/${contactId}/assessment`} className="gap-[18px]">
      <input type="hidden" name="contactId" value={contactId} />
      <ReadVersion version={assessment?.version ?? null} values={assessmentValues(assessment)} />
      <Section id="desires">
        {question("wantsToDeepen")}
        <Question name="commonGround">
          <CommonGroundField entries={assessment?.commonGround ?? []} />
        </Question>
      </Section>
      <Section id="mutual">
        <Question name="goal">
          <TextInput
            name="goal"
            label={t("goal")}
            hint={t("goalWhy")}
            placeholder={t("goalPlaceholder")}
            defaultValue={assessment?.goal ?? undefined}
            autoComplete="off"
          />
        </Question>
        {question("iBelieve")}
        {question("theyBelieve")}
        {question("synergy")}
      </Section>
      <Section id="vouched">
        <Question name="canSay">
          <TextArea
            name="canSay"
            label={t("canSay")}
            hint={t("canSayWhy")}
            placeholder={t("canSayPlaceholder")}
            defaultValue={assessment?.canSay ?? ""}
            rows={2}
          />
        </Question>
        {question("wouldIntroduce")}
      </Section>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/contacts/${contactId}` as Route} variant="ghost">
          {common("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Section({ id, children }: { id: "desires" | "mutual" | "vouched"; children: ReactNode }) {
  const t = useTranslations("assessment.sections");
  return (
    <Panel aria-labelledby={id} className="pb-2">
      <PanelHeader id={id} title={t(id)} />
      <div className="grid gap-2 px-2">{children}</div>
    </Panel>
  );
}

/** Where a link from the rules lands: #goal and the like; the one asked for stands out. */
function Question({ name, children }: { name: keyof typeof anchors; children: ReactNode }) {
  return (
    <div id={anchors[name]} className="scroll-mt-24 rounded-control p-2 target:bg-soft">
      {children}
    </div>
  );
}
