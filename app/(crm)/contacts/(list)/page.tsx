import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ContactCount } from "@/components/contacts/list/contact-count";
import { FilterMenus, FilterPills, FilterText, SortMenu } from "@/components/contacts/list/contact-filters";
import { ContactList } from "@/components/contacts/list/contact-list";
import { NobodyFound, NobodyYet } from "@/components/contacts/list/nobody";
import { Pager } from "@/components/contacts/list/pager";
import { KeepView } from "@/components/contacts/list/views/keep-view";
import { ViewBar } from "@/components/contacts/list/views/view-bar";
import { SampleNotice } from "@/components/sample/sample-notice";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ahead } from "@/lib/ahead";
import { allOf } from "@/lib/all-of";
import { requireOwner } from "@/lib/auth";
import { contactsAddress } from "@/lib/contacts/list/address";
import { countBefore, countContacts, listContacts } from "@/lib/contacts/list/data";
import { type ContactQuery, isFiltered, pageSize } from "@/lib/contacts/list/query";
import { listLetters } from "@/lib/contacts/list/rail/data";
import { contactQuery } from "@/lib/contacts/list/schema";
import { getListSetting } from "@/lib/contacts/list/setting/data";
import { addressOf } from "@/lib/contacts/list/views/address";
import { listViews } from "@/lib/contacts/list/views/data";
import { meantBy } from "@/lib/contacts/list/walk/data";
import { listTags } from "@/lib/contacts/tags/data";
import { askAsOwner, type OwnerSql } from "@/lib/db";
import { countSample } from "@/lib/sample/data";
import { askCounts } from "@/lib/today/ask";
import { railOf } from "@/lib/today/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contacts.list");
  return { title: t("title") };
}

async function readPage(db: OwnerSql, query: ContactQuery, count: Promise<number>) {
  const meant = await meantBy(db, query);
  const page = listContacts(db, query, pageSize, meant);
  const countEarlier = async () => countBefore(db, query, await count, (await page).contacts.length, meant);
  return allOf({
    page,
    views: listViews(db),
    letters: query.sort === "name" ? listLetters(db, query, meant) : [],
    tags: listTags(db),
    setting: getListSetting(db),
    sample: countSample(db),
    start: query.after || query.before ? countEarlier() : 0,
  });
}

export default async function ContactsPage({ searchParams }: PageProps<"/contacts">) {
  const search = await searchParams;
  const query = contactQuery.parse(search);
  const owner = await requireOwner();
  const t = await getTranslations("contacts.list");
  // Counting those that a filter means may take longer than showing the first: the page doesn't wait for it.
  const count = ahead(
    isFiltered(query)
      ? askAsOwner(owner, (db) => countContacts(db, query))
      : askCounts(owner).then((counts) => railOf(counts).contacts),
  );
  const { page, views, letters, tags, setting, start, sample } = await askAsOwner(
    owner,
    (db) => readPage(db, query, count),
    { keepsPlans: !isFiltered(query) },
  );
  const first = views.find(({ isDefault }) => isDefault);
  if (first && Object.keys(search).length === 0) redirect(addressOf(first));
  const current = views.find(({ id }) => id === query.view) ?? null;
  const look = { columns: current?.columns || setting.columns, density: setting.density };
  const isEmpty = page.contacts.length === 0;
  return (
    <ClientMessages
      only={["lists", "contacts.bands", "contacts.statuses", "contacts.soon", "strength.verdicts", "strength.rules"]}
    >
      <PageHeader
        title={t("title")}
        subtitle={
          <Suspense fallback={t("counting")}>
            <ContactCount count={count} query={query} />
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
      {isEmpty && !isFiltered(query) && views.length === 0 ? (
        <Panel>
          <NobodyYet />
        </Panel>
      ) : (
        <>
          <ViewBar views={views} current={current} />
          <div className="mb-2 flex">
            <FilterText query={query} tags={tags} />
          </div>
          {isEmpty ? (
            <>
              <div className="mb-3 flex flex-wrap items-center gap-2">
                <FilterMenus query={query} tags={tags} />
                <span className="ml-auto">
                  <KeepView query={query} current={current} columns={look.columns} />
                </span>
              </div>
              <FilterPills query={query} tags={tags} />
              <Panel>
                <NobodyFound query={query} />
              </Panel>
            </>
          ) : (
            <ContactList
              key={contactsAddress(query)}
              query={query}
              contacts={page.contacts}
              start={start}
              count={count}
              letters={letters}
              tags={tags.map(({ name }) => name)}
              look={look}
              view={current}
              menus={<FilterMenus query={query} tags={tags} />}
              order={<SortMenu query={query} />}
              pills={<FilterPills query={query} tags={tags} />}
            />
          )}
          {/* With the script the list goes on as one scrolls. */}
          <noscript>
            <Pager query={query} page={page} />
          </noscript>
        </>
      )}
    </ClientMessages>
  );
}
