import { Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TrashedRow } from "@/components/contacts/trash/trashed-row";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { trashDays } from "@/lib/contacts/schema";
import { listTrash } from "@/lib/contacts/trash/data";
import { asOwner } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.trash");
  return { title: t("title") };
}

export default async function TrashPage() {
  const owner = await requireOwner();
  const t = await getTranslations("contacts.trash");
  const trash = await asOwner(owner, (db) => listTrash(db));
  return (
    <ClientMessages only={["contacts.trash"]}>
      <PageHeader title={t("title")} subtitle={t("subtitle", { days: trashDays })}>
        <ButtonLink href="/contacts" variant="ghost">
          {t("back")}
        </ButtonLink>
      </PageHeader>
      <Panel className="overflow-hidden [&>:first-child]:border-t-0">
        {trash.length === 0 ? (
          <EmptyState icon={Trash2} title={t("empty")} text={t("emptyText")} />
        ) : (
          trash.map((contact) => <TrashedRow key={contact.id} contact={contact} />)
        )}
      </Panel>
    </ClientMessages>
  );
}
