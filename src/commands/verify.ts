import { unitOfWork } from '#kernel/unit-of-work.ts';
import { countStandings, proveHouse, proveTenant, standingsHere } from '#modules/policy/index.ts';
import type { CheckResult, Standing } from '#modules/policy/index.ts';
import { findTenantById, getTenant, listTenants } from '#modules/tenancy/index.ts';
import '../modules.ts';
import { text } from './command.ts';
import type { Command, Terminal } from './command.ts';
import { withHouse } from './with-house.ts';

export const verify: Command = {
  name: 'verify',
  says: 'Proves stock, money, the audit chain, the registry and the policy; one line each, exit code 1 when something does not add up.',
  usage: 'kontor verify [--tenant NAME]',
  options: { tenant: { type: 'string' } },
  run: (input) =>
    withHouse(input.settings, async (house) => {
      const name = text(input, 'tenant');
      const wanted = name === undefined ? undefined : (await getTenant(house.db, name)).slug;
      const { terminal } = input;
      const whole = await proveHouse(house);
      for (const result of whole) say(terminal, null, result);
      let isWhole = whole.every(({ findings }) => findings.length === 0);
      for (const row of await listTenants(house.db)) {
        const tenant =
          wanted === undefined || row.slug === wanted ? await findTenantById(house.db, row.id) : undefined;
        if (!tenant) continue;
        const results = await proveTenant(house, tenant, whole);
        for (const result of results) say(terminal, row.slug, result);
        isWhole &&= results.every(({ findings }) => findings.length === 0);
        const actor = { kind: 'operator', id: 'verify', purpose: 'administer' } as const;
        sayPromises(terminal, row, await unitOfWork(house, { tenant, actor }, standingsHere));
      }
      return isWhole ? 0 : 1;
    }),
};

function say(terminal: Terminal, tenant: string | null, { check, says, findings }: CheckResult): void {
  const name = tenant === null ? check : `${tenant}: ${check}`;
  const problems = findings
    .map((one) => `\n  ${one.says}${one.rows.length > 0 ? ` (${one.rows.slice(0, 5).join(', ')})` : ''}`)
    .join('');
  terminal.result(
    findings.length === 0
      ? `ok    ${name}: ${says}`
      : `WRONG ${name}: ${findings.length} findings${problems}`,
    { tenant, prover: check, says, findings },
  );
}

/** How the promises stand: what is pending is named, and never counted as kept. */
function sayPromises(
  terminal: Terminal,
  { slug, profile }: { slug: string; profile: string },
  standings: readonly Standing[],
): void {
  const counts = countStandings(standings);
  const named = (state: Standing['state']): string[] =>
    standings.filter((one) => one.state === state).map(({ clause }) => clause.id);
  const [pending, failed] = [named('pending'), named('fails')];
  const rest = [
    ...(failed.length > 0 ? [`; did not pass: ${failed.join(' ')}`] : []),
    ...(pending.length > 0 ? [`; pending: ${pending.join(' ')}`] : []),
  ].join('');
  terminal.result(
    `      ${slug}: promises of ${profile}: ${counts.holds} of ${standings.length} hold${rest}`,
    { tenant: slug, promises: profile, ...counts, pendingNames: pending, failedNames: failed },
  );
}
