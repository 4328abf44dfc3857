-- The review of connections starts from those connected, however many others there are.
create index "contact_owner_id_connected_idx" on "contact" (owner_id, id)
  where connection_status = 'CONNECTED' and deleted_at is null;
