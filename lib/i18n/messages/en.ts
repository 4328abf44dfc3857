// The English catalogue: one file a domain, the file's name is the namespace.
import account from "./en/account.json";
import assessment from "./en/assessment.json";
import audit from "./en/audit.json";
import backup from "./en/backup.json";
import checks from "./en/checks.json";
import common from "./en/common.json";
import connections from "./en/connections.json";
import contacts from "./en/contacts.json";
import digest from "./en/digest.json";
import duplicates from "./en/duplicates.json";
import exports from "./en/exports.json";
import followUps from "./en/follow-ups.json";
import imports from "./en/imports.json";
import incoming from "./en/incoming.json";
import interactions from "./en/interactions.json";
import introductions from "./en/introductions.json";
import invitations from "./en/invitations.json";
import keys from "./en/keys.json";
import lists from "./en/lists.json";
import map from "./en/map.json";
import members from "./en/members.json";
import network from "./en/network.json";
import noteTemplates from "./en/note-templates.json";
import notices from "./en/notices.json";
import offline from "./en/offline.json";
import oidc from "./en/oidc.json";
import outbox from "./en/outbox.json";
import policy from "./en/policy.json";
import privacy from "./en/privacy.json";
import ready from "./en/ready.json";
import recommendations from "./en/recommendations.json";
import rhythm from "./en/rhythm.json";
import sample from "./en/sample.json";
import search from "./en/search.json";
import settings from "./en/settings.json";
import shell from "./en/shell.json";
import strength from "./en/strength.json";
import support from "./en/support.json";
import today from "./en/today.json";

export default {
  account,
  assessment,
  audit,
  backup,
  checks,
  common,
  contacts,
  digest,
  duplicates,
  exports,
  "follow-ups": followUps,
  imports,
  incoming,
  interactions,
  introductions,
  invitations,
  keys,
  lists,
  map,
  members,
  network,
  "note-templates": noteTemplates,
  notices,
  recommendations,
  connections,
  offline,
  oidc,
  outbox,
  policy,
  privacy,
  ready,
  rhythm,
  settings,
  sample,
  search,
  shell,
  strength,
  support,
  today,
};
