import { isProfileAddress } from "@/lib/contacts/pasted/profile";

/** Whether a paste is about a person rather than meant for the field it goes to. Where one writes prose, only a card is. */
export function isWorthReading(text: string, target: EventTarget): boolean {
  if (/^\s*begin:vcard/i.test(text)) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return (
    lines.length > 1 || isProfileAddress(text) || (target.name === "fullName" && /\S\s.*@/.test(text.slice(0, 500)))
  );
}
