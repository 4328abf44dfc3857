drop index concurrently "contact_standing_owner_id_heat_idx";
