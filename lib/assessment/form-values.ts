import type { FormValues } from "@/lib/form-state";
import type { AssessmentDetail } from "./schema";
import { questions } from "./words";

/** What the form holds of an assessment, or of none. */
export function assessmentValues(assessment: AssessmentDetail | null): FormValues {
  return {
    ...Object.fromEntries(questions.flatMap((name) => (assessment?.[name] ? [[name, assessment[name]]] : []))),
    commonGround: assessment?.commonGround ?? [],
    goal: assessment?.goal ?? "",
    canSay: assessment?.canSay ?? "",
  };
}
