"use client";

import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";

type Choice = { value: string; label: string };

/** One question, answered by one press; the answer can be changed as easily. Works without script. */
export function Choices({
  action,
  hidden,
  name,
  label,
  chosen,
  choices,
}: {
  action: FormAction;
  hidden: Record<string, string>;
  name: string;
  label: string;
  chosen?: string | null;
  choices: Choice[];
}) {
  return (
    <Form action={action}>
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">{label}</legend>
        {choices.map((choice) => (
          <SubmitButton
            key={choice.value}
            size="small"
            variant={choice.value === chosen ? "primary" : "secondary"}
            name={name}
            value={choice.value}
            aria-pressed={choice.value === chosen}
            className="max-w-full whitespace-normal text-left"
          >
            {choice.label}
          </SubmitButton>
        ))}
      </fieldset>
    </Form>
  );
}
