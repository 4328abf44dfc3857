import { Download } from "lucide-react";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EraseForm } from "@/components/privacy/erase-form";
import { HeldTable } from "@/components/privacy/held-table";
import { NamedPanel } from "@/components/privacy/named-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Columns } from "@/components/ui/columns";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Remark } from "@/components/ui/remark";
import { requireOwner } from "@/lib/auth";
import { getContact } from "@/lib/contacts/data";
import { asOwner } from "@/lib/db";
import { findHeld } from "@/lib/privacy/held/data";
import { id as contactId } from "@/lib/schema";

export async function generateMetadata({ params }: PageProps<"/contacts/[id]/privacy">): Promise<Metadata> {
  const id = contactId.safeParse((await params).id);
  const owner = await requireOwner();
  const contact = id.success ? await asOwner(owner, (db) => getContact(db, id.data)) : null;
  const t = await getTranslations("privacy");
  return { title: contact ? t("of", { name: contact.fullName }) : undefined };
}

export default async function PrivacyPage({ params }: PageProps<"/contacts/[id]/privacy">) {
  const id = contactId.safeParse((await params).id);
  const owner = await requireOwner();
  // Every word of the owner's is looked at for the name.
  const person = id.success
    ? await asOwner(owner, (db) => findHeld(db, id.data), { snapshot: true, timeoutMs: 60_000 })
    : null;
  if (!person) notFound();
  const t = await getTranslations("privacy");
  const { fullName: name, held, named, more, unclear, canKeepOut } = person;
  return (
    <ClientMessages only={["privacy.erase"]}>
      <PageHeader title={t("of", { name })} subtitle={t("subtitle")}>
        <ButtonLink href={`/contacts/${person.id}`} variant="ghost">
          {t("back", { name })}
        </ButtonLink>
      </PageHeader>
      <Columns
        aside={
          <>
            <Panel aria-labelledby="take">
              <PanelHeader id="take" title={t("take.title")} />
              <div className="grid justify-items-start gap-3 px-4 pb-4">
                <p className="text-dim">{t("take.text")}</p>
                <a href={`/api/contacts/${person.id}/held`} download className={buttonStyle({}, "whitespace-normal!")}>
                  <Download aria-hidden="true" className="size-4 flex-none" />
                  {t("take.download", { name })}
                </a>
              </div>
            </Panel>
            <Panel aria-labelledby="erase">
              <PanelHeader id="erase" title={t("erase.title")} />
              <div className="grid gap-3 px-4 pb-4">
                <p className="text-dim">{t("erase.text")}</p>
                <EraseForm id={person.id} name={name} canKeepOut={canKeepOut} />
              </div>
            </Panel>
          </>
        }
      >
        {unclear.length > 0 && (
          <Remark>
            {t("unclear", { names: unclear.join(", ") })}{" "}
            <Link href={`/contacts?${new URLSearchParams({ q: unclear[0] ?? "" })}` as Route} className="underline">
              {t("search")}
            </Link>
          </Remark>
        )}
        <HeldTable held={held} />
        <NamedPanel named={named} more={more} />
      </Columns>
    </ClientMessages>
  );
}
