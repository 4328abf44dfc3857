import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { ButtonLink } from "@/components/ui/button";
import { Remark } from "@/components/ui/remark";
import { asOwner, type OwnerId } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { builtInTemplates, withFieldsOf } from "@/lib/note-templates/built-in";
import { listTemplates } from "@/lib/note-templates/data";
import { listPreviewRecords } from "@/lib/note-templates/preview/data";
import { templateSearch } from "@/lib/note-templates/schema";
import { TemplateEditor } from "./template-editor";
import { TemplateList } from "./template-list";

/** The templates in their order; the one the address names is open. */
export async function TemplateSection({
  owner,
  account,
  address,
}: {
  owner: OwnerId;
  account: { name: string; timeZone: string };
  address: Record<string, string | string[] | undefined>;
}) {
  const { template: open } = templateSearch.parse(address);
  const words = await getTranslations("ready");
  const start = builtInTemplates(words);
  const { templates, records, limit } = await asOwner(owner, async (db) => ({
    templates: (await listTemplates(db, start)).map((one) => ({ ...one, text: withFieldsOf(words, one.text) })),
    records: open ? await listPreviewRecords(db, account.timeZone) : [],
    limit: (await getDeskSetting(db)).noteLength,
  }));
  const t = await getTranslations("note-templates");
  const edited = templates.find(({ id }) => id === open) ?? null;
  const editor = (
    <TemplateEditor key={open} template={edited} records={records} limit={limit} yourName={account.name} />
  );
  return (
    <Section id="templates" title={t("title")} text={t("text")} wide>
      {open && open !== "new" && !edited && <Remark className="mb-3">{t("errors.notFound")}</Remark>}
      <TemplateList templates={templates} open={edited && { id: edited.id, editor }} />
      <div className="mt-4">
        {open === "new" ? (
          editor
        ) : (
          <ButtonLink href="/settings?template=new#templates" scroll={false}>
            {t("add")}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
