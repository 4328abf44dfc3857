import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { useReader } from "@/components/ui/date";
import { removePasskeyAction } from "@/lib/account/passkeys/actions";
import type { Passkey } from "@/lib/account/passkeys/schema";
import { dayOf, formatNearDay } from "@/lib/dates/format";
import { Named } from "./named";
import { RenamePasskey } from "./rename-passkey";

/** The owner's passkeys; what can be done with each only where `canChange`. */
export function PasskeyList({ passkeys, canChange }: { passkeys: Passkey[]; canChange: boolean }) {
  const t = useTranslations("keys.passkeys");
  const reader = useReader();
  const when = (moment: string) => formatNearDay(dayOf(moment, reader.timeZone), reader);
  if (passkeys.length === 0) return <p>{t("none")}</p>;
  return (
    <ul aria-label={t("title")} className="grid gap-2.5">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="grid gap-2 rounded-control border border-line p-3">
          <div>
            <p className="break-words font-medium">{name}</p>
            <p className="text-dim text-small">
              {lastUsedAt
                ? t("used", { added: when(createdAt), used: when(lastUsedAt) })
                : t("unused", { added: when(createdAt) })}
            </p>
          </div>
          {canChange && (
            <div className="flex flex-wrap items-start gap-2">
              <RenamePasskey key={name} id={id} name={name} />
              <ConfirmStep
                label={<Named short={t("remove")} whole={t("removeNamed", { name })} />}
                title={t("sure", { name })}
                text={t("what")}
              >
                <ActionButton
                  action={removePasskeyAction}
                  fields={{ id }}
                  done={t("removed", { name })}
                  variant="danger"
                >
                  {t("confirm")}
                </ActionButton>
              </ConfirmStep>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
