import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import { fieldNames } from "@/lib/note-templates/built-in";
import type { NoteTemplate } from "@/lib/note-templates/schema";
import { newOperationKey } from "@/lib/operation-key";
import { noteRecord } from "@/lib/ready/note-record";
import type { ReadyRecord } from "@/lib/ready/schema";
import { TemplateForm } from "./template-form";

/** The form with the records it is tried on, in the words of whoever signs. */
export function TemplateEditor({
  template,
  records,
  limit,
  yourName,
}: {
  template: NoteTemplate | null;
  records: ReadyRecord[];
  limit: number;
  yourName: string;
}) {
  const names = fieldNames(useTranslations("ready"));
  const reader = useReader();
  const people = records.map((record) => ({
    id: record.id,
    fullName: record.fullName,
    record: noteRecord(record, yourName, reader),
  }));
  return (
    <TemplateForm template={template} operationKey={newOperationKey()} people={people} names={names} limit={limit} />
  );
}
