"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";

/** After an e-mail address turned out to be somebody's: two people may share one. */
export function AnywayButton({ children }: { children: ReactNode }) {
  const { see, errors } = useContext(FormContext);
  return see && errors?.emails ? (
    <SubmitButton variant="secondary" name="anyway" value="on">
      {children}
    </SubmitButton>
  ) : null;
}
