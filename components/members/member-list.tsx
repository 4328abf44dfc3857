import type { Route } from "next";
import { useTranslations } from "next-intl";
import { AskForm } from "@/components/ui/ask-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { TextInput } from "@/components/ui/text-input";
import type { MemberPage } from "@/lib/members/schema";
import { MemberRow } from "./member-row";

/** Every account, the newest first, a page at a time; `asked` is what names and e-mails hold. */
export function MemberList({
  page: { members, total, next },
  asked,
  isFirst,
  you,
}: {
  page: MemberPage;
  asked: string;
  isFirst: boolean;
  you: string;
}) {
  const t = useTranslations("members.list");
  const address = (query: Record<string, string>) => `/settings/people?${new URLSearchParams(query)}` as Route;
  const kept: Record<string, string> = asked ? { q: asked } : {};
  return (
    <Panel aria-labelledby="accounts">
      <PanelHeader id="accounts" title={t("title")} note={total} />
      <AskForm action="/settings/people" asked={{ q: asked }} className="flex items-end gap-2 px-4 pb-3">
        <TextInput
          name="q"
          label={t("find")}
          hideLabel
          placeholder={t("find")}
          defaultValue={asked}
          maxLength={200}
          className="max-w-80 flex-1"
        />
        <Button type="submit">{t("search")}</Button>
      </AskForm>
      {members.length > 0 ? (
        <ul>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} isYou={member.id === you} />
          ))}
        </ul>
      ) : (
        <p className="border-line border-t px-4 py-6 text-dim">{t("none")}</p>
      )}
      {(next || !isFirst) && (
        <div className="flex gap-2 border-line border-t px-4 py-3">
          {!isFirst && <ButtonLink href={address(kept)}>{t("first")}</ButtonLink>}
          {next && <ButtonLink href={address({ ...kept, before: next })}>{t("more")}</ButtonLink>}
        </div>
      )}
    </Panel>
  );
}
