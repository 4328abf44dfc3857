import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/interactions/confirm-button";
import { DeleteInteraction } from "@/components/interactions/delete-interaction";
import { EditInteractionForm } from "@/components/interactions/edit-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { CameBack } from "@/components/ui/conflict/came-back";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { cameBack } from "@/lib/came-back";
import { asOwner } from "@/lib/db";
import { updateInteractionAction } from "@/lib/interactions/actions";
import { getInteraction } from "@/lib/interactions/data";
import { contactId, interactionId } from "@/lib/interactions/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("interactions");
  return { title: t("editTitle") };
}

export default async function EditInteractionPage({ params, searchParams }: PageProps<"/log/[id]">) {
  const owner = await requireOwner();
  const t = await getTranslations("interactions");
  const id = interactionId.safeParse((await params).id);
  const interaction = id.success ? await asOwner(owner, (db) => getInteraction(db, id.data)) : null;
  if (!interaction) {
    if (id.success && (await cameBack()))
      return <CameBack actions={[updateInteractionAction]} page={`/log/${id.data}`} />;
    notFound();
  }
  const from = contactId.safeParse((await searchParams).contact).data ?? interaction.contacts[0]?.id;
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHeader title={t("editTitle")} subtitle={interaction.contacts.map(({ name }) => name).join(", ")} />
      <ClientMessages only={["interactions"]}>
        {!interaction.confirmed && (
          <Panel className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <p className="flex-1">
              <span className="font-medium">{t("unconfirmed")}.</span> {t("unconfirmedText")}
            </p>
            <ConfirmButton id={interaction.id} version={interaction.version} />
          </Panel>
        )}
        <Panel className="mb-6 p-4 sm:p-6">
          <EditInteractionForm
            interaction={interaction}
            now={new Date().toISOString()}
            back={from ? `/contacts/${from}` : "/"}
          />
        </Panel>
        <DeleteInteraction interaction={interaction} />
      </ClientMessages>
    </div>
  );
}
