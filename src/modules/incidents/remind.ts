import type { Context } from '#kernel/context.ts';
import { staffWith } from '#modules/identity/index.ts';
import { lawOf } from './breach-law.ts';
import { facts } from './facts.ts';
import { clocksOf, reminderDue } from './incident.ts';
import type { Clock, Step } from './incident.ts';
import { overdueRecords } from './overdue-records.ts';
import type { Restored } from './overdue-records.ts';
import { insertEvent, selectOpenIncidents, selectStepsDone } from './queries-incidents.ts';
import type { IncidentRow } from './queries-incidents.ts';
import { claimTelling } from './queries-records.ts';
import { dayMs } from './record.ts';
import { tellStaff } from './tell-staff.ts';

const stepWords: Readonly<Record<Step, Readonly<Record<'en' | 'de', string>>>> = {
  authority: { en: 'telling the authority', de: 'Meldung an die Behörde' },
  people: { en: 'telling the people', de: 'Benachrichtigung der Personen' },
  controller: { en: 'telling the controller', de: 'Mitteilung an den Verantwortlichen' },
  'early warning': { en: 'the early warning', de: 'Frühwarnung' },
  'vulnerability notification': { en: 'the vulnerability notification', de: 'Meldung der Schwachstelle' },
  'final report': { en: 'the final report', de: 'Abschlussbericht' },
};

/**
 * Reminds staff of clocks that run out: two days, a day, six hours and an hour before, and at the end; each once.
 *
 * Announces: incidents.reminded. A timed job.
 */
export async function remindOfClocks(ctx: Context): Promise<void> {
  const open = await selectOpenIncidents(ctx);
  const done = await selectStepsDone(
    ctx,
    open.map(({ id }) => id),
  );
  for (const row of open) {
    const steps = new Set(done.filter(({ incidentId }) => incidentId === row.id).map(({ step }) => step));
    for (const clock of clocksOf(row, steps, lawOf(ctx).cites)) await remind(ctx, row, clock);
  }
}

async function remind(ctx: Context, row: IncidentRow, clock: Clock): Promise<void> {
  const hours = reminderDue(clock, ctx.now);
  if (hours === undefined || clock.dueAt === null) return;
  const what = `incident:${row.id}:${clock.step}:${hours}`;
  if (!(await claimTelling(ctx, what, new Date(0)))) return;
  const hoursLeft = Math.floor((clock.dueAt.getTime() - ctx.now.getTime()) / 3_600_000);
  await insertEvent(ctx, {
    incidentId: row.id,
    kind: 'reminded',
    bySubjectId: null,
    details: { step: clock.step, hoursLeft },
    note: null,
  });
  ctx.emit(facts.reminded({ incidentId: row.id, step: clock.step.replaceAll(' ', '-'), hoursLeft }));
  const word = stepWords[clock.step];
  const until = clock.dueAt.toISOString().slice(0, 16).replace('T', ' ');
  await tellStaff(ctx, await staffWith(ctx, 'privacy.write'), {
    kind: 'incidents.reminder',
    about: { table: 'incidents.incident', id: row.id },
    dedupe: `incidents.reminder:${what}`,
    title: {
      en: `Incident ${row.number}: ${word.en} is due`,
      de: `Vorfall ${row.number}: ${word.de} steht an`,
    },
    intro: {
      en: [
        `${word.en} is due by ${until} UTC (${clock.cites}).`,
        'Open Dashboard > Privacy > Incidents, take the draft, and write down what was sent.',
      ],
      de: [
        `${word.de} bis ${until} UTC (${clock.cites}).`,
        'Öffnen Sie Dashboard > Datenschutz > Vorfälle, nehmen Sie den Entwurf und vermerken Sie, was gesendet wurde.',
      ],
    },
  });
}

const what: Readonly<Record<string, Readonly<Record<'en' | 'de', string>>>> = {
  'security audit': { en: 'Security audit', de: 'Sicherheitsprüfung' },
  'processor review': { en: 'Review of a company', de: 'Prüfung einer Firma' },
  attestation: { en: 'Attestation of a payment company', de: 'Nachweis einer Zahlungsfirma' },
  'incident drill': { en: 'Breach rehearsal', de: 'Übung eines Vorfalls' },
  'restore drill': { en: 'Restore rehearsal', de: 'Übung der Wiederherstellung' },
  'vulnerability scan': { en: 'Vulnerability scan', de: 'Suche nach Schwachstellen' },
  training: { en: 'Training of a colleague', de: 'Schulung im Team' },
  confidentiality: { en: 'Confidentiality of a colleague', de: 'Vertraulichkeit im Team' },
};
const againAfterDays = 7;

/**
 * Tells staff once a week what has lapsed and what lapses within a month. Announces: incidents.lapsed. A timed job.
 *
 * Source: clauses K7-31, K7-44, KC-34, OC-39.
 */
export async function alertOfLapses(ctx: Context, restored: Restored): Promise<void> {
  const due = await overdueRecords(ctx, restored);
  if (due.length === 0) return;
  if (!(await claimTelling(ctx, 'lapses', new Date(ctx.now.getTime() - againAfterDays * dayMs)))) return;
  for (const one of due)
    ctx.emit(facts.lapsed({ what: one.what.replaceAll(' ', '-'), overdue: one.state === 'overdue' }));
  await tellStaff(ctx, await staffWith(ctx, 'privacy.write'), {
    kind: 'incidents.lapses',
    about: { table: 'incidents.record', id: ctx.tenant.id },
    dedupe: `incidents.lapses:${ctx.now.toISOString().slice(0, 10)}`,
    title: { en: 'Records that lapse', de: 'Nachweise, die ablaufen' },
    intro: {
      en: ['These have run out or run out within a month. What they guard closes with them.'],
      de: ['Diese sind abgelaufen oder laufen in einem Monat ab. Was sie schützen, schließt sich mit ihnen.'],
    },
    rows: due.slice(0, 50).map((one) => ({
      label: {
        en: `${what[one.what]?.en ?? one.what}${isCompany(one.what) ? `: ${one.about}` : ''}`,
        de: `${what[one.what]?.de ?? one.what}${isCompany(one.what) ? `: ${one.about}` : ''}`,
      },
      value: one.since.getTime() === 0 ? '–' : one.since.toISOString().slice(0, 10),
    })),
  });
}

const isCompany = (kind: string): boolean => kind === 'processor review' || kind === 'attestation';
