"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { deleteRecommendationAction } from "@/lib/recommendations/actions";

/** Deleting can't be taken back, so it asks. */
export function DeleteRecommendation({ id, version }: { id: string; version: number }) {
  const t = useTranslations("recommendations.form");
  const common = useTranslations("common");
  return (
    <Dialog
      trigger={<Button variant="danger">{t("delete")}</Button>}
      title={t("deleteTitle")}
      description={t("deleteText")}
    >
      <Form action={deleteRecommendationAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton variant="danger">{t("delete")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
