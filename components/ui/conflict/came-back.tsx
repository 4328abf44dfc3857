"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import type { FormAction } from "@/lib/form-state";
import { controlStyle } from "../control-style";
import { Form } from "../form";
import { FormContext } from "../form-context";

/**
 * In place of a page whose row is gone, where a form of it was sent without script: what was typed comes back all the same.
 * `page` is the `permalink` of the forms that send `actions`.
 */
export function CameBack({ actions, page }: { actions: FormAction[]; page: string }) {
  const t = useTranslations("common.problem");
  return (
    <div className="mx-auto grid max-w-[680px] gap-4">
      <h1 className="font-bold text-title">{t("notFoundTitle")}</h1>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are always the same
        <Form key={at} action={action} permalink={page}>
          <Typed />
        </Form>
      ))}
    </div>
  );
}

function Typed() {
  const t = useTranslations("common.conflict");
  const { copy } = useContext(FormContext);
  return copy ? (
    <textarea readOnly aria-label={t("typed")} defaultValue={copy} className={`${controlStyle} field-sizing-content`} />
  ) : null;
}
