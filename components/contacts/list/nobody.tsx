import { SearchX, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { contactsAddress } from "@/lib/contacts/list/address";
import { type ContactQuery, wordsOf } from "@/lib/contacts/list/query";

/** No contact at all: where they come from. */
export function NobodyYet() {
  const t = useTranslations("contacts.list");
  return (
    <EmptyState icon={Users} title={t("emptyTitle")} text={t("emptyText")}>
      <ButtonLink href="/data" variant="primary">
        {t("import")}
      </ButtonLink>
      <ButtonLink href="/contacts/new">{t("new")}</ButtonLink>
    </EmptyState>
  );
}

/** Contacts, but none like this: the way out, and where words were searched, the way on. */
export function NobodyFound({ query }: { query: ContactQuery }) {
  const t = useTranslations("contacts.list");
  const words = wordsOf(query);
  return (
    <EmptyState icon={SearchX} title={t("nothingTitle")} text={t(words ? "nothingTextSearch" : "nothingText")}>
      <ButtonLink href={contactsAddress(query, { terms: [] })}>{t("clear")}</ButtonLink>
      {words && (
        <ButtonLink href={`/contacts/new?name=${encodeURIComponent(words)}`}>
          {t("addThem", { name: words })}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
