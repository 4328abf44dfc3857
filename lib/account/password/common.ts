import "server-only";

// The 10,000 most common passwords of twelve characters and more, in small letters: from the top million of SecLists'
// 10-million-password-list (github.com/danielmiessler/SecLists). Loaded when somebody first chooses a password.
let known: Promise<Set<string>> | undefined;

/** Whether it is among the passwords that are guessed first, however it is capitalised. */
export async function isCommon(password: string): Promise<boolean> {
  known ??= import("./common-passwords.json").then(({ default: passwords }) => new Set(passwords));
  return (await known).has(password.toLowerCase());
}
