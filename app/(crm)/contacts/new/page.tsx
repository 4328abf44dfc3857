import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewContactForm } from "@/components/contacts/form/new-contact-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { sharedPerson } from "@/lib/contacts/shared";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.form");
  return { title: t("newTitle") };
}

export default async function NewContactPage({ searchParams }: PageProps<"/contacts/new">) {
  await requireOwner();
  const t = await getTranslations("contacts.form");
  const person = sharedPerson(await searchParams);
  return (
    <>
      <PageHeader title={t("newTitle")} subtitle={t("newSubtitle")} />
      <NewContactForm {...person} />
    </>
  );
}
