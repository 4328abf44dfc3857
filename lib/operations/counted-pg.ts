// Prisma's way to Postgres, counting for the request being answered what is sent there.
import { PrismaPg } from "@prisma/adapter-pg";
import { requestCost } from "./request-id";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Queryable = Pick<Adapter, "queryRaw" | "executeRaw">;

export class CountedPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = counted(await super.connect());
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const cost = requestCost();
      if (cost) cost.transactions++;
      return counted(await start(level));
    };
    return adapter;
  }
}

/** Ends a transaction; as its beginning, no statement of its own. */
const isEnd = (sql: string) => sql === "COMMIT" || sql === "ROLLBACK";

function counted<Way extends Queryable>(way: Way): Way {
  const [queryRaw, executeRaw] = [way.queryRaw.bind(way), way.executeRaw.bind(way)];
  way.queryRaw = async (query) => {
    const cost = requestCost();
    if (cost) cost.statements++;
    const answer = await queryRaw(query);
    if (cost) cost.rows += answer.rows.length;
    return answer;
  };
  way.executeRaw = async (query) => {
    const cost = isEnd(query.sql) ? undefined : requestCost();
    if (cost) cost.statements++;
    const rows = await executeRaw(query);
    if (cost) cost.rows += rows;
    return rows;
  };
  return way;
}
