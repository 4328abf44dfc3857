"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/lib/form-state";

/** The last answer of the form's action. Outside a Form: nothing wrong, nothing typed. */
export const FormContext = createContext<FormState>({});

/** The button that sent the Form whose answer is awaited (null: another way); undefined while nothing is on its way. */
export const SentBy = createContext<HTMLElement | null | undefined>(undefined);

/** Makes all fields of the Form anew, from what the page knows now. */
export const MakeAnew = createContext<() => void>(() => {});

/** For a field made by hand: its sentences and what was typed into it, if the form came back. `name[]` is a list. */
export function useFieldState(name: string) {
  const { errors, values } = useContext(FormContext);
  const key = name.replace(/\[\]$/, "");
  return { errors: errors?.[key] ?? [], typed: values?.[key], returned: values !== undefined };
}

/** As useFieldState, for a field that has one value. */
export function useTypedValue(name: string, otherwise: string | number | undefined): string | undefined {
  const { typed } = useFieldState(name);
  const value = Array.isArray(typed) ? typed[0] : typed;
  return value ?? otherwise?.toString();
}
