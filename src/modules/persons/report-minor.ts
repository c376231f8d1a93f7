import type { House } from '#kernel/house.ts';
import type { Actor, Tenant } from '#kernel/context.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { rolesBySubject } from '#modules/identity/index.ts';
import { erasePersons } from './erase-persons.ts';
import type { Plan } from './erasure.ts';
import { findPersons } from './find-persons.ts';
import type { KnownBy } from './find-persons.ts';
import { planErasure } from './plan-erasure.ts';
import { refuse } from './refuse.ts';

/**
 * Forgets a child whose data was found: planned and run at once, without the days that others have to change their mind,
 * and every company that got the data is told. What a law orders to keep stays, listed with its ground.
 *
 * May be called again when it was interrupted: what began goes on by itself.
 * Refuses: persons.nobody; persons.worksHere, so that nobody puts a colleague, or the owner, out with it. Announces: as `erasePersons`. Source: clause K7-46; privacy.md C10; GDPR art. 17(1)(f).
 */
export async function reportMinor(house: House, tenant: Tenant, actor: Actor, known: KnownBy): Promise<Plan> {
  const plan = await unitOfWork(house, { tenant, actor }, async (ctx) => {
    const subjects = await findPersons(ctx, known);
    if (subjects.length === 0) throw refuse.nobody();
    if ((await rolesBySubject(ctx, subjects)).size > 0) throw refuse.worksHere();
    const planned = await planErasure(ctx, subjects, { because: 'minor' });
    ctx.audit({ action: 'persons.minorReported', on: { table: 'persons.erasure', id: planned.id } });
    return planned;
  });
  return erasePersons(house, tenant, plan.id);
}
