import type { KeyErasure, Tenant } from '#kernel/context.ts';
import { keyClasses } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { erasePersons, planErasure } from '#modules/persons/index.ts';
import { peopleStillKnown, shredNeedless } from '#modules/retention/index.ts';
import { findTenantById, listTenantIds } from '#modules/tenancy/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import { journalOf, readJournal } from './erasure-journal.ts';

const who = (tenant: Tenant) =>
  ({ tenant, actor: { kind: 'system', id: 'backup.replay', purpose: 'rights' } }) as const;

const batch = 200;

/** Those of whom everything was erased; the end of a single key says nothing about the person. */
const wholePersons = (erasures: readonly KeyErasure[]): KeyErasure[] =>
  erasures.filter(({ classes }) => classes.length === keyClasses.length);

/**
 * Who was erased, as the keystore and the journal remember it, and is known again: what an old backup brought back.
 *
 * Shape: by tenant; empty when the house is clean.
 */
export async function whoCameBack(
  house: BuiltHouse,
): Promise<{ tenant: Tenant; subjects: KeyErasure['subject'][] }[]> {
  await rememberJournal(house);
  const found: { tenant: Tenant; subjects: KeyErasure['subject'][] }[] = [];
  for (const id of await listTenantIds(house.db)) {
    const tenant = await findTenantById(house.db, id);
    if (!tenant) continue;
    const erased = wholePersons(await house.keys.erasuresSince(id, null)).map(({ subject }) => subject);
    const back: KeyErasure['subject'][] = [];
    for (let from = 0; from < erased.length; from += batch)
      back.push(
        ...(await unitOfWork(house, who(tenant), (ctx) =>
          peopleStillKnown(ctx, erased.slice(from, from + batch)),
        )),
      );
    if (back.length > 0) found.push({ tenant, subjects: back });
  }
  return found;
}

/**
 * Erases again whoever an old backup brought back, before anybody is served.
 *
 * May be killed and called again. Shape: how many people. Source: GDPR art. 17, 32(1)(c); failure "backup restored"; P11.
 */
export async function replayErasures(house: BuiltHouse): Promise<number> {
  let count = 0;
  for (const { tenant, subjects } of await whoCameBack(house)) {
    for (let from = 0; from < subjects.length; from += batch) {
      const some = subjects.slice(from, from + batch);
      for (const subject of some) {
        const plan = await unitOfWork(house, who(tenant), (ctx) =>
          planErasure(ctx, [subject], { because: 'restored' }),
        );
        await erasePersons(house, tenant, plan.id);
      }
      // An old keystore brings keys back of people whom the data does not know any more.
      await unitOfWork(house, who(tenant), (ctx) => shredNeedless(ctx, some));
      count += some.length;
    }
  }
  return count;
}

/** What only the journal knows, the keystore was restored from before: it learns it again. */
async function rememberJournal(house: BuiltHouse): Promise<void> {
  const entries = await readJournal(journalOf(house.settings.dataDir));
  for (const [tenant, told] of Map.groupBy(entries, (entry) => entry.tenant)) {
    const known = new Set((await house.keys.erasuresSince(tenant, null)).map(({ subject }) => subject));
    const missing = mergedBySubject(
      told.flatMap(({ erasure }) => (known.has(erasure.subject) ? [] : [erasure])),
    );
    if (missing.length > 0) await house.keystore.noteErasure(tenant, missing);
  }
}

/** One entry per person: an erasure is told of when it begins and again when its keys end. */
function mergedBySubject(erasures: readonly KeyErasure[]): KeyErasure[] {
  return [...Map.groupBy(erasures, (one) => one.subject)].map(([subject, told]) => ({
    subject,
    classes: keyClasses.filter((one) => told.some(({ classes }) => classes.includes(one))),
    at: new Date(Math.max(...told.map(({ at }) => at.getTime()))),
  }));
}
