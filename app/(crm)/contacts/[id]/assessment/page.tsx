import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssessmentForm } from "@/components/assessment/assessment-form";
import { ReviewStatus } from "@/components/assessment/review-status";
import { ClientMessages } from "@/components/shell/client-messages";
import { CameBack } from "@/components/ui/conflict/came-back";
import { PageHeader } from "@/components/ui/page-header";
import { saveAssessmentAction } from "@/lib/assessment/actions";
import { getAssessment, getAssessmentMaxAge } from "@/lib/assessment/data";
import { requireOwner } from "@/lib/auth";
import { cameBack } from "@/lib/came-back";
import { asOwner } from "@/lib/db";
import { getContactChoice } from "@/lib/interactions/participants/data";
import { contactId } from "@/lib/interactions/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessment");
  return { title: t("title") };
}

export default async function AssessmentPage({ params }: PageProps<"/contacts/[id]/assessment">) {
  const owner = await requireOwner();
  const t = await getTranslations("assessment");
  const id = contactId.safeParse((await params).id);
  if (!id.success) notFound();
  const page = await asOwner(owner, async (db) => {
    const contact = await getContactChoice(db, id.data);
    return (
      contact && {
        contact,
        assessment: await getAssessment(db, contact.id),
        maxAge: await getAssessmentMaxAge(db),
      }
    );
  });
  if (!page) {
    if (await cameBack()) return <CameBack actions={[saveAssessmentAction]} page={`/contacts/${id.data}/assessment`} />;
    notFound();
  }
  const { contact, assessment, maxAge } = page;
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHeader title={t("title")} subtitle={t("intro", { name: contact.name })} />
      <p className="-mt-2 mb-5 text-dim text-small">
        <ReviewStatus assessment={assessment} maxAge={maxAge} />
      </p>
      <ClientMessages only={["assessment"]}>
        <AssessmentForm contactId={contact.id} assessment={assessment} />
      </ClientMessages>
    </div>
  );
}
