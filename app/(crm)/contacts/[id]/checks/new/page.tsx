import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewCheckForm } from "@/components/checks/check-form";
import { CheckList } from "@/components/checks/check-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { getCheckMaxAge, listChecks, listOwnPages } from "@/lib/checks/data";
import { checkKind } from "@/lib/checks/schema";
import { asOwner } from "@/lib/db";
import { getContactChoice } from "@/lib/interactions/participants/data";
import { contactId } from "@/lib/interactions/schema";
import { newOperationKey } from "@/lib/operation-key";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checks");
  return { title: t("newTitle") };
}

export default async function NewCheckPage({ params, searchParams }: PageProps<"/contacts/[id]/checks/new">) {
  const owner = await requireOwner();
  const t = await getTranslations("checks");
  const id = contactId.safeParse((await params).id);
  if (!id.success) notFound();
  const page = await asOwner(owner, async (db) => {
    const contact = await getContactChoice(db, id.data);
    return (
      contact && {
        contact,
        checks: await listChecks(db, contact.id),
        ownPages: await listOwnPages(db, contact.id),
        maxAge: await getCheckMaxAge(db),
      }
    );
  });
  if (!page) notFound();
  const { checks, ...form } = page;
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHeader title={t("newTitle")} subtitle={t("intro", { name: form.contact.name })} />
      <Panel className="p-4 sm:p-6">
        <ClientMessages only={["checks"]}>
          <NewCheckForm
            {...form}
            now={new Date().toISOString()}
            operationKey={newOperationKey()}
            kind={checkKind.safeParse((await searchParams).kind).data}
          />
        </ClientMessages>
      </Panel>
      {checks.length > 0 && (
        <Panel aria-labelledby="checks" className="mt-[18px] overflow-hidden">
          <PanelHeader id="checks" title={t("list")} note={checks.length} />
          <CheckList contactId={form.contact.id} checks={checks} />
        </Panel>
      )}
    </div>
  );
}
