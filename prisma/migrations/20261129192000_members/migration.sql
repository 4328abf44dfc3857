-- Further people: who may come in, by which link, and by which door. All of it is read before anybody is signed in, so
-- none of it is an owned table, and none of it says anything about a contact.

-- ─── Accounts ────────────────────────────────────────────────────────────────

-- Who signs in by the provider alone has no password.
alter table "app_user" alter column "password_hash" drop not null;
-- Since when nobody signs in to it: an administrator closed it. Nothing of it is lost.
alter table "app_user" add column "closed_at" timestamptz(6);
-- Sessions end; when somebody was last here is known after that too.
alter table "app_user" add column "last_seen_at" timestamptz(6);
update "app_user" u set "last_seen_at" = (select max(s."last_seen_at") from "session" s where s."user_id" = u."id");

-- The first account runs the place.
update "app_user" set "role" = 'ADMINISTRATOR'
where "id" = (select "id" from "app_user" order by "created_at", "id" limit 1)
  and not exists (select from "app_user" where "role" = 'ADMINISTRATOR');

create function note_seen() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
begin
  update app_user set last_seen_at = new.last_seen_at where id = new.user_id;
  return null;
end
$$;
create trigger note_seen after insert or update of last_seen_at on session
for each row execute function note_seen();

-- Whatever way an administrator goes (another role, closed, deleted): while there is anybody else, one stays who may open
-- the door. Two who go at the same moment go one after the other.
create function keep_an_administrator() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('vouch: administrators', 0));
  if not exists (select from app_user where role = 'ADMINISTRATOR' and closed_at is null)
    and exists (select from app_user) then
    raise exception 'last_administrator' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger keep_an_administrator after update of role, closed_at on app_user
for each row when (old.role = 'ADMINISTRATOR' and old.closed_at is null
  and (new.role <> 'ADMINISTRATOR' or new.closed_at is not null))
execute function keep_an_administrator();
create trigger keep_an_administrator_leaving after delete on app_user
for each row when (old.role = 'ADMINISTRATOR' and old.closed_at is null)
execute function keep_an_administrator();

-- ─── Who may sign up ─────────────────────────────────────────────────────────

-- CreateEnum
CREATE TYPE "sign_up" AS ENUM ('CLOSED', 'INVITE', 'OPEN');

-- One row at most; without it: by invitation.
create table "house_rule" (
    "id" boolean not null default true,
    "sign_up" "sign_up" not null default 'INVITE',
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "house_rule_pkey" primary key ("id"),
    constraint "house_rule_one" check ("id")
);
grant select, insert, update, delete on "house_rule" to vouch_app;

-- A link that makes one account. Using it or taking it back deletes the row, so it can't be used twice.
create table "invite" (
    "id" uuid not null default uuid_v7(),
    "token_hash" bytea not null,
    "made_by" uuid not null,
    "for_whom" text,
    "role" "user_role" not null default 'OWNER',
    "created_at" timestamptz(6) not null default current_timestamp,
    "expires_at" timestamptz(6) not null,

    constraint "invite_pkey" primary key ("id"),
    constraint "invite_made_by_fkey" foreign key ("made_by") references "app_user" ("id") on delete cascade on update no action
);
create unique index "invite_token_hash_key" on "invite" ("token_hash");
create index "invite_made_by_idx" on "invite" ("made_by");
grant select, insert, update, delete on "invite" to vouch_app;

-- ─── The provider's people ───────────────────────────────────────────────────

-- Whom an OpenID Connect provider means by a subject. Never found by e-mail.
create table "oidc_identity" (
    "issuer" text not null,
    "subject" text not null,
    "user_id" uuid not null,
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "oidc_identity_pkey" primary key ("issuer", "subject"),
    constraint "oidc_identity_user_id_fkey" foreign key ("user_id") references "app_user" ("id") on delete cascade on update no action
);
create unique index "oidc_identity_user_id_issuer_key" on "oidc_identity" ("user_id", "issuer");
grant select, insert, update, delete on "oidc_identity" to vouch_app;
