"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { DayInput } from "@/components/ui/day-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { type CheckFinding, findings } from "@/lib/checks/words";

/** What came out of it, when, and until when it counts. */
export function FindingFields({
  name,
  finding,
  resolved,
  note,
  maxAge,
  ...days
}: {
  name: string;
  finding: CheckFinding | undefined;
  /** A concern that no longer blocks. */
  resolved: boolean;
  note: string | null | undefined;
  maxAge: number;
  today: string;
  checkedOn: string;
  expiresOn: string | undefined;
}) {
  const t = useTranslations("checks");
  return (
    <>
      <div className="group/finding grid gap-3">
        <RadioGroup
          name="finding"
          label={t("finding")}
          options={findings.map((value) => ({ value, label: t(`findings.${value}`) }))}
          defaultValue={finding}
        />
        {!resolved && (
          <p className="hidden gap-2 rounded-control bg-blocked-bg px-3 py-2 text-blocked group-has-[[value=CONCERN]:checked]/finding:flex">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
            {t("concernWarning", { name })}
          </p>
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <DayInput
          name="checkedOn"
          label={t("checkedOn")}
          prefer="past"
          defaultValue={days.checkedOn}
          max={days.today}
        />
        <DayInput
          name="expiresOn"
          prefer="future"
          placeholder=""
          label={t("expiresOn")}
          hint={t("expiresHint", { days: maxAge })}
          defaultValue={days.expiresOn}
        />
      </div>
      <TextArea name="note" label={t("note")} placeholder={t("noteHint")} defaultValue={note ?? ""} rows={3} />
    </>
  );
}
