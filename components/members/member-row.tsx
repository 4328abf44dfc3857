import { useTranslations } from "next-intl";
import { Named } from "@/components/account/keys/named";
import { ActionButton } from "@/components/ui/action-button";
import { Avatar } from "@/components/ui/avatar";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { DayOf } from "@/components/ui/date";
import { Pill } from "@/components/ui/pill";
import { closeAccountAction, reopenAccountAction, setRoleAction } from "@/lib/members/actions";
import type { Member } from "@/lib/members/schema";

/** One account, and what an administrator may do about it; nobody closes their own. */
export function MemberRow({ member, isYou }: { member: Member; isYou: boolean }) {
  const t = useTranslations("members");
  const { id, name, email, role, isClosed, since, lastSeen } = member;
  return (
    <li className="grid items-center gap-x-3 gap-y-2 border-line border-t px-4 py-2.5 sm:grid-cols-[30px_minmax(0,1fr)_auto]">
      <span className="hidden sm:block">
        <Avatar name={name} />
      </span>
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-medium">{name}</span>
          <span className="text-dim">
            {isYou && ` (${t("list.you")})`} · {email}
          </span>
          {isClosed && (
            <Pill tone="blocked" className="ml-2">
              {t("list.closed")}
            </Pill>
          )}
        </p>
        <p className="text-dim text-small">
          {t.rich("list.about", {
            role: t(`roles.${role}`),
            since: () => <DayOf moment={since} />,
            seen: lastSeen ? "yes" : "no",
            last: () => lastSeen && <DayOf moment={lastSeen} near />,
          })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 sm:justify-end">
        {isYou && role === "ADMINISTRATOR" ? <StepDown member={member} /> : <RoleButton member={member} />}
        {!isYou && (isClosed ? <ReopenButton id={id} name={name} /> : <CloseButton id={id} name={name} />)}
      </div>
    </li>
  );
}

function RoleButton({ member: { id, name, role } }: { member: Member }) {
  const t = useTranslations("members.list");
  const set = (to: Member["role"]) => ({ action: setRoleAction, fields: { id, role: to } });
  return role === "OWNER" ? (
    <ActionButton
      {...set("ADMINISTRATOR")}
      done={t("isAdministrator", { name })}
      undo={set("OWNER")}
      aria-label={`${t("toAdministrator")}: ${name}`}
    >
      {t("toAdministrator")}
    </ActionButton>
  ) : (
    <ActionButton
      {...set("OWNER")}
      done={t("isOwner", { name })}
      undo={set("ADMINISTRATOR")}
      aria-label={`${t("toOwner")}: ${name}`}
    >
      {t("toOwner")}
    </ActionButton>
  );
}

/** One's own right: gone, it takes another administrator to give it back. */
function StepDown({ member: { id, name } }: { member: Member }) {
  const t = useTranslations("members.list");
  return (
    <ConfirmStep
      label={<Named short={t("toOwner")} whole={`${t("toOwner")}: ${name}`} />}
      title={t("stepDownSure")}
      text={t("stepDownText")}
    >
      <ActionButton
        action={setRoleAction}
        fields={{ id, role: "OWNER" }}
        done={t("isOwner", { name })}
        variant="danger"
        leaves
      >
        {t("stepDown")}
      </ActionButton>
    </ConfirmStep>
  );
}

type One = { id: string; name: string };

function CloseButton({ id, name }: One) {
  const t = useTranslations("members.list");
  return (
    <ActionButton
      action={closeAccountAction}
      fields={{ id }}
      done={t("isClosed", { name })}
      undo={{ action: reopenAccountAction, fields: { id } }}
      aria-label={`${t("close")}: ${name}`}
    >
      {t("close")}
    </ActionButton>
  );
}

function ReopenButton({ id, name }: One) {
  const t = useTranslations("members.list");
  return (
    <ActionButton
      action={reopenAccountAction}
      fields={{ id }}
      done={t("isReopened", { name })}
      aria-label={`${t("reopen")}: ${name}`}
    >
      {t("reopen")}
    </ActionButton>
  );
}
