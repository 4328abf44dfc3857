// The German catalogue, file by file as the English one.
import account from "./de/account.json";
import assessment from "./de/assessment.json";
import audit from "./de/audit.json";
import backup from "./de/backup.json";
import checks from "./de/checks.json";
import common from "./de/common.json";
import connections from "./de/connections.json";
import contacts from "./de/contacts.json";
import digest from "./de/digest.json";
import duplicates from "./de/duplicates.json";
import exports from "./de/exports.json";
import followUps from "./de/follow-ups.json";
import imports from "./de/imports.json";
import incoming from "./de/incoming.json";
import interactions from "./de/interactions.json";
import introductions from "./de/introductions.json";
import invitations from "./de/invitations.json";
import keys from "./de/keys.json";
import lists from "./de/lists.json";
import map from "./de/map.json";
import members from "./de/members.json";
import network from "./de/network.json";
import noteTemplates from "./de/note-templates.json";
import notices from "./de/notices.json";
import offline from "./de/offline.json";
import oidc from "./de/oidc.json";
import outbox from "./de/outbox.json";
import policy from "./de/policy.json";
import privacy from "./de/privacy.json";
import ready from "./de/ready.json";
import recommendations from "./de/recommendations.json";
import rhythm from "./de/rhythm.json";
import sample from "./de/sample.json";
import search from "./de/search.json";
import settings from "./de/settings.json";
import shell from "./de/shell.json";
import strength from "./de/strength.json";
import support from "./de/support.json";
import today from "./de/today.json";

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
