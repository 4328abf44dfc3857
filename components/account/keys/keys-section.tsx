import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/settings/section";
import { getKeys } from "@/lib/account/keys/data";
import { passkeyPlace } from "@/lib/account/passkeys/place";
import type { Account } from "@/lib/account/schema";
import { sessionToken } from "@/lib/auth";
import type { OwnerId } from "@/lib/db";
import { env } from "@/lib/env";
import { AddPasskey } from "./add-passkey";
import { ConfirmPanel } from "./confirm-panel";
import { PasskeyList } from "./passkey-list";
import { SecondStep } from "./second-step";

/** Passkeys and the code after the password: shown to the owner, changed by who has just shown again that it is them. */
export async function KeysSection({
  owner,
  account,
  hasPassword,
}: {
  owner: OwnerId;
  account: Account;
  hasPassword: boolean;
}) {
  const t = await getTranslations("keys");
  const { canChange, passkeys, second, setUp } = await getKeys(owner, account.email, (await sessionToken()) ?? "");
  const place = passkeyPlace(env().VOUCH_URL);
  return (
    <Section id="signing-in" title={t("title")} text={t(hasPassword ? "text" : "textWithout")}>
      <div className="grid gap-6">
        <Part title={t("passkeys.title")} text={t("passkeys.text")}>
          {place !== "good" && <p>{t(`passkeys.${place}`)}</p>}
          {(place === "good" || passkeys.length > 0) && <PasskeyList passkeys={passkeys} canChange={canChange} />}
          {place === "good" && canChange && <AddPasskey />}
        </Part>
        {hasPassword && (
          <Part title={t("codes.title")} text={t("codes.text")}>
            <SecondStep {...second} setUp={setUp} canChange={canChange} />
          </Part>
        )}
        <ConfirmPanel at="account" />
      </div>
    </Section>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <div>
        <h3 className="font-bold">{title}</h3>
        <p className="mt-0.5 max-w-[70ch] text-dim">{text}</p>
      </div>
      {children}
    </div>
  );
}
