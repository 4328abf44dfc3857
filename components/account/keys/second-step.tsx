import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ConfirmStep } from "@/components/ui/confirm-step";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelSetUpAction, startSetUpAction, switchOffAction } from "@/lib/account/second-factor/actions";
import type { SecondFactor, SetUp } from "@/lib/account/second-factor/schema";
import { CodeForms } from "./code-forms";
import { QrCode } from "./qr-code";

/** The code after the password: off, being set up, or on. What changes it only where `canChange`. */
export function SecondStep({
  isOn,
  codesLeft,
  setUp,
  canChange,
}: SecondFactor & { setUp: SetUp | null; canChange: boolean }) {
  const t = useTranslations("keys.codes");
  return (
    <>
      {isOn ? <p>{t("on", { left: codesLeft })}</p> : !setUp && <p>{t("off")}</p>}
      {canChange && !isOn && !setUp && (
        <Form action={startSetUpAction}>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("start")}
          </SubmitButton>
        </Form>
      )}
      {canChange && (isOn || setUp) && <CodeForms isOn={isOn} app={setUp && <NewApp {...setUp} />} />}
      {canChange && setUp && (
        <ActionButton action={cancelSetUpAction} fields={{}} done={t("cancelled")}>
          {t("cancel")}
        </ActionButton>
      )}
      {canChange && isOn && (
        <ConfirmStep label={t("switchOff")} title={t("sure")} text={t("what")}>
          <ActionButton action={switchOffAction} fields={{}} done={t("isOff")} variant="danger">
            {t("confirm")}
          </ActionButton>
        </ConfirmStep>
      )}
    </>
  );
}

function NewApp({ address, typed }: SetUp) {
  const t = useTranslations("keys.codes");
  return (
    <div className="flex flex-wrap items-start gap-4">
      <QrCode text={address} label={t("picture")} />
      <div className="grid min-w-0 flex-1 basis-60 gap-2">
        <p>{t("scan")}</p>
        <p className="text-dim text-small">{t("orType")}</p>
        <p className="break-words font-mono">{typed}</p>
      </div>
    </div>
  );
}
