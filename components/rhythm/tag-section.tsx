import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { listTags } from "@/lib/contacts/tags/data";
import { asOwner, type OwnerId } from "@/lib/db";
import { listTagCadences } from "@/lib/rhythm/data";
import { TagForm } from "./tag-form";
import { TagList } from "./tag-list";

/** How often to be in touch with everybody who has a tag. */
export async function TagSection({ owner }: { owner: OwnerId }) {
  const { tags, cadences } = await asOwner(owner, async (db) => ({
    tags: await listTags(db),
    cadences: await listTagCadences(db),
  }));
  const t = await getTranslations("rhythm.tags");
  return (
    <Section id="rhythm" title={t("title")} text={t("text")}>
      {cadences.length > 0 ? <TagList cadences={cadences} /> : <p className="mb-3 text-dim">{t("none")}</p>}
      {tags.length > 0 ? <TagForm tags={tags} cadences={cadences} /> : <p className="text-dim">{t("noTags")}</p>}
    </Section>
  );
}
