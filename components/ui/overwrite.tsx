"use client";

import { useContext } from "react";
import { FormContext } from "./form-context";

/**
 * After "changed elsewhere" (the refusal that shows the other version), saving again means: keep mine. For edit forms
 * whose schema has `overwrite: tick`.
 */
export function Overwrite() {
  const { see, errors } = useContext(FormContext);
  return see && !errors ? <input type="hidden" name="overwrite" value="on" /> : null;
}
