"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Overwrite } from "@/components/ui/overwrite";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { DateInput, TextInput } from "@/components/ui/text-input";
import { createRecommendationAction, updateRecommendationAction } from "@/lib/recommendations/actions";
import {
  type Direction,
  directions,
  longestText,
  type RecommendationDetail,
  recommendationStatuses,
  textLength,
} from "@/lib/recommendations/schema";

/** A new recommendation, whose contact `who` asks for or names, or one that exists. */
export function RecommendationForm({
  who,
  direction = "GIVEN",
  item,
}: {
  who?: ReactNode;
  direction?: Direction;
  item?: RecommendationDetail;
}) {
  const t = useTranslations("recommendations.form");
  const statuses = useTranslations("recommendations.statuses");
  const common = useTranslations("common");
  return (
    <Form action={item ? updateRecommendationAction : createRecommendationAction}>
      {item && (
        <>
          <input type="hidden" name="id" value={item.id} />
          <input type="hidden" name="version" value={item.version} />
          <Overwrite />
        </>
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
      <TextInput name="work" label={t("work")} hint={t("workHint")} defaultValue={item?.work ?? ""} />
      <TextArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        defaultValue={item?.text ?? ""}
        rows={6}
        limit={longestText}
        count={textLength}
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
