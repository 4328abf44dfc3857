"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInWithPasskeyAction } from "@/lib/account/passkeys/actions";
import { PasskeyForm } from "./passkey-form";

/** The other way in: by a button, and where the e-mail is typed. `next` is where it leads. */
export function PasskeySignIn({ next }: { next: string }) {
  const t = useTranslations("keys.signIn");
  return (
    <div className="mt-4 border-line border-t pt-4 noscript:hidden">
      <PasskeyForm purpose="sign-in" action={signInWithPasskeyAction} offerInField>
        <input type="hidden" name="next" value={next} />
        <SubmitButton variant="secondary" className="justify-center">
          {t("passkey")}
        </SubmitButton>
      </PasskeyForm>
    </div>
  );
}
