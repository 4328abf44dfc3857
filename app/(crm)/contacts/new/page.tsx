import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewContactForm } from "@/components/contacts/form/new-contact-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.form");
  return { title: t("newTitle") };
}

export default async function NewContactPage({ searchParams }: PageProps<"/contacts/new">) {
  await requireOwner();
  const t = await getTranslations("contacts.form");
  const { name } = await searchParams;
  return (
    <>
      <PageHeader title={t("newTitle")} subtitle={t("newSubtitle")} />
      <NewContactForm name={typeof name === "string" ? name.slice(0, 200) : ""} />
    </>
  );
}
