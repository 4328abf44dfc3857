import { expect, test } from "vitest";
import { testDatabase } from "./database";

const database = testDatabase();

test("a test file starts from every migration, with two kinds of connection", async () => {
  const owner = await database.newOwner();
  await database.admin.query("insert into contact (owner_id, id, full_name) values ($1, uuid_v7(), 'Ada')", [owner]);

  const app = await database.app.connect();
  try {
    expect((await app.query("select * from contact")).rowCount).toBe(0); // no owner named: no rows
    await app.query("begin");
    await app.query("select set_config('app.owner_id', $1, true)", [owner]);
    expect((await app.query("select * from contact")).rowCount).toBe(1);
    await app.query("rollback");
  } finally {
    app.release();
  }
});
