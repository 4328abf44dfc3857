-- A link for a new password: made by a command, for one account, and gone with it.
alter type "one_time_link_purpose" add value 'RESET';
alter table "one_time_link" add column "user_id" uuid;
alter table "one_time_link"
  add constraint "one_time_link_user_id_fkey" foreign key ("user_id") references "app_user" ("id")
  on delete cascade on update no action;
create index "one_time_link_user_id_idx" on "one_time_link" ("user_id");
