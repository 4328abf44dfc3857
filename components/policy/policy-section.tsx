import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { sentencesFor } from "@/lib/action";
import { asOwner, type OwnerId } from "@/lib/db";
import { sentOf } from "@/lib/form-conflict/sent";
import type { FormState } from "@/lib/form-state";
import { getPolicySetting } from "@/lib/policy/data";
import { askPreview } from "@/lib/policy/preview/ask";
import { defaultPolicy, isSamePolicy, sentPolicy, typedIn } from "@/lib/policy/schema";
import { isUnderWay } from "@/lib/policy/words";
import { ChangeFailed } from "./change-failed";
import { ChangeUnderWay } from "./change-progress";
import { PolicyForm } from "./policy-form";
import { ResetButton } from "./reset-button";

/** The owner's policy, what it would do, and a change of it under way. `address` may hold values to be previewed. */
export async function PolicySection({
  owner,
  address,
}: {
  owner: OwnerId;
  address: Record<string, string | string[] | undefined>;
}) {
  const t = await getTranslations("policy");
  const { inForce, version, change } = await asOwner(owner, getPolicySetting, { snapshot: true });
  const asked = typedIn(address);
  const parsed = asked && sentPolicy.safeParse(sentOf(asked).typed);
  const typed: FormState | undefined = asked
    ? { values: asked, ...(parsed?.error && (await sentencesFor("policy", parsed.error))) }
    : undefined;
  const preview = await askPreview(owner, parsed ? (parsed.data?.values ?? null) : inForce, { anyway: true });
  const values = change?.proposed ?? inForce;
  const isChanging = change !== null && isUnderWay(change);
  return (
    <Section id="policy" wide title={t("title")} text={t("text")}>
      <div className="grid gap-5">
        {change && isChanging && <ChangeUnderWay key={change.id} change={change} version={version} />}
        {change?.state === "FAILED" && <ChangeFailed change={change} />}
        <PolicyForm
          key={version}
          values={values}
          version={version}
          typed={typed}
          preview={preview}
          isChanging={isChanging}
        />
        {!isSamePolicy(values, defaultPolicy) && <ResetButton values={inForce} version={version} />}
      </div>
    </Section>
  );
}
