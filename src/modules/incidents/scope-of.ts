import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { isId } from '#kernel/ids.ts';
import { contactsOf, gather, readingsBy, sentTo } from '#modules/privacy/index.ts';
import type { Exposure } from '#modules/privacy/index.ts';
import { openForChange } from './assess-incident.ts';
import type { AffectedPerson, IncidentId, ScopeQuery } from './incident.ts';
import { insertEvent, replaceAffected, updateIncident } from './queries-incidents.ts';
import { refuse } from './refuse.ts';
import { colleague } from './story.ts';

/**
 * Says exactly whose data lay open: what staff accounts read, by account, session, table and time, from the audit log;
 * what a company received, from the egress ledger; and persons named by hand.
 *
 * Shape: each person once, with kinds of data and countries; writes nothing. Refuses: incidents.scopeEmpty.
 * Source: GDPR art. 33(3)(a); privacy.md C11, P30.
 */
export async function scopeOf(ctx: Context, query: ScopeQuery): Promise<AffectedPerson[]> {
  const { actor, session, table, processor, subjects = [] } = query;
  if (!actor && !session && !table && !processor && subjects.length === 0) throw refuse.scopeEmpty();
  const span = { from: new Date(query.from), to: new Date(query.to) };
  const exposures: Exposure[] = subjects.map((subject) => ({ subject, categories: [] }));
  if (actor || session || table)
    exposures.push(...(await readingsBy(ctx, { actor, session, table, ...span })));
  if (processor) exposures.push(...(await sentTo(ctx, { processor, ...span })));
  // Reading about oneself is not in the log; whoever took an account over read what its holder sees there.
  if (query.isTakenOver && actor && isId(actor))
    exposures.push({
      subject: actor as SubjectId,
      categories: ['account.role', 'contact.email', 'identity.name'],
    });
  return withCountries(ctx, gather(exposures));
}

const batch = 500;

async function withCountries(ctx: Context, people: readonly Exposure[]): Promise<AffectedPerson[]> {
  // Counting countries is no reading by a colleague, and what is read is shown to nobody.
  const house: Context = { ...ctx, actor: { kind: 'system', id: 'incidents.scope', purpose: 'rights' } };
  const found: AffectedPerson[] = [];
  for (let from = 0; from < people.length; from += batch) {
    const page = people.slice(from, from + batch);
    const contacts = await contactsOf(
      house,
      page.map(({ subject }) => subject),
    );
    for (const { subject, categories } of page)
      found.push({ subject, categories, countries: contacts.get(subject)?.countries ?? [] });
  }
  return found.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
}

/**
 * Finds the affected of an incident and writes them into the register, in the place of those found before.
 *
 * Refuses: incidents.noIncident, incidents.closed, incidents.scopeEmpty, incidents.scopeApproved.
 */
export async function takeScope(
  ctx: Context,
  id: IncidentId,
  query: ScopeQuery,
): Promise<{ people: number }> {
  const row = await openForChange(ctx, id);
  if (row.approvedAt !== null) throw refuse.scopeApproved();
  const people = await scopeOf(ctx, query);
  await replaceAffected(ctx, id, people);
  const each = <Value>(pick: (person: AffectedPerson) => readonly Value[]): Value[] =>
    [...new Set(people.flatMap(pick))].toSorted((a, b) => (a < b ? -1 : 1));
  await updateIncident(ctx, id, {
    scope: query,
    scopeTakenAt: ctx.now,
    affectedCount: people.length,
    categories: each((person) => person.categories),
    countries: each((person) => person.countries),
  });
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'scope taken',
    bySubjectId: colleague(ctx),
    details: { people: people.length },
    note: null,
  });
  ctx.audit({
    action: 'incidents.scopeTaken',
    on: { table: 'incidents.incident', id },
    details: { people: people.length },
  });
  return { people: people.length };
}
