import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Row } from "@/components/ui/row";
import { restoreContactAction } from "@/lib/contacts/actions";
import type { TrashedContact } from "@/lib/contacts/schema";
import { DeleteForGood } from "./delete-for-good";

export function TrashedRow({ contact: { id, fullName, company, deletedAt } }: { contact: TrashedContact }) {
  const t = useTranslations("contacts.trash");
  return (
    <Row
      lead={<Avatar name={fullName} />}
      title={
        <Link href={`/contacts/${id}`} className="hover:underline">
          {fullName}
        </Link>
      }
      detail={company}
      why={t.rich("since", { day: () => <DayOf moment={deletedAt} /> })}
    >
      <ActionButton
        action={restoreContactAction}
        fields={{ id }}
        done={t("restored", { name: fullName })}
        aria-label={t("restoreOf", { name: fullName })}
      >
        {t("restore")}
      </ActionButton>
      <DeleteForGood id={id} name={fullName} />
    </Row>
  );
}
