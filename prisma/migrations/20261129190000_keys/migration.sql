-- Ways to sign in beside the password, and a second step after it. Like sessions they are read before an owner is named,
-- so they are no owned tables; whatever of them could sign somebody in is kept hashed, sealed, or is public by its nature.

create type "sign_in_step_purpose" as enum ('CODE', 'PASSKEY_SIGN_IN', 'PASSKEY_CONFIRM', 'PASSKEY_ADD');

-- What was asked and waits for its answer: a passkey's challenge, or a code after the right password. Used once, gone in
-- minutes. `user_id` is whom it was asked; nobody yet knows who answers a sign-in by passkey.
create table "sign_in_step" (
    "token_hash" bytea not null,
    "purpose" "sign_in_step_purpose" not null,
    "user_id" uuid,
    "expires_at" timestamptz(6) not null,

    constraint "sign_in_step_pkey" primary key ("token_hash"),
    constraint "sign_in_step_whose" check (("user_id" is null) = ("purpose" = 'PASSKEY_SIGN_IN')),
    constraint "sign_in_step_user_id_fkey" foreign key ("user_id") references "app_user" ("id") on delete cascade on update no action
);
create index "sign_in_step_user_id_idx" on "sign_in_step" ("user_id");
create index "sign_in_step_expires_at_idx" on "sign_in_step" ("expires_at");

create table "passkey" (
    "id" uuid not null default uuid_v7(),
    "user_id" uuid not null,
    "credential_id" text not null,
    "public_key" bytea not null,
    "counter" bigint not null default 0,
    "transports" text[] not null default '{}',
    "name" text not null,
    "created_at" timestamptz(6) not null default current_timestamp,
    "last_used_at" timestamptz(6),

    constraint "passkey_pkey" primary key ("id"),
    constraint "passkey_user_id_fkey" foreign key ("user_id") references "app_user" ("id") on delete cascade on update no action
);
create unique index "passkey_credential_id_key" on "passkey" ("credential_id");
create index "passkey_user_id_idx" on "passkey" ("user_id");

-- The app that shows codes. `secret` is sealed with a key made from VOUCH_SECRET; until `confirmed_at` nobody is asked for
-- a code; `last_step` is the half minute of the newest code that was used.
create table "authenticator_app" (
    "user_id" uuid not null,
    "secret" bytea not null,
    "last_step" integer not null default 0,
    "created_at" timestamptz(6) not null default current_timestamp,
    "confirmed_at" timestamptz(6),

    constraint "authenticator_app_pkey" primary key ("user_id"),
    constraint "authenticator_app_user_id_fkey" foreign key ("user_id") references "app_user" ("id") on delete cascade on update no action
);

create table "recovery_code" (
    "user_id" uuid not null,
    "code_hash" bytea not null,
    "used_at" timestamptz(6),

    constraint "recovery_code_pkey" primary key ("user_id", "code_hash"),
    constraint "recovery_code_user_id_fkey" foreign key ("user_id") references "app_user" ("id") on delete cascade on update no action
);

grant select, insert, update, delete on "sign_in_step", "passkey", "authenticator_app", "recovery_code" to vouch_app;

-- When this session last showed by password or passkey who sits before it.
alter table "session" add column "confirmed_at" timestamptz(6);
