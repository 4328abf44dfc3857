import { useTranslations } from "next-intl";
import { AskForm } from "@/components/ui/ask-form";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { connectionsAddress } from "@/lib/connections/address";
import { type ConnectionQuery, connectionSorts } from "@/lib/connections/schema";

/** Words to search for within the group, and the order. */
export function AskConnections({ query: { show, q, sort } }: { query: ConnectionQuery }) {
  const t = useTranslations("connections.ask");
  return (
    <AskForm
      action="/connections"
      asked={{ q, sort }}
      kept={{ show: show === "all" ? null : show }}
      className="mb-4 flex flex-wrap items-end gap-2"
    >
      <TextInput
        name="q"
        type="search"
        label={t("q")}
        hideLabel
        placeholder={t("placeholder")}
        defaultValue={q}
        autoComplete="off"
        className="w-64 max-w-full grow sm:grow-0"
      />
      <Select
        name="sort"
        label={t("sort")}
        hideLabel
        options={connectionSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        defaultValue={sort}
        className="w-52"
      />
      <SubmitButton variant="secondary">{t("show")}</SubmitButton>
      {q && (
        <Link
          href={connectionsAddress({ show, sort, q: "" })}
          className="px-1 py-2 text-accent text-small underline-offset-2 hover:underline"
        >
          {t("clear")}
        </Link>
      )}
    </AskForm>
  );
}
