/** Waits for what was asked for beside one another, each by its name. Fails as the first that fails. */
export async function allOf<Asked extends object>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const named = Object.entries(asked).map(async ([name, promise]) => [name, await promise] as const);
  return Object.fromEntries(await Promise.all(named)) as { [Name in keyof Asked]: Awaited<Asked[Name]> };
}
