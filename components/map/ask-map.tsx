import { useTranslations } from "next-intl";
import { AskForm } from "@/components/ui/ask-form";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { Tag } from "@/lib/contacts/schema";
import { mapAddress, mapSearch } from "@/lib/map/address";
import type { MapQuery } from "@/lib/map/schema";
import { verdicts } from "@/lib/strength/schema";

/** Whom the map shows. `centre` is the name of the person it is about. */
export function AskMap({ query, tags, centre }: { query: MapQuery; tags: Tag[]; centre: string | null }) {
  const t = useTranslations("map");
  const strength = useTranslations("strength.verdicts");
  const { verdict, tag, company, around } = query;
  return (
    <AskForm
      action="/map"
      asked={{ verdict: verdict ?? "", tag: tag ?? "", company }}
      kept={{ around: around ?? null }}
      className="mb-4 flex flex-wrap items-end gap-2"
    >
      <Select
        name="verdict"
        label={t("verdict")}
        hideLabel
        empty={t("anyVerdict")}
        options={verdicts.map((value) => ({ value, label: strength(value) }))}
        defaultValue={verdict ?? ""}
        className="w-44"
      />
      <Select
        name="tag"
        label={t("tag")}
        hideLabel
        empty={t("anyTag")}
        options={tags.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={tag ?? ""}
        className="w-44"
      />
      <TextInput
        name="company"
        type="search"
        label={t("company")}
        hideLabel
        placeholder={t("company")}
        defaultValue={company}
        autoComplete="off"
        className="w-48"
      />
      <SubmitButton variant="secondary">{t("show")}</SubmitButton>
      {around && (
        <Link
          href={mapAddress({ ...query, around: undefined })}
          className="px-1 py-2 text-accent text-small hover:underline"
        >
          {t("notAround", { name: centre ?? t("somebody") })}
        </Link>
      )}
      {mapSearch({ ...query, page: 1 }) && (
        <Link href="/map" className="px-1 py-2 text-accent text-small hover:underline">
          {t("everybody")}
        </Link>
      )}
    </AskForm>
  );
}
