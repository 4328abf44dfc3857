"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTypedValue } from "@/components/ui/form-context";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import type { CheckDetail } from "@/lib/checks/schema";
import { isOwnPage, originOf } from "@/lib/checks/source";

/** Name or link of the source, what it counts as while it is being typed, and whose word it is. */
export function SourceFields({ name, ownPages, check }: { name: string; ownPages: string[]; check?: CheckDetail }) {
  const t = useTranslations("checks");
  const typed = {
    name: useTypedValue("sourceName", check?.sourceName ?? "") ?? "",
    url: useTypedValue("sourceUrl", check?.sourceUrl ?? "") ?? "",
  };
  const [source, setSource] = useState(typed);
  const origin = originOf(source.url, source.name);
  return (
    <>
      <div className="grid gap-2">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            name="sourceName"
            label={t("sourceName")}
            placeholder={t("sourceNamePlaceholder")}
            defaultValue={check?.sourceName ?? undefined}
            onInput={(event) => setSource({ ...source, name: event.currentTarget.value })}
            autoComplete="off"
          />
          <TextInput
            name="sourceUrl"
            label={t("sourceUrl")}
            placeholder="nordlys.example/team"
            inputMode="url"
            defaultValue={check?.sourceUrl ?? undefined}
            onInput={(event) => setSource({ ...source, url: event.currentTarget.value })}
            autoComplete="off"
          />
        </div>
        <output className="text-dim text-small">
          {origin === "" ? (
            t("countsAsNothing")
          ) : (
            <>
              {t.rich("countsAs", { origin, strong: (text) => <strong className="font-bold text-ink">{text}</strong> })}{" "}
              {isOwnPage(source.url, source.name, ownPages) ? (
                <span className="font-medium text-almost">{t("ownPage", { name })}</span>
              ) : (
                t("countsAsHint")
              )}
            </>
          )}
        </output>
      </div>
      <RadioGroup
        name="independent"
        label={t("independent")}
        hint={t("independentHint")}
        options={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        defaultValue={check && (check.independent ? "yes" : "no")}
      />
    </>
  );
}
