"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import { type Target, targets } from "@/lib/imports/tables/targets";

/** `at` is its place, `values` the first few that stand in it. */
export type ColumnShown = { at: number; name: string; target: Target; values: string[] };

/** Says of each column what it is. Works without script. */
export function ColumnsForm({
  action,
  id,
  file,
  columns,
}: {
  action: FormAction;
  id: string;
  file: number;
  columns: ColumnShown[];
}) {
  const t = useTranslations("imports.columns");
  const options = targets.map((value) => ({ value, label: t(`targets.${value}`) }));
  return (
    <Form action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="file" value={file} />
      <div>
        <ul>
          {columns.map(({ at, name, target, values }) => {
            const label = name.trim() || t("column", { number: at + 1 });
            return (
              <li
                key={at}
                className="grid items-center gap-x-4 gap-y-1.5 border-line border-t px-4 py-2.5 sm:grid-cols-[1fr_13rem]"
              >
                <div className="min-w-0">
                  <p className="truncate font-medium">{label}</p>
                  <p dir="auto" className="truncate text-dim text-small">
                    {values.length > 0 ? values.join(" · ") : t("blank")}
                  </p>
                </div>
                <Select
                  name="columns[]"
                  label={t("what", { name: label })}
                  hideLabel
                  options={options}
                  defaultValue={target}
                />
              </li>
            );
          })}
        </ul>
        <div className="border-line border-t px-4 py-3">
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("save")}
          </SubmitButton>
        </div>
      </div>
    </Form>
  );
}
