/** Up to two letters that stand for a name: of its first and its last word. Empty for a name without letters. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => word?.match(/\p{L}\p{M}*/u)?.[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
