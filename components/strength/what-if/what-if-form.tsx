import { useTranslations } from "next-intl";
import { AskForm } from "@/components/ui/ask-form";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput } from "@/components/ui/text-input";
import { checkKinds } from "@/lib/checks/words";
import { strengthAddress } from "@/lib/strength/page/address";
import { lastDay, meetingKinds, type ReadQuery, type StrengthQuery } from "@/lib/strength/page/schema";

/** What to suppose: a meeting on a day, one more independent check, or both. Nothing is saved. */
export function WhatIfForm({
  contactId,
  query,
  errors,
  today,
}: {
  contactId: string;
  query: StrengthQuery;
  errors: ReadQuery["errors"];
  today: string;
}) {
  const t = useTranslations("strength.whatIf");
  const meetings = useTranslations("interactions.kinds");
  const kinds = useTranslations("checks.kinds");
  const sentences = useTranslations("strength.errors");
  const { meet, how, check, ...kept } = query;
  return (
    <AskForm
      action={`/contacts/${contactId}/strength`}
      asked={{ meet, how, check }}
      kept={kept}
      errors={Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, [sentences(code)]]))}
      className="grid gap-4"
    >
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <DateInput
          name="meet"
          label={t("meet")}
          hint={t("meetHint")}
          min={today}
          max={lastDay(today)}
          defaultValue={meet ?? ""}
        />
        <Select
          name="how"
          label={t("how")}
          defaultValue={how ?? "IN_PERSON"}
          options={meetingKinds.map((value) => ({ value, label: meetings(value) }))}
        />
        <Select
          name="check"
          label={t("check")}
          hint={t("checkHint")}
          empty={t("noCheck")}
          defaultValue={check ?? ""}
          options={checkKinds.map((value) => ({ value, label: kinds(value) }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("show")}</SubmitButton>
        {(meet || check) && (
          <Link
            href={strengthAddress(contactId, { ...query, meet: null, how: null, check: null })}
            scroll={false}
            className="text-accent text-small hover:underline"
          >
            {t("clear")}
          </Link>
        )}
        <span className="text-faint text-small">{t("nothingSaved")}</span>
      </div>
    </AskForm>
  );
}
