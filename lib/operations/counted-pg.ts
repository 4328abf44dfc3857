// Prisma's way to Postgres, and that of SQL of ours (./sql): what is sent is counted for the request being answered, and nothing is
// sent into a transaction that is over.
import { PrismaPg } from "@prisma/adapter-pg";
import { hasBegun } from "./beginning/data";
import { requestCost } from "./request-id";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Queryable = Pick<Adapter, "queryRaw" | "executeRaw">;

export class CountedPg extends PrismaPg {
  #pool: Promise<Adapter> | undefined;

  /** The one pool, also for who asks it without Prisma. */
  override connect(): Promise<Adapter> {
    this.#pool ??= this.#open();
    return this.#pool;
  }

  async #open(): Promise<Adapter> {
    const adapter = counted(await super.connect());
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const cost = requestCost();
      if (cost) cost.transactions++;
      const transaction = untilItEnds(counted(await start(level)));
      hasBegun(transaction);
      return transaction;
    };
    return adapter;
  }
}

/** Ends a transaction; as its beginning, no statement of its own. */
const isEnd = (sql: string) => sql === "COMMIT" || sql === "ROLLBACK";

/** Once its end was asked for, nothing more goes there: from then on the connection may be in somebody else's transaction. */
function untilItEnds<Way extends Queryable>(transaction: Way): Way {
  const [queryRaw, executeRaw] = [transaction.queryRaw.bind(transaction), transaction.executeRaw.bind(transaction)];
  let isOver = false;
  const requireRunning = () => {
    if (isOver) throw new Error("The transaction is over: nothing more can be asked in it.");
  };
  transaction.queryRaw = async (query) => {
    requireRunning();
    return queryRaw(query);
  };
  transaction.executeRaw = async (query) => {
    if (isEnd(query.sql)) isOver = true;
    else requireRunning();
    return executeRaw(query);
  };
  return transaction;
}

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
