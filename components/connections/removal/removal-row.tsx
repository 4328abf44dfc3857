import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Day, DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { OpenOutside } from "@/components/ui/open-outside";
import {
  addRemovalAction,
  dropRemovalAction,
  markRemovedAction,
  undoRemovedAction,
} from "@/lib/connections/removal/actions";
import type { Removal } from "@/lib/connections/removal/schema";
import { ReasonForm } from "./reason-form";

/** Somebody to remove, and what to press for it; or somebody removed, and the way back. */
export function RemovalRow({ removal, isDone }: { removal: Removal; isDone: boolean }) {
  const t = useTranslations("connections");
  const { contactId, fullName, about, connectedOn, reason, createdAt, removedAt } = removal;
  return (
    <article
      aria-label={fullName}
      className="grid gap-x-3 gap-y-2.5 border-line border-t px-4 py-3 first:border-t-0 md:grid-cols-[30px_minmax(0,1fr)]"
    >
      <span className="hidden md:block">
        <Avatar name={fullName} />
      </span>
      <div className="grid min-w-0 gap-2">
        <div>
          <h2 className="text-body">
            <Link href={`/contacts/${contactId}`} className="font-medium hover:underline">
              {fullName}
            </Link>
            {about && <span className="text-dim"> · {about}</span>}
          </h2>
          <p className="text-dim text-small">
            {isDone &&
              (removedAt
                ? t.rich("removal.removedOn", { day: () => <DayOf moment={removedAt} near /> })
                : t("removal.removedElsewhere"))}
            {!isDone && t.rich("removal.addedOn", { day: () => <DayOf moment={createdAt} /> })}
            {!isDone && connectedOn && <> · {t.rich("row.connectedOn", { day: () => <Day day={connectedOn} /> })}</>}
          </p>
        </div>
        <ReasonForm contactId={contactId} name={fullName} reason={reason} />
        <div className="flex flex-wrap items-start gap-2">
          {isDone ? <Undo {...removal} /> : <Steps {...removal} />}
        </div>
      </div>
    </article>
  );
}

function Steps({ contactId, fullName, address, reason }: Removal) {
  const t = useTranslations("connections.removal");
  const removing = useTranslations("connections.removing");
  return (
    <>
      <span className="-ml-2.5">
        {address ? (
          <OpenOutside href={address}>{t("profile")}</OpenOutside>
        ) : (
          <ButtonLink href={`/contacts/${contactId}/edit`} variant="ghost" size="small">
            {t("noProfile")}
          </ButtonLink>
        )}
      </span>
      <ActionButton
        action={markRemovedAction}
        fields={{ contactId }}
        done={t("removed", { name: fullName })}
        undo={{ action: undoRemovedAction, fields: { contactId } }}
        aria-label={`${t("remove")}: ${fullName}`}
      >
        {t("remove")}
      </ActionButton>
      <ActionButton
        action={dropRemovalAction}
        fields={{ contactId }}
        done={removing("dropped", { name: fullName })}
        undo={{ action: addRemovalAction, fields: { contactId, reason: reason ?? "" } }}
        variant="ghost"
        aria-label={`${removing("drop")}: ${fullName}`}
      >
        {removing("drop")}
      </ActionButton>
    </>
  );
}

function Undo({ contactId, fullName }: Removal) {
  const t = useTranslations("connections.removal");
  return (
    <ActionButton
      action={undoRemovedAction}
      fields={{ contactId }}
      done={t("undone", { name: fullName })}
      undo={{ action: markRemovedAction, fields: { contactId } }}
      variant="ghost"
      aria-label={`${t("undo")}: ${fullName}`}
      className="-ml-2.5"
    >
      {t("undo")}
    </ActionButton>
  );
}
