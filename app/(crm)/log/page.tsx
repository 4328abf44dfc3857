import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogPageForm } from "@/components/interactions/log-page-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getContactChoice, listRecentPeople } from "@/lib/interactions/participants/data";
import { contactId } from "@/lib/interactions/schema";
import { newOperationKey } from "@/lib/operation-key";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("interactions");
  return { title: t("title") };
}

export default async function LogPage({ searchParams }: PageProps<"/log">) {
  const owner = await requireOwner();
  const t = await getTranslations("interactions");
  const asked = contactId.safeParse((await searchParams).contact);
  const { person, recent } = await asOwner(owner, (db) =>
    allOf({
      person: asked.success ? getContactChoice(db, asked.data) : null,
      recent: listRecentPeople(db),
    }),
  );
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHeader title={t("title")} subtitle={t("description")} />
      <Panel className="p-4 sm:p-6">
        <ClientMessages only={["interactions"]}>
          <LogPageForm
            key={person?.id}
            person={person}
            recent={recent.filter(({ id }) => id !== person?.id)}
            now={new Date().toISOString()}
            operationKey={newOperationKey()}
          />
        </ClientMessages>
      </Panel>
    </div>
  );
}
