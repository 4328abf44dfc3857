import { useTranslations } from "next-intl";
import { AskForm } from "@/components/ui/ask-form";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { DateInput } from "@/components/ui/text-input";
import type { AuditQuery, AuditRow } from "@/lib/audit/schema";
import { auditKinds } from "@/lib/audit/words";
import { RowName } from "./audit-line";

/** What the log is asked for: a kind, a day; and about whom, which is only ever chosen by a link. */
export function AskHistory({ query: { kind, day, of }, about }: { query: AuditQuery; about: AuditRow | null }) {
  const t = useTranslations("audit");
  return (
    <AskForm
      action="/settings/history"
      asked={{ kind: kind ?? null, day: day ?? null }}
      kept={{ of: of ?? null }}
      className="mb-4 flex flex-wrap items-end gap-2"
    >
      <Select
        name="kind"
        label={t("ask.kind")}
        empty={t("ask.any")}
        options={auditKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={kind ?? ""}
        className="w-64 max-w-full"
      />
      <DateInput name="day" label={t("ask.day")} defaultValue={day ?? ""} className="w-44" />
      <SubmitButton variant="secondary">{t("ask.show")}</SubmitButton>
      {(kind || day || of) && (
        <Link href="/settings/history" className="px-1 py-2 text-accent text-small underline-offset-2 hover:underline">
          {t("ask.clear")}
        </Link>
      )}
      {of && (
        <p className="basis-full text-dim">
          {t.rich("ask.about", { what: () => (about ? <RowName {...about} /> : t("gone.person")) })}
        </p>
      )}
    </AskForm>
  );
}
