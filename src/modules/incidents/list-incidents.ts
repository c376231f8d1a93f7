import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { lawOf } from './breach-law.ts';
import { clocksOf } from './incident.ts';
import type { Clock, IncidentId, NoticeOutcome, Story } from './incident.ts';
import {
  countNotices,
  findIncident,
  selectAffected,
  selectEvents,
  selectIncidents,
  selectStepsDone,
} from './queries-incidents.ts';
import type { EventRow, IncidentRow } from './queries-incidents.ts';
import { refuse } from './refuse.ts';
import { openWritten } from './story.ts';

export type Incident = Omit<IncidentRow, 'story'> & {
  readonly story: Story;
  readonly clocks: readonly Clock[];
};
type IncidentEvent = Omit<EventRow, 'note'> & {
  readonly note: Readonly<Record<string, string>> | null;
};

/** With everything that was done about it, and what came of its notices. */
export type WholeIncident = Incident & {
  readonly events: readonly IncidentEvent[];
  readonly notices: readonly { outcome: NoticeOutcome; count: number }[];
};

/** The register of incidents with their clocks, the newest first; drills among them, flagged. Source: GDPR art. 33(5). */
export async function listIncidents(ctx: Context): Promise<Incident[]> {
  const rows = await selectIncidents(ctx);
  const done = await selectStepsDone(
    ctx,
    rows.map(({ id }) => id),
  );
  return Promise.all(rows.map((row) => present(ctx, row, done)));
}

async function present(
  ctx: Context,
  row: IncidentRow,
  done: readonly { readonly incidentId: IncidentId; readonly step: string }[],
): Promise<Incident> {
  const story = await openWritten<Story>(ctx, 'story', row.story);
  const steps = done.filter(({ incidentId }) => incidentId === row.id).map(({ step }) => step);
  return { ...row, story, clocks: clocksOf(row, new Set(steps), lawOf(ctx).cites) };
}

/** One incident with everything that was done about it. Refuses: incidents.noIncident. */
export async function getIncident(ctx: Context, id: IncidentId): Promise<WholeIncident> {
  const row = await findIncident(ctx, id);
  if (!row) throw refuse.noIncident();
  const shown = await present(ctx, row, await selectStepsDone(ctx, [id]));
  const events = await Promise.all(
    (await selectEvents(ctx, id)).map(async (event) => ({
      ...event,
      note: event.note && (await openWritten<Readonly<Record<string, string>>>(ctx, 'note', event.note)),
    })),
  );
  return { ...shown, events, notices: await countNotices(ctx, id) };
}

/** A page of the affected by random key, with what came of their notices; nobody's name. Refuses: incidents.noIncident. */
export async function listAffected(
  ctx: Context,
  id: IncidentId,
  page: { readonly after?: SubjectId | undefined; readonly limit: number },
) {
  if (!(await findIncident(ctx, id))) throw refuse.noIncident();
  const found = await selectAffected(ctx, id, { ...page, limit: page.limit + 1 });
  const items = found.slice(0, page.limit);
  return { items, next: found.length > page.limit ? (items.at(-1)?.subject ?? null) : null };
}
