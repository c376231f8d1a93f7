import { unitOfWork } from '#kernel/unit-of-work.ts';
import { verifyAnchors } from '#modules/incidents/index.ts';
import { registryFaults, tablesThatLeak } from '#modules/privacy/index.ts';
import { findTenantById, listTenants } from '#modules/tenancy/index.ts';
import { modules } from '../modules.ts';
import { text } from './command.ts';
import type { Command } from './command.ts';
import { withHouse } from './with-house.ts';

export const verify: Command = {
  name: 'verify',
  says: 'Proves stock, money, the audit chain and the registry; one line each, exit code 1 when something does not add up.',
  usage: 'kontor verify [--tenant NAME]',
  options: { tenant: { type: 'string' } },
  run: (input) =>
    withHouse(input.settings, async (house) => {
      const wanted = text(input, 'tenant');
      const lines: {
        tenant: string | null;
        prover: string;
        says: string;
        findings: readonly { says: string; rows: readonly string[] }[];
      }[] = [];
      const registry = await registryFaults(house.db, modules);
      lines.push({
        tenant: null,
        prover: 'registry',
        says: 'every column, view and trigger is declared, and every declaration exists',
        findings: registry.map((says) => ({ says, rows: [] })),
      });
      const leaks = await tablesThatLeak(house.db, modules);
      lines.push({
        tenant: null,
        prover: 'wall',
        says: 'a tenant that does not exist sees nothing',
        findings: leaks.map((says) => ({ says, rows: [] })),
      });
      for (const row of await listTenants(house.db)) {
        const tenant =
          wanted === undefined || row.slug === wanted ? await findTenantById(house.db, row.id) : undefined;
        if (!tenant) continue;
        for (const prover of modules.flatMap((module) => module.provers ?? [])) {
          const findings = await unitOfWork(
            house,
            { tenant, actor: { kind: 'operator', id: 'verify', purpose: 'administer' } },
            (ctx) => prover.prove(ctx),
          );
          lines.push({ tenant: row.slug, prover: prover.name, says: prover.says, findings });
        }
        lines.push({
          tenant: row.slug,
          prover: 'audit anchors',
          says: 'the audit log is the one whose seals were kept outside of the database',
          findings: await unitOfWork(
            house,
            { tenant, actor: { kind: 'operator', id: 'verify', purpose: 'administer' } },
            (ctx) => verifyAnchors(house, ctx),
          ),
        });
      }
      for (const line of lines) {
        const name = line.tenant === null ? line.prover : `${line.tenant}: ${line.prover}`;
        const problems = line.findings
          .map(
            (finding) =>
              `\n  ${finding.says}${finding.rows.length > 0 ? ` (${finding.rows.slice(0, 5).join(', ')})` : ''}`,
          )
          .join('');
        input.terminal.result(
          line.findings.length === 0
            ? `ok    ${name}: ${line.says}`
            : `WRONG ${name}: ${line.findings.length} findings${problems}`,
          line,
        );
      }
      return lines.every((line) => line.findings.length === 0) ? 0 : 1;
    }),
};
