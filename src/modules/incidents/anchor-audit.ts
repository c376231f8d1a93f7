import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Tenant } from '#kernel/context.ts';
import { folderStore } from '#kernel/files.ts';
import type { House } from '#kernel/house.ts';
import type { Finding } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { rolesBySubject, staffWith } from '#modules/identity/index.ts';
import { auditHead, proveAnchors } from '#modules/privacy/index.ts';
import type { Anchor } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { claimTelling, ensureSetting, updateSetting } from './queries-records.ts';
import { dayMs } from './record.ts';
import { tellStaff } from './tell-staff.ts';

const rootOf = (house: Pick<House, 'settings'>): string => join(house.settings.dataDir, 'anchors');

/**
 * Keeps the head of the audit chain outside of the database, every hour in a file and every day by mail to whoever looks
 * after data protection; and holds the chain against every head that was kept.
 *
 * Announces: incidents.auditBroken, and tells staff, when they differ. A timed job. Source: privacy.md C13.
 */
export async function anchorAudit(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'incidents.anchor', purpose: 'notify' } } as const;
  const kept = await keptAnchors(house, tenant);
  const head = await unitOfWork(house, who, async (ctx) => {
    const findings = await proveAnchors(ctx, kept);
    if (findings.length > 0) await raiseAlarm(ctx, findings);
    const now = await auditHead(ctx);
    if (now) await mailHead(ctx, now);
    return now;
  });
  if (head && !kept.some(({ number }) => number === head.number))
    await folderStore(rootOf(house)).put(
      `${tenant.id}/${head.number}.json`,
      Buffer.from(`${JSON.stringify(head)}\n`),
    );
}

/** The heads that lie in the data folder, oldest first. Shape: empty before the first hour is over. */
export async function keptAnchors(house: Pick<House, 'settings'>, tenant: Tenant): Promise<Anchor[]> {
  const names = await readdir(join(rootOf(house), tenant.id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const store = folderStore(rootOf(house));
  const anchors = await Promise.all(
    names
      .filter((name) => /^\d+\.json$/.test(name))
      .map(async (name) => JSON.parse((await store.get(`${tenant.id}/${name}`)).toString()) as Anchor),
  );
  return anchors.toSorted((a, b) => Number(BigInt(a.number) - BigInt(b.number)));
}

/** Holds the audit log against every head that was kept outside; for `kontor verify`. */
export async function verifyAnchors(house: House, ctx: Context): Promise<readonly Finding[]> {
  return proveAnchors(ctx, await keptAnchors(house, ctx.tenant));
}

async function raiseAlarm(ctx: Context, findings: readonly Finding[]): Promise<void> {
  ctx.emit(facts.auditBroken({ findings: findings.length }));
  if (!(await claimTelling(ctx, 'audit broken', new Date(ctx.now.getTime() - dayMs)))) return;
  await tellStaff(ctx, await staffWith(ctx, 'audit.read'), {
    kind: 'incidents.audit-broken',
    about: { table: 'privacy.audit_seal', id: ctx.tenant.id },
    dedupe: `incidents.audit-broken:${ctx.now.toISOString().slice(0, 10)}`,
    title: { en: 'The audit log was changed', de: 'Das Protokoll wurde verändert' },
    intro: {
      en: [
        `${findings.length} seals of the audit log are not what was kept outside of the database. Unless a backup was just restored, somebody with access to the database changed the log: open an incident.`,
      ],
      de: [
        `${findings.length} Siegel des Protokolls sind nicht die, die außerhalb der Datenbank aufbewahrt wurden. Wenn nicht gerade eine Sicherung eingespielt wurde, hat jemand mit Zugriff auf die Datenbank das Protokoll verändert: Eröffnen Sie einen Vorfall.`,
      ],
    },
  });
}

/** Every day to data protection officers; in a shop without one, every week to those who give the second yes. */
async function mailHead(ctx: Context, head: Anchor): Promise<void> {
  const { anchorMailedAt } = await ensureSetting(ctx);
  const able = await staffWith(ctx, 'privacy.approve');
  const roles = await rolesBySubject(
    ctx,
    able.map(({ subject }) => subject),
  );
  const officers = able.filter(({ subject }) => roles.get(subject)?.code === 'data-protection');
  const everyDays = officers.length > 0 ? 1 : 7;
  if (anchorMailedAt && ctx.now.getTime() - anchorMailedAt.getTime() < everyDays * dayMs) return;
  await updateSetting(ctx, { anchorMailedAt: ctx.now });
  await tellStaff(ctx, officers.length > 0 ? officers : able, {
    kind: 'incidents.anchor',
    about: { table: 'privacy.audit_seal', id: ctx.tenant.id },
    dedupe: `incidents.anchor:${head.number}`,
    title: { en: 'Seal of the audit log', de: 'Siegel des Protokolls' },
    intro: {
      en: ['Keep this mail. With it anybody can prove later that the audit log was not rewritten.'],
      de: [
        'Heben Sie diese Mail auf. Mit ihr lässt sich später zeigen, dass das Protokoll nicht umgeschrieben wurde.',
      ],
    },
    rows: [
      { label: { en: 'Seal', de: 'Siegel' }, value: head.number },
      { label: { en: 'Sealed at', de: 'Gesiegelt' }, value: head.sealedAt },
      { label: { en: 'SHA-256', de: 'SHA-256' }, value: head.hash },
    ],
  });
}
