import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewContactForm } from "@/components/contacts/form/new-contact-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireOwner } from "@/lib/auth";
import { readShared } from "@/lib/contacts/pasted/read";
import { sharedWords } from "@/lib/contacts/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.form");
  return { title: t("newTitle") };
}

export default async function NewContactPage({ searchParams }: PageProps<"/contacts/new">) {
  await requireOwner();
  const t = await getTranslations("contacts.form");
  const asked = sharedWords.parse(await searchParams);
  return (
    <>
      <PageHeader title={t("newTitle")} subtitle={t("newSubtitle")} />
      <ClientMessages only={["contacts.form", "duplicates.reasons"]}>
        <NewContactForm shared={await readShared(asked)} />
      </ClientMessages>
    </>
  );
}
