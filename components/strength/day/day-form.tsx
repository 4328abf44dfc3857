import { useTranslations } from "next-intl";
import { AskForm } from "@/components/ui/ask-form";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput } from "@/components/ui/text-input";
import { strengthAddress } from "@/lib/strength/page/address";
import type { ReadQuery, StrengthQuery } from "@/lib/strength/page/schema";
import { DaySlider } from "./day-slider";

/** Which day to look at: by sliding along the picture, or by its date. */
export function DayForm({
  contactId,
  query,
  errors,
  today,
  first,
  last,
}: {
  contactId: string;
  query: StrengthQuery;
  errors: ReadQuery["errors"];
  today: string;
  /** The days the picture begins and ends with. */
  first: string;
  last: string;
}) {
  const t = useTranslations("strength.day");
  const sentences = useTranslations("strength.errors");
  const { at, ...kept } = query;
  return (
    <AskForm
      action={`/contacts/${contactId}/strength`}
      asked={{ at }}
      kept={kept}
      errors={errors.at ? { at: [sentences(errors.at)] } : {}}
      className="grid gap-2"
    >
      <DaySlider field="at" label={t("slide")} first={first} last={last} day={at ?? today} />
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <DateInput name="at" label={t("field")} hint={t("hint")} defaultValue={at ?? today} className="w-52" />
        {/* Beside the field, as far down as that is by its label. */}
        <div className="flex min-[360px]:mt-[27px] items-center gap-3">
          <SubmitButton variant="secondary">{t("show")}</SubmitButton>
          {at && (
            <Link
              href={strengthAddress(contactId, { ...query, at: null })}
              scroll={false}
              className="text-accent text-small hover:underline"
            >
              {t("backToToday")}
            </Link>
          )}
        </div>
      </div>
    </AskForm>
  );
}
