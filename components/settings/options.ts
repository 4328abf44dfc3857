import type { Option } from "@/components/ui/select";
import { languages } from "@/lib/i18n/languages";
import { locales } from "@/lib/i18n/locales";

/** Each language by its own name: whoever looks for theirs may read no other. */
export function languageOptions(): Option[] {
  return languages.map((value) => {
    const { tag } = locales[value];
    return { value, label: new Intl.DisplayNames(tag, { type: "language" }).of(value) ?? value };
  });
}

/** Every zone this server knows, "Europe/Berlin" read as "Europe / Berlin". */
export function timeZoneOptions(): Option[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].map((value) => ({ value, label: value.replaceAll("/", " / ").replaceAll("_", " ") }));
}
