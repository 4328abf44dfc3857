"use client";

import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";
import { Field, type FieldLook } from "./field";
import { useTypedValue } from "./form-context";

type Input = Omit<ComponentProps<"input">, keyof FieldLook | "id" | "children">;

/** One line of text: text, email, url, tel, number, password. What was typed comes back after a refusal. */
export function TextInput({
  name,
  label,
  hint,
  aside,
  hideLabel,
  className,
  defaultValue,
  ...input
}: FieldLook & Omit<Input, "defaultValue"> & { defaultValue?: string | number }) {
  const typed = useTypedValue(name, defaultValue);
  return (
    <Field {...{ name, label, hint, aside, hideLabel, className }}>
      {(control) => (
        <input
          {...input}
          {...control}
          {...(input.value === undefined && { defaultValue: typed })}
          className={controlStyle}
        />
      )}
    </Field>
  );
}

/** A calendar day (YYYY-MM-DD), by the browser's own picker. */
export function DateInput(props: Omit<ComponentProps<typeof TextInput>, "type">) {
  return <TextInput {...props} type="date" />;
}

/** A time of day (HH:MM), by the browser's own picker. */
export function TimeInput(props: Omit<ComponentProps<typeof TextInput>, "type">) {
  return <TextInput {...props} type="time" />;
}
