import type { Context } from '#kernel/context.ts';
import type { IncidentId } from './payment.ts';
import { resolveIncidentRow } from './queries-refunds.ts';
import { refuse } from './refuse.ts';

/** Takes an incident off the list: somebody has looked at it. Refuses: payments.noSuchIncident. */
export async function resolveIncident(ctx: Context, id: IncidentId): Promise<void> {
  if (!(await resolveIncidentRow(ctx, id))) throw refuse.noSuchIncident();
  ctx.audit({ action: 'payments.incidentResolved', on: { table: 'payments.incident', id } });
}
