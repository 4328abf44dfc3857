-- The tables of prisma/schema.prisma, then what Prisma's language can't express: the key function, checks,
-- partial and expression indexes.

-- UUID v7 (RFC 9562): 48 bits of milliseconds, 12 bits of the millisecond's fraction, 62 random bits.
-- Postgres 18 has its own; 15 to 17 do not.
create function uuid_v7() returns uuid
language sql volatile parallel safe as $$
  select encode(
    overlay(
      overlay(uuid_send(gen_random_uuid()) placing substring(int8send(ms) from 3) from 1 for 6)
      placing set_byte(set_byte('\x0000'::bytea, 0, 112 | (fraction >> 8)), 1, fraction & 255) from 7 for 2
    ), 'hex')::uuid
  from (select floor(micros / 1000)::bigint as ms, ((micros % 1000) * 4096 / 1000)::int as fraction
        from (select (extract(epoch from clock_timestamp()) * 1000000)::numeric as micros) as clock) as parts
$$;

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('OWNER', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "one_time_link_purpose" AS ENUM ('SETUP');

-- CreateEnum
CREATE TYPE "connection_status" AS ENUM ('NONE', 'INVITED', 'RECEIVED', 'CONNECTED', 'REMOVED');

-- CreateEnum
CREATE TYPE "contact_point_kind" AS ENUM ('EMAIL', 'PHONE', 'URL');

-- CreateEnum
CREATE TYPE "interaction_kind" AS ENUM ('IN_PERSON', 'VIDEO', 'CALL', 'MESSAGE', 'COMMENT');

-- CreateEnum
CREATE TYPE "interaction_direction" AS ENUM ('JOINT', 'INBOUND', 'OUTBOUND');

-- CreateEnum
CREATE TYPE "interaction_depth" AS ENUM ('QUICK', 'NORMAL', 'DEEP');

-- CreateEnum
CREATE TYPE "check_kind" AS ENUM ('CREDENTIALS', 'BACKGROUND', 'TESTIMONIAL', 'EXPERTISE');

-- CreateEnum
CREATE TYPE "check_finding" AS ENUM ('SUPPORTS', 'NEUTRAL', 'CONCERN');

-- CreateEnum
CREATE TYPE "answer" AS ENUM ('YES', 'NO', 'UNSURE');

-- CreateEnum
CREATE TYPE "support_direction" AS ENUM ('GIVEN', 'RECEIVED');

-- CreateEnum
CREATE TYPE "support_kind" AS ENUM ('INTRODUCTION', 'REFERRAL', 'ADVICE', 'RECOMMENDATION', 'OTHER');

-- CreateEnum
CREATE TYPE "invitation_direction" AS ENUM ('OUTGOING', 'INCOMING');

-- CreateEnum
CREATE TYPE "invitation_status" AS ENUM ('DRAFT', 'SENT', 'RECEIVED', 'ASKED', 'ACCEPTED', 'DECLINED', 'IGNORED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "recommendation_status" AS ENUM ('IDEA', 'REQUESTED', 'DRAFTING', 'SENT', 'PUBLISHED', 'DECLINED');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('CONNECTIONS', 'MESSAGES');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('READING', 'REFUSED', 'PREVIEW', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('CREATED', 'MATCHED', 'SKIPPED', 'FAILED');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "user_role" NOT NULL DEFAULT 'OWNER',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "purpose" "one_time_link_purpose" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "key_hash" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "policy" (
    "owner_id" UUID NOT NULL,
    "half_life_days" INTEGER NOT NULL DEFAULT 180,
    "warm_at" DOUBLE PRECISION NOT NULL DEFAULT 4,
    "min_two_way_days" INTEGER NOT NULL DEFAULT 2,
    "min_common_ground" INTEGER NOT NULL DEFAULT 2,
    "min_checks" INTEGER NOT NULL DEFAULT 2,
    "min_check_kinds" INTEGER NOT NULL DEFAULT 2,
    "check_max_age_days" INTEGER NOT NULL DEFAULT 365,
    "assessment_max_age_days" INTEGER NOT NULL DEFAULT 365,
    "remote_min_calls" INTEGER NOT NULL DEFAULT 3,
    "remote_min_span_days" INTEGER NOT NULL DEFAULT 60,
    "require_support_each_way" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "desk_setting" (
    "owner_id" UUID NOT NULL,
    "note_length" INTEGER NOT NULL DEFAULT 200,
    "notes_a_month" INTEGER NOT NULL DEFAULT 5,
    "invitations_a_week" INTEGER NOT NULL DEFAULT 100,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_setting_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "full_name" TEXT NOT NULL,
    "headline" TEXT,
    "company" TEXT,
    "position" TEXT,
    "location" TEXT,
    "how_we_met" TEXT,
    "expertise" TEXT,
    "geographic_barrier" TEXT,
    "do_not_connect" BOOLEAN NOT NULL DEFAULT false,
    "connection_status" "connection_status" NOT NULL DEFAULT 'NONE',
    "connected_on" DATE,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "kind" "contact_point_kind" NOT NULL,
    "label" TEXT,
    "value" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "linkedin_alias" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "first_seen" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "linkedin_alias_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "tag" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "colour" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "contact_tag" (
    "owner_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "contact_tag_pkey" PRIMARY KEY ("owner_id","contact_id","tag_id")
);

-- CreateTable
CREATE TABLE "interaction" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "interaction_kind" NOT NULL,
    "direction" "interaction_direction" NOT NULL DEFAULT 'JOINT',
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "depth" "interaction_depth" NOT NULL DEFAULT 'NORMAL',
    "group_size" INTEGER,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "interaction_contact" (
    "owner_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "interaction_contact_pkey" PRIMARY KEY ("owner_id","interaction_id","contact_id")
);

-- CreateTable
CREATE TABLE "credential_check" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "kind" "check_kind" NOT NULL,
    "claim" TEXT NOT NULL DEFAULT '',
    "finding" "check_finding" NOT NULL,
    "source_name" TEXT,
    "source_url" TEXT,
    "origin" TEXT NOT NULL DEFAULT '',
    "independent" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "checked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6),
    "resolved_at" TIMESTAMPTZ(6),
    "resolution" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_check_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "owner_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "wants_to_deepen" "answer",
    "i_believe" "answer",
    "they_believe" "answer",
    "synergy" "answer",
    "would_introduce" "answer",
    "common_ground" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "goal" TEXT,
    "can_say" TEXT,
    "reviewed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("owner_id","contact_id")
);

-- CreateTable
CREATE TABLE "support_act" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "direction" "support_direction" NOT NULL,
    "kind" "support_kind" NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_act_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "direction" "invitation_direction" NOT NULL,
    "status" "invitation_status" NOT NULL,
    "note" TEXT,
    "reason" TEXT,
    "sent_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "direction" "support_direction" NOT NULL,
    "status" "recommendation_status" NOT NULL DEFAULT 'IDEA',
    "work" TEXT,
    "text" TEXT,
    "requested_at" TIMESTAMPTZ(6),
    "due_on" DATE,
    "published_at" TIMESTAMPTZ(6),
    "support_act_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "contact_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "snoozed_until" DATE,
    "done_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "contact_standing" (
    "owner_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "heat" DOUBLE PRECISION,
    "half_life_days" INTEGER NOT NULL DEFAULT 180,
    "knows_until" TIMESTAMPTZ,
    "desires_until" TIMESTAMPTZ,
    "mutual_until" TIMESTAMPTZ,
    "verified_until" TIMESTAMPTZ,
    "vouched_until" TIMESTAMPTZ,
    "warm_until" TIMESTAMPTZ,
    "blocked_until" TIMESTAMPTZ,
    "cooldown_until" TIMESTAMPTZ,
    "evidence_until" TIMESTAMPTZ,
    "almost_until" TIMESTAMPTZ,
    "ready_until" TIMESTAMPTZ,
    "queue_until" TIMESTAMPTZ,
    "connection_status" "connection_status",
    "unmet" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "blockers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "last_interaction_at" TIMESTAMPTZ,
    "interaction_count" INTEGER NOT NULL DEFAULT 0,
    "two_way_days" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contact_standing_pkey" PRIMARY KEY ("owner_id","contact_id")
);

