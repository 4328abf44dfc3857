import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditCheckForm } from "@/components/checks/check-form";
import { ConcernPanel } from "@/components/checks/concern-panel";
import { DeleteCheck } from "@/components/checks/delete-check";
import { ClientMessages } from "@/components/shell/client-messages";
import { Stack } from "@/components/ui/columns";
import { CameBack } from "@/components/ui/conflict/came-back";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { cameBack } from "@/lib/came-back";
import { resolveConcernAction, updateCheckAction } from "@/lib/checks/actions";
import { getCheck, getCheckMaxAge, listOwnPages } from "@/lib/checks/data";
import { checkAddress } from "@/lib/checks/schema";
import { asOwner } from "@/lib/db";
import { getContactChoice } from "@/lib/interactions/participants/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checks");
  return { title: t("editTitle") };
}

export default async function CheckPage({ params }: PageProps<"/contacts/[id]/checks/[checkId]">) {
  const owner = await requireOwner();
  const t = await getTranslations("checks");
  const address = checkAddress.safeParse(await params);
  if (!address.success) notFound();
  const { id, checkId } = address.data;
  const page = await asOwner(owner, async (db) => {
    const contact = await getContactChoice(db, id);
    const check = await getCheck(db, id, checkId);
    return (
      contact && check && { contact, check, ownPages: await listOwnPages(db, id), maxAge: await getCheckMaxAge(db) }
    );
  });
  if (!page) {
    const address = `/contacts/${id}/checks/${checkId}`;
    if (await cameBack()) return <CameBack actions={[updateCheckAction, resolveConcernAction]} page={address} />;
    notFound();
  }
  const { contact, check } = page;
  const isOpenConcern = check.finding === "CONCERN" && check.resolvedAt === null;
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHeader title={t("editTitle")} subtitle={t("intro", { name: contact.name })} />
      <ClientMessages only={["checks"]}>
        <Stack>
          {check.finding === "CONCERN" && <ConcernPanel check={check} name={contact.name} />}
          <Panel className="p-4 sm:p-6">
            <EditCheckForm {...page} now={new Date().toISOString()} />
          </Panel>
          {!isOpenConcern && <DeleteCheck check={check} />}
        </Stack>
      </ClientMessages>
    </div>
  );
}
