import type { Context } from '#kernel/context.ts';
import { nextNumber } from '#kernel/counter.ts';
import { newId } from '#kernel/ids.ts';
import { breachLaw } from './breach-law.ts';
import { facts } from './facts.ts';
import type { Harm, IncidentId, IncidentRole, Story, Track } from './incident.ts';
import { insertEvent, insertIncident } from './queries-incidents.ts';
import { refuse } from './refuse.ts';
import { colleague, sealWritten } from './story.ts';

interface NewIncident {
  readonly track: Track;
  readonly harms: readonly Harm[];
  readonly role?: IncidentRole;
  readonly isDrill?: boolean;
  /** When we became aware; now unless told. The clocks start here. */
  readonly awareAt?: Date;
  readonly title: string;
  readonly happened: string;
}

/**
 * Opens an incident in the register: from the moment we became aware, the clocks of the law run.
 *
 * Why: every incident is kept, whatever comes of it. Refuses: incidents.awareInFuture. Announces: incidents.opened.
 * Source: GDPR art. 33(1), 33(5); Reg. (EU) 2024/2847 art. 14; clauses KC-38, KC-39.
 */
export async function openIncident(ctx: Context, wish: NewIncident): Promise<IncidentId> {
  const awareAt = wish.awareAt ?? ctx.now;
  if (awareAt > ctx.now) throw refuse.awareInFuture({ field: 'awareAt' });
  const { track, isDrill = false } = wish;
  const law = await breachLaw(ctx);
  const id = newId<IncidentId>();
  const story: Story = {
    title: wish.title,
    happened: wish.happened,
    consequences: '',
    measures: '',
    advice: '',
    authorityReason: '',
    peopleReason: '',
  };
  await insertIncident(ctx, {
    id,
    number: await nextNumber(ctx, 'incidents'),
    track,
    harms: [...new Set(wish.harms)],
    role: wish.role ?? 'controller',
    isDrill,
    awareAt,
    authorityHours: track === 'breach' ? law.hours : null,
    story: await sealWritten(ctx, 'story', story),
    openedBy: colleague(ctx),
  });
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'opened',
    bySubjectId: colleague(ctx),
    details: { awareAt: awareAt.toISOString(), isDrill },
    note: null,
  });
  ctx.emit(facts.opened({ incidentId: id, track, isDrill }));
  ctx.audit({
    action: 'incidents.opened',
    on: { table: 'incidents.incident', id },
    details: { track, isDrill },
  });
  return id;
}
