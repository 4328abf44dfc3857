import "server-only";
import { rulesMet } from "@/lib/contacts/list/conditions/data";
import type { OwnerDb } from "@/lib/db";
import { isEmpty } from "@/lib/exports/data";
import { type FirstSteps, isThere, type Onboarding } from "./schema";

/** Once they are put away or all taken, nobody is looked for to go on with. */
export async function getFirstSteps(db: OwnerDb): Promise<FirstSteps> {
  const { isHidden, ...done } = await readSteps(db);
  return {
    done,
    isHidden,
    nearest: isHidden || isThere(done) ? null : await findNearest(db),
    isEmpty: !done.contacts && (await isEmpty(db)),
  };
}

export async function areFirstStepsHidden(db: OwnerDb): Promise<boolean> {
  return (await db.firstSteps.findUnique({ where: { ownerId: db.owner }, select: { ownerId: true } })) !== null;
}

export async function hideFirstSteps(db: OwnerDb): Promise<void> {
  await db.firstSteps.createMany({ data: { ownerId: db.owner }, skipDuplicates: true });
}

export async function bringBackFirstSteps(db: OwnerDb): Promise<void> {
  await db.firstSteps.deleteMany({ where: { ownerId: db.owner } });
}

/**
 * Whether the owner has taken each first step, and put them all away. Five look-ups that stop at the first row about somebody
 * who isn't made up, in the order of an index: in none, Postgres may go past everybody else's rows until it meets one of the owner's.
 */
async function readSteps(db: OwnerDb): Promise<Onboarding & { isHidden: boolean }> {
  const [steps] = await db.$queryRaw<(Onboarding & { isHidden: boolean })[]>`
    with sample as materialized (select contact_id from sample_contact where owner_id = ${db.owner}::uuid)
    select
      (select id from contact
       where owner_id = o.id and deleted_at is null and id not in (table sample)
       order by id limit 1) is not null as contacts,
      (select i.id from interaction i
       where i.owner_id = o.id and i.confirmed and i.kind <> 'MESSAGE'
         and (not exists (table sample)
              or exists (select from interaction_contact x
                         where x.owner_id = i.owner_id and x.interaction_id = i.id
                           and x.contact_id not in (table sample)))
       order by i.occurred_at limit 1) is not null as interaction,
      (select id from credential_check where owner_id = o.id and contact_id not in (table sample)
       order by id limit 1) is not null as check,
      (select contact_id from assessment where owner_id = o.id and contact_id not in (table sample)
       order by contact_id limit 1) is not null as assessment,
      (select contact_id from contact_standing
       where owner_id = o.id and ready_until is not null and contact_id not in (table sample)
       order by contact_id limit 1) is not null as ready,
      exists (select from first_steps where owner_id = o.id) as "isHidden"
    from (select ${db.owner}::uuid as id) o`;
  if (!steps) throw new Error("one row asks for one");
  return steps;
}

/** Of the two hundred strongest who could be invited, the one of whom the most rules hold. */
async function findNearest(db: OwnerDb): Promise<FirstSteps["nearest"]> {
  const [found] = await db.$queryRaw<{ id: string; fullName: string }[]>`
    with sample as materialized (select contact_id from sample_contact where owner_id = ${db.owner}::uuid),
    strongest as (
      select contact_id, heat, knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until
      from contact_standing
      where owner_id = ${db.owner}::uuid and heat is not null and connection_status = 'NONE'
        and coalesce(blocked_until <= now(), true) and contact_id not in (table sample)
      order by heat desc nulls last, contact_id limit 200)
    select c.id, c.full_name as "fullName"
    from strongest st join contact c on c.owner_id = ${db.owner}::uuid and c.id = st.contact_id
    order by ${rulesMet} desc, st.heat desc, c.id
    limit 1`;
  return found ?? null;
}
