import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ContactCount } from "@/components/contacts/list/contact-count";
import { ContactFilters } from "@/components/contacts/list/contact-filters";
import { ContactTable } from "@/components/contacts/list/contact-table";
import { NobodyFound, NobodyYet } from "@/components/contacts/list/nobody";
import { Pager } from "@/components/contacts/list/pager";
import { SampleNotice } from "@/components/sample/sample-notice";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireOwner } from "@/lib/auth";
import { listContacts } from "@/lib/contacts/list/data";
import { contactQuery, isFiltered } from "@/lib/contacts/list/schema";
import { listTags } from "@/lib/contacts/tags/data";
import { asOwner } from "@/lib/db";
import { countSample } from "@/lib/sample/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.list");
  return { title: t("title") };
}

export default async function ContactsPage({ searchParams }: PageProps<"/contacts">) {
  const query = contactQuery.parse(await searchParams);
  const owner = await requireOwner();
  const t = await getTranslations("contacts.list");
  const { page, tags, sample } = await asOwner(owner, async (db) => ({
    page: await listContacts(db, query),
    tags: await listTags(db),
    sample: await countSample(db),
  }));
  const isEmpty = page.contacts.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        // Counting everybody takes longer than showing fifty: the page doesn't wait for it.
        subtitle={
          <Suspense fallback={t("counting")}>
            <ContactCount owner={owner} query={query} />
          </Suspense>
        }
      >
        <ButtonLink href="/contacts/duplicates" variant="ghost">
          {t("duplicates")}
        </ButtonLink>
        <ButtonLink href="/contacts/trash" variant="ghost">
          {t("trash")}
        </ButtonLink>
      </PageHeader>
      <SampleNotice people={sample} />
      {isEmpty && !isFiltered(query) ? (
        <Panel>
          <NobodyYet />
        </Panel>
      ) : (
        <>
          <ContactFilters query={query} tags={tags} />
          <Panel>
            {isEmpty ? <NobodyFound query={query} /> : <ContactTable query={query} contacts={page.contacts} />}
          </Panel>
          <Pager query={query} page={page} />
        </>
      )}
    </>
  );
}
