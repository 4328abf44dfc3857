import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditContactForm } from "@/components/contacts/form/edit-contact-form";
import { CameBack } from "@/components/ui/conflict/came-back";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { cameBack } from "@/lib/came-back";
import { updateContactAction } from "@/lib/contacts/actions";
import { getContact } from "@/lib/contacts/data";
import { asOwner } from "@/lib/db";
import { id as contactId } from "@/lib/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.form");
  return { title: t("editTitle") };
}

export default async function EditContactPage({ params }: PageProps<"/contacts/[id]/edit">) {
  const id = contactId.safeParse((await params).id);
  const owner = await requireOwner();
  const contact = id.success ? await asOwner(owner, (db) => getContact(db, id.data)) : null;
  if (!contact || contact.deletedAt) {
    if (id.success && (await cameBack()))
      return <CameBack actions={[updateContactAction]} page={`/contacts/${id.data}/edit`} />;
    notFound();
  }
  const t = await getTranslations("contacts.form");
  return (
    <>
      <PageHeader title={contact.fullName} subtitle={t("editTitle")} />
      <EditContactForm contact={contact} />
    </>
  );
}