-- CreateTable
CREATE TABLE "standing_tally" (
    "owner_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ NOT NULL,
    "reading" TEXT NOT NULL,
    "contacts" INTEGER NOT NULL,

    CONSTRAINT "standing_tally_pkey" PRIMARY KEY ("owner_id","hour","reading")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "file_name" TEXT NOT NULL,
    "kind" "import_kind",
    "state" "import_state" NOT NULL DEFAULT 'READING',
    "self" TEXT,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "owner_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "import_outcome" NOT NULL,
    "reason" TEXT,
    "fields" JSONB NOT NULL,
    "people" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "proposed_id" UUID,
    "entity_id" UUID,
    "changes" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("owner_id","batch_id","line")
);

-- CreateTable
CREATE TABLE "import_person" (
    "owner_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "messages" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "outcome" "import_outcome",
    "reason" TEXT,
    "contact_id" UUID,

    CONSTRAINT "import_person_pkey" PRIMARY KEY ("owner_id","batch_id","key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_ids" UUID[],
    "occurred_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "contact_point_owner_id_normalised_idx" ON "contact_point"("owner_id", "normalised");

-- CreateIndex
CREATE UNIQUE INDEX "contact_point_owner_id_contact_id_kind_normalised_key" ON "contact_point"("owner_id", "contact_id", "kind", "normalised");

-- CreateIndex
CREATE INDEX "linkedin_alias_owner_id_contact_id_idx" ON "linkedin_alias"("owner_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "linkedin_alias_owner_id_slug_key" ON "linkedin_alias"("owner_id", "slug");

-- CreateIndex
CREATE INDEX "contact_tag_owner_id_tag_id_idx" ON "contact_tag"("owner_id", "tag_id");

-- CreateIndex
CREATE INDEX "interaction_owner_id_occurred_at_id_idx" ON "interaction"("owner_id", "occurred_at" DESC, "id");

-- CreateIndex
CREATE INDEX "interaction_contact_owner_id_contact_id_interaction_id_idx" ON "interaction_contact"("owner_id", "contact_id", "interaction_id");

-- CreateIndex
CREATE INDEX "credential_check_owner_id_contact_id_idx" ON "credential_check"("owner_id", "contact_id");

-- CreateIndex
CREATE INDEX "support_act_owner_id_contact_id_idx" ON "support_act"("owner_id", "contact_id");

-- CreateIndex
CREATE INDEX "invitation_owner_id_contact_id_idx" ON "invitation"("owner_id", "contact_id");

-- CreateIndex
CREATE INDEX "invitation_owner_id_direction_status_sent_at_idx" ON "invitation"("owner_id", "direction", "status", "sent_at");

-- CreateIndex
CREATE INDEX "recommendation_owner_id_contact_id_idx" ON "recommendation"("owner_id", "contact_id");

-- CreateIndex
CREATE INDEX "recommendation_owner_id_status_due_on_idx" ON "recommendation"("owner_id", "status", "due_on");

-- CreateIndex
CREATE INDEX "follow_up_owner_id_contact_id_idx" ON "follow_up"("owner_id", "contact_id");

-- CreateIndex
CREATE INDEX "import_batch_owner_id_created_at_idx" ON "import_batch"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_owner_id_occurred_at_idx" ON "audit_event"("owner_id", "occurred_at" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "desk_setting" ADD CONSTRAINT "desk_setting_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "linkedin_alias" ADD CONSTRAINT "linkedin_alias_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_tag" ADD CONSTRAINT "contact_tag_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_tag" ADD CONSTRAINT "contact_tag_owner_id_tag_id_fkey" FOREIGN KEY ("owner_id", "tag_id") REFERENCES "tag"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interaction_contact" ADD CONSTRAINT "interaction_contact_owner_id_interaction_id_fkey" FOREIGN KEY ("owner_id", "interaction_id") REFERENCES "interaction"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interaction_contact" ADD CONSTRAINT "interaction_contact_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credential_check" ADD CONSTRAINT "credential_check_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "support_act" ADD CONSTRAINT "support_act_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_owner_id_support_act_id_fkey" FOREIGN KEY ("owner_id", "support_act_id") REFERENCES "support_act"("owner_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_standing" ADD CONSTRAINT "contact_standing_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_tally" ADD CONSTRAINT "standing_tally_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_owner_id_batch_id_fkey" FOREIGN KEY ("owner_id", "batch_id") REFERENCES "import_batch"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_person" ADD CONSTRAINT "import_person_owner_id_batch_id_fkey" FOREIGN KEY ("owner_id", "batch_id") REFERENCES "import_batch"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;


-- ─── What Prisma can't say ───────────────────────────────────────────────────

alter table "app_user"
  add constraint "app_user_email_normalised" check (email = lower(btrim(email)) and email <> '');

alter table "contact"
  add constraint "contact_full_name_written" check (btrim(full_name) <> '');

-- Meetings are joint, messages and comments have a direction.
alter table "interaction"
  add constraint "interaction_direction_fits_kind" check ((kind in ('MESSAGE', 'COMMENT')) = (direction <> 'JOINT')),
  add constraint "interaction_group_size_positive" check (group_size >= 1);

-- Values outside these make the rule meaningless (a half-life of nothing, a threshold without a logarithm).
alter table "policy"
  add constraint "policy_sensible" check (
    half_life_days between 1 and 3650 and warm_at > 0 and warm_at <= 1000
    and min_two_way_days >= 0 and min_common_ground >= 0 and min_checks >= 0 and min_check_kinds between 0 and 4
    and check_max_age_days between 1 and 36500 and assessment_max_age_days between 1 and 36500
    and remote_min_calls >= 1 and remote_min_span_days >= 0);

alter table "recommendation"
  add constraint "recommendation_text_length" check (char_length(text) <= 3000);

-- A resolved concern says how.
alter table "credential_check"
  add constraint "credential_check_resolution_written" check (resolved_at is null or btrim(coalesce(resolution, '')) <> '');

create unique index "tag_owner_id_lower_name_key" on "tag" (owner_id, lower(name));

-- Lists show who is not in the trash.
create index "contact_owner_id_name_idx" on "contact" (owner_id, lower(full_name), id) where deleted_at is null;
create index "contact_owner_id_created_idx" on "contact" (owner_id, created_at desc, id desc) where deleted_at is null;
create index "contact_owner_id_trash_idx" on "contact" (owner_id, deleted_at) where deleted_at is not null;
create index "follow_up_owner_id_open_idx" on "follow_up" (owner_id, due_on, id) where done_at is null;

-- The queue by strength, the fading and the lapsing: page queries are range scans on these.
create index "contact_standing_owner_id_queue_idx" on "contact_standing" (owner_id, heat desc) where queue_until is not null;
-- The few standings that change within this hour, beside the hours in standing_tally.
create index "contact_standing_owner_id_queue_until_idx" on "contact_standing" (owner_id, queue_until) where queue_until is not null;
create index "contact_standing_owner_id_almost_until_idx" on "contact_standing" (owner_id, almost_until) where almost_until is not null;
create index "contact_standing_owner_id_cooldown_until_idx" on "contact_standing" (owner_id, cooldown_until) where cooldown_until is not null;
-- Every write of a standing moves a few of these numbers: room for the new rows beside the old.
alter table "standing_tally" set (fillfactor = 60);
create index "contact_standing_owner_id_heat_idx" on "contact_standing" (owner_id, heat desc nulls last, contact_id);
create index "contact_standing_owner_id_warm_until_idx" on "contact_standing" (owner_id, warm_until, contact_id);
create index "contact_standing_owner_id_evidence_until_idx" on "contact_standing" (owner_id, evidence_until, contact_id);
