import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { profileOf } from '#profiles/profiles.ts';
import { checkOfFault, faultClauses } from './checks.ts';
import { compileShop } from './compile-shop.ts';
import { findNewest } from './queries.ts';
import { selectEvidence, upsertEvidence } from './queries-evidence.ts';
import { thisRelease } from './release.ts';
import { standingsOf } from './standing.ts';
import type { Standing } from './standing.ts';

/** What a check found. Shape: no findings is a pass. */
export interface CheckResult {
  readonly check: string;
  readonly says: string;
  readonly findings: readonly Finding[];
}

/** A check of the whole house, before any tenant: of tables, walls and what holds them. */
export interface HouseProver {
  readonly name: string;
  readonly says: string;
  readonly prove: (house: House) => Promise<readonly Finding[]>;
}

let provers: readonly Prover[] = [];
let houseProvers: readonly HouseProver[] = [];

/** Hands over every prover there is; said once, by modules.ts, because this module may not know those below it. */
export function declareProvers(ofTenants: readonly Prover[], ofHouse: readonly HouseProver[]): void {
  provers = ofTenants;
  houseProvers = ofHouse;
}

/** Runs the checks of the whole house. What they found counts for every tenant in it. */
export async function proveHouse(house: House): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, says, prove } of houseProvers)
    results.push({ check: name, says, findings: await prove(house) });
  return results;
}

/**
 * Runs every prover over what one tenant stores and writes down when each last passed. Each has a transaction of its own.
 *
 * Shape: in the order of the modules. `noted` are results that the caller has already.
 */
export async function proveTenant(
  house: House,
  tenant: Tenant,
  noted: readonly CheckResult[] = [],
): Promise<readonly CheckResult[]> {
  const who = { tenant, actor: { kind: 'system', id: 'policy.prove', purpose: 'administer' } } as const;
  const results: CheckResult[] = [];
  for (const { name, says, prove } of provers)
    results.push({ check: name, says, findings: await unitOfWork(house, who, prove) });
  await unitOfWork(house, who, async (ctx) => {
    const compiled = await compileChecks(ctx);
    const all = [...noted, ...results].map(({ check, findings }) => ({ check, findings: findings.length }));
    await upsertEvidence(ctx, [...all, ...compiled]);
  });
  return results;
}

/** One check for each way in which a policy can contradict itself, and one that there is a dated policy at all. */
async function compileChecks(ctx: Context): Promise<{ check: string; findings: number }[]> {
  const { faults } = await compileShop(ctx);
  const newest = await findNewest(ctx);
  return [
    { check: 'policy.published', findings: newest?.publishedAt ? 0 : 1 },
    ...Object.keys(faultClauses).map((code) => ({
      check: checkOfFault(code),
      findings: faults.filter((one) => one.code === code).length,
    })),
  ];
}

/** How every promise of this shop stands now. */
export async function standingsHere(ctx: Context): Promise<readonly Standing[]> {
  return standingsOf(profileOf(ctx.tenant), { evidence: await selectEvidence(ctx), release: thisRelease() });
}
