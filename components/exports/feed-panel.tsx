"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { Form } from "@/components/ui/form";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { ShownOnce } from "@/components/ui/shown-once";
import { SubmitButton } from "@/components/ui/submit-button";
import { renewFeedAction, revokeFeedAction } from "@/lib/calendar-feed/actions";
import type { CalendarFeed } from "@/lib/calendar-feed/schema";

/** The secret calendar address: made, shown once, made anew, stopped. */
export function FeedPanel({ feed }: { feed: CalendarFeed | null }) {
  const t = useTranslations("exports.feed");
  const when = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium", timeZone: useTimeZone() });
  return (
    <Panel aria-labelledby="exports-feed">
      <PanelHeader id="exports-feed" title={t("title")} />
      <div className="grid gap-4 px-4 pb-4">
        <p className="text-dim">{t("text")}</p>
        {feed && (
          <p>{t("active", { when: when.format(new Date(feed.createdAt)), notes: feed.withNotes ? "yes" : "no" })}</p>
        )}
        <Form action={renewFeedAction}>
          <ShownOnce
            label={t("address")}
            hint={t("addressHint")}
            copy={{ label: t("copy"), copied: t("copied"), notCopied: t("notCopied") }}
          />
          <Checkbox name="withNotes" label={t("withNotes")} hint={t("withNotesHint")} />
          <div className="grid justify-items-start gap-1.5">
            <SubmitButton variant={feed ? "secondary" : "primary"}>{t(feed ? "renew" : "make")}</SubmitButton>
            {feed && <p className="text-dim text-small">{t("renewHint")}</p>}
          </div>
        </Form>
        {feed && (
          <ConfirmStep label={t("revoke")} title={t("revokeTitle")} text={t("revokeText")}>
            <ActionButton action={revokeFeedAction} fields={{}} done={t("revoked")} variant="danger">
              {t("revoke")}
            </ActionButton>
          </ConfirmStep>
        )}
      </div>
    </Panel>
  );
}
