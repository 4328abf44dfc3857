"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ReadVersion } from "@/components/ui/conflict/read-version";
import { Form } from "@/components/ui/form";
import { OperationKey } from "@/components/ui/operation-key";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { DateInput, TextInput } from "@/components/ui/text-input";
import { countGraphemes } from "@/lib/graphemes";
import { createRecommendationAction, updateRecommendationAction } from "@/lib/recommendations/actions";
import { recommendationValues } from "@/lib/recommendations/form-values";
import { isEnd } from "@/lib/recommendations/moves";
import type { Exchanged, RecommendationDetail } from "@/lib/recommendations/schema";
import { type Direction, directions, longestText, recommendationStatuses } from "@/lib/recommendations/words";
import { SwapWarning } from "./swap-warning";

/** The form's id: what stands beside it (facts to put into the text) belongs to it. */
export const recommendationFormId = "recommendation";

/**
 * A new recommendation, whose contact `who` asks for or names, or one that exists. `beside` is what was published between
 * the owner and that contact, once it is known who it is.
 */
export function RecommendationForm({
  who,
  direction = "GIVEN",
  item,
  operationKey,
  beside,
}: {
  who?: ReactNode;
  direction?: Direction;
  item?: RecommendationDetail;
  /** For a new one. */
  operationKey?: string;
  beside?: { name: string; exchanged: Exchanged };
}) {
  const t = useTranslations("recommendations.form");
  const statuses = useTranslations("recommendations.statuses");
  const common = useTranslations("common");
  const [meant, setMeant] = useState({
    direction: item?.direction ?? direction,
    publishedOn: item?.publishedOn ?? "",
  });
  const follow = ({ currentTarget }: ChangeEvent<HTMLFormElement>) => {
    const typed = new FormData(currentTarget);
    setMeant({
      direction: typed.get("direction") === "RECEIVED" ? "RECEIVED" : "GIVEN",
      publishedOn: String(typed.get("publishedOn") ?? ""),
    });
  };
  return (
    <Form
      id={recommendationFormId}
      action={item ? updateRecommendationAction : createRecommendationAction}
      {...(item && { permalink: `/recommendations/${item.id}` })}
      onChange={follow}
    >
      {item ? (
        <>
          <input type="hidden" name="id" value={item.id} />
          <ReadVersion version={item.version} values={recommendationValues(item)} />
        </>
      ) : (
        <OperationKey value={operationKey ?? ""} />
      )}
      {who}
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <RadioGroup
          name="direction"
          label={t("direction")}
          defaultValue={item?.direction ?? direction}
          options={directions.map((value) => ({ value, label: t(value) }))}
        />
        <Select
          name="status"
          label={t("status")}
          defaultValue={item?.status ?? "IDEA"}
          options={recommendationStatuses.map((value) => ({ value, label: statuses(value) }))}
          className="w-44"
        />
        <DateInput name="dueOn" label={t("dueOn")} defaultValue={item?.dueOn ?? ""} className="w-44" />
      </div>
      {beside && !(item && isEnd(item.status)) && (
        <SwapWarning
          name={beside.name}
          direction={meant.direction}
          day={meant.publishedOn}
          exchanged={beside.exchanged}
        />
      )}
      <TextInput name="work" label={t("work")} hint={t("workHint")} defaultValue={item?.work ?? ""} />
      <TextArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        defaultValue={item?.text ?? ""}
        rows={6}
        limit={longestText}
        count={countGraphemes}
        // Until somebody puts the cursor there, what is inserted goes to the end.
        onFocus={({ currentTarget }) => {
          currentTarget.dataset.placed = "";
        }}
      />
      <DateInput
        name="publishedOn"
        label={t("publishedOn")}
        hint={t("publishedHint")}
        defaultValue={item?.publishedOn ?? ""}
        className="max-w-80"
      />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton>{t(item ? "update" : "create")}</SubmitButton>
        <ButtonLink href="/recommendations" variant="ghost">
          {common("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
