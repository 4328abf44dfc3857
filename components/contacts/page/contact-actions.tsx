import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { restoreContactAction, trashContactAction } from "@/lib/contacts/actions";
import { MetToday } from "./met-today";

/** What is done most with a contact, at the far end of its name. */
export function ContactActions({ id, name }: { id: string; name: string }) {
  const t = useTranslations("contacts.page");
  return (
    <div className="flex flex-wrap items-start gap-2">
      <MetToday contactId={id} name={name} />
      <ButtonLink href={`/log?contact=${id}`}>{t("log")}</ButtonLink>
      <ButtonLink href={`/contacts/${id}/edit`} variant="ghost" keyHint="E">
        {t("edit")}
      </ButtonLink>
      <ActionButton
        size="medium"
        variant="ghost"
        action={trashContactAction}
        fields={{ id }}
        done={t("trashed", { name })}
        undo={{ action: restoreContactAction, fields: { id } }}
      >
        {t("trash")}
      </ActionButton>
    </div>
  );
}
