import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { contactsAddress } from "@/lib/contacts/list/address";
import type { ContactPage, ContactQuery } from "@/lib/contacts/list/query";

export function Pager({ query, page: { before, after } }: { query: ContactQuery; page: ContactPage }) {
  const t = useTranslations("contacts.list");
  if (!before && !after) return null;
  return (
    <nav aria-label={t("pages")} className="mt-4 flex justify-between gap-3">
      {before ? (
        <ButtonLink href={contactsAddress(query, { before })} size="small" rel="prev">
          {t("previous")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {after && (
        <ButtonLink href={contactsAddress(query, { after })} size="small" rel="next">
          {t("next")}
        </ButtonLink>
      )}
    </nav>
  );
}
