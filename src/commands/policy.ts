import type { Context } from '#kernel/context.ts';
import { documentRoles } from '#kernel/profile.ts';
import type { DocumentRole } from '#kernel/profile.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import {
  compileShop,
  currentPolicy,
  diffPolicies,
  policyLanguages,
  sayChange,
  textOf,
} from '#modules/policy/index.ts';
import type { Fault, PolicyDocument, PolicyLanguage } from '#modules/policy/index.ts';
import { getTenant } from '#modules/tenancy/index.ts';
import { facesToCome, profileOf } from '#profiles/profiles.ts';
import '../modules.ts';
import { UsageError, text } from './command.ts';
import type { Command, Input, Terminal } from './command.ts';
import { withHouse } from './with-house.ts';

export const policy: Command = {
  name: 'policy',
  says: 'Compiles the privacy policy from what runs and prints it; --check says what keeps it from being published, --diff what changed.',
  usage:
    'kontor policy [--tenant NAME] [--role customer|vendor|staff|"account holder"] [--language en|de|fr|da]\n       kontor policy --check [--tenant NAME]\n       kontor policy --diff VERSION [--tenant NAME]',
  options: {
    tenant: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string' },
    check: { type: 'boolean' },
    diff: { type: 'string' },
  },
  run: (input) =>
    withHouse(input.settings, async (house) => {
      const tenant = await getTenant(house.db, text(input, 'tenant'));
      const actor = { kind: 'operator', id: 'policy', purpose: 'administer' } as const;
      return unitOfWork(house, { tenant, actor }, (ctx) => act(ctx, input));
    }),
};

function act(ctx: Context, input: Input): Promise<number> {
  const from = text(input, 'diff');
  if (from !== undefined) return diff(ctx, input, from);
  return input.options['check'] === true ? check(ctx, input) : print(ctx, input);
}

/** What keeps it from being published, and whether what is published is still so. Exit code 1 with the list. */
async function check(ctx: Context, { terminal }: Input): Promise<number> {
  const { faults } = await compileShop(ctx);
  const current = await currentPolicy(ctx);
  const changes = current ? await diffPolicies(ctx, current.number) : [];
  for (const fault of faults) terminal.result(lineOf(fault), fault);
  for (const change of changes) {
    const { says } = sayChange(change, 'en');
    terminal.result(`not published yet: ${says}`, { code: 'notPublished', says });
  }
  const toCome = facesToCome(profileOf(ctx.tenant));
  if (toCome.length > 0) terminal.say(`To come, and not spoken of in the policy: ${toCome.join(', ')}.`);
  if (faults.length === 0 && changes.length === 0)
    terminal.result(
      current
        ? `The policy compiles, and version ${current.number} says what is so.`
        : 'The policy compiles; no version has been published yet.',
      { faults, version: current?.number ?? null },
    );
  return faults.length + changes.length === 0 ? 0 : 1;
}

const lineOf = ({ code, says, clauses, ways }: Fault): string => {
  const named = clauses.length > 0 ? ` (${clauses.join(', ')})` : '';
  return [`${code}${named}: ${says}`, ...ways.map((way) => `  way out: ${way}`)].join('\n');
};

/** What changed from a version to what is so now. */
async function diff(ctx: Context, { terminal }: Input, from: string): Promise<number> {
  if (!/^[1-9]\d{0,5}$/.test(from)) throw new UsageError('--diff: say the number of a version, such as 1');
  const changes = await diffPolicies(ctx, Number(from));
  for (const change of changes) {
    const { says, means } = sayChange(change, 'en');
    terminal.result(`${change.isMaterial ? '!' : ' '} ${says}\n    ${means}`, { ...change, says, means });
  }
  if (changes.length === 0)
    terminal.result(`Nothing has changed since version ${from}.`, { from: Number(from), changes: [] });
  return 0;
}

async function print(ctx: Context, input: Input): Promise<number> {
  const role = oneOf(input, 'role', documentRoles, 'customer');
  const language = oneOf<PolicyLanguage>(input, 'language', policyLanguages, 'en');
  const current = await currentPolicy(ctx);
  const stamp = current?.publishedAt
    ? { number: current.number, publishedAt: current.publishedAt }
    : undefined;
  const { documents, faults } = await compileShop(ctx, stamp);
  const found = documents.find((one) => one.role === role && one.language === language);
  if (!found) throw new UsageError(`--role: the profile ${ctx.tenant.profile} has no policy for ${role}`);
  show(input.terminal, found);
  if (faults.length > 0)
    input.terminal.say(`${faults.length} things keep it from being published: kontor policy --check`);
  return 0;
}

const show = (terminal: Terminal, document: PolicyDocument): void =>
  terminal.result(textOf(document).trimEnd(), document);

function oneOf<Value extends DocumentRole | PolicyLanguage>(
  input: Input,
  name: string,
  allowed: readonly Value[],
  otherwise: Value,
): Value {
  const asked = text(input, name) ?? otherwise;
  const found = allowed.find((one) => one === asked);
  if (found === undefined) throw new UsageError(`--${name}: "${asked}" is not one of ${allowed.join(', ')}`);
  return found;
}
