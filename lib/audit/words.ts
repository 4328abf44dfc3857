// What the log can be filtered by: kinds of things one does, each some domains of actions.

const domains = {
  contacts: ["contacts", "lists", "duplicates", "privacy", "sample"],
  meetings: ["interactions", "follow-ups", "rhythm"],
  trust: ["checks", "assessment"],
  linkedIn: ["ready", "invitations", "incoming", "connections"],
  help: ["support", "introductions", "recommendations"],
  files: ["imports", "exports", "restore"],
  settings: ["settings", "policy", "note-templates", "digest", "today"],
  account: ["account", "keys", "oidc", "members"],
} as const;

export type AuditKind = keyof typeof domains;
export const auditKinds = Object.keys(domains) as [AuditKind, ...AuditKind[]];

/** The domains of a kind: what actions' names begin with. */
export const actionsOf = (kind: AuditKind): string[] => [...domains[kind]];

/** The kind an action is of; undefined for one that nobody put anywhere. */
export const kindOf = (action: string): AuditKind | undefined =>
  auditKinds.find((kind) => actionsOf(kind).includes(action.split(".")[0] ?? ""));
