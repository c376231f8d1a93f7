import { currency } from '#kernel/money.ts';
import { facesToCome, profiles } from '#profiles/profiles.ts';
import { createTenant, getTenant, listTenants } from '#modules/tenancy/index.ts';
import { UsageError, text } from './command.ts';
import type { Command, Input } from './command.ts';
import { furnishTenant, makeOwner } from './furnish-tenant.ts';
import { withHouse } from './with-house.ts';

export const tenant: Command = {
  name: 'tenant',
  says: 'Makes and lists tenants, and gives one an owner with a new login.',
  usage:
    'kontor tenant create NAME --profile openkommerce|k7tracks|k-commerce|opencrm|koopseri --host shop.example [--shop-name "…"] [--currency EUR] [--country DE] [--owner-email you@example.org]\n       kontor tenant owner NAME --owner-email you@example.org\n       kontor tenant list',
  takesWords: true,
  options: {
    profile: { type: 'string' },
    host: { type: 'string' },
    'shop-name': { type: 'string' },
    currency: { type: 'string' },
    country: { type: 'string' },
    'owner-email': { type: 'string' },
  },
  run: async (input) => {
    const [verb, name, ...rest] = input.positionals;
    if (verb === 'list' && name === undefined) return list(input);
    if (verb === 'owner' && name !== undefined && rest.length === 0) return addOwner(input, name);
    if (verb === 'create' && name !== undefined && rest.length === 0) return create(input, name);
    throw new UsageError(
      'say what to do: tenant create NAME --profile … --host …, tenant owner NAME --owner-email …, or tenant list',
    );
  },
};

const list = (input: Input): Promise<number> =>
  withHouse(input.settings, async (house) => {
    const tenants = await listTenants(house.db);
    if (tenants.length === 0)
      input.terminal.say(
        'There is no tenant yet. Make one: kontor tenant create NAME --profile openkommerce --host shop.example',
      );
    for (const one of tenants)
      input.terminal.result(`${one.slug}\t${one.profile}\t${one.hosts.join(' ')}`, one);
    return 0;
  });

async function create(input: Input, slug: string): Promise<number> {
  const profile = text(input, 'profile') ?? 'openkommerce';
  const promised = profiles.find((one) => one.name === profile);
  const host = text(input, 'host');
  if (promised === undefined)
    throw new UsageError(
      `--profile: "${profile}" is not one of ${profiles.map((one) => one.name).join(', ')}`,
    );
  if (host === undefined)
    throw new UsageError('--host: say at which host the shop answers, such as shop.example');
  const code = text(input, 'currency') ?? 'EUR';
  if (!/^[A-Z]{3}$/.test(code)) throw new UsageError('--currency: three letters such as EUR');
  const country = text(input, 'country') ?? 'DE';
  if (!/^[A-Z]{2}$/.test(country)) throw new UsageError('--country: two letters such as DE');

  const ownerEmail = emailOf(input);
  return withHouse(input.settings, async (house) => {
    const made = await createTenant(house, {
      slug,
      profile,
      hosts: [host.toLowerCase()],
      demo: false,
      shop: {
        name: text(input, 'shop-name') ?? slug,
        currency: currency(code),
        country,
        legalCountry: country,
        mailFrom: `shop@${host.toLowerCase()}`,
      },
    });
    const login = await furnishTenant(house, made, { ownerEmail });
    input.terminal.result(`The shop ${slug} answers at ${host}.`, { id: made.id, slug, host });
    const toCome = facesToCome(promised);
    if (toCome.length > 0)
      input.terminal.say(
        `The profile ${profile} also names what Kontor does not have yet: ${toCome.join(', ')}. What is promised about it is listed as pending.`,
      );
    if (login) input.terminal.say(`Login of the owner, shown once: ${login.email}  ${login.password}`);
    return 0;
  });
}

async function addOwner(input: Input, slug: string): Promise<number> {
  const email = emailOf(input);
  if (email === undefined) throw new UsageError('--owner-email: say whose login it will be');
  return withHouse(input.settings, async (house) => {
    const login = await makeOwner(house, await getTenant(house.db, slug), email);
    input.terminal.result(`Login of the new owner, shown once: ${login.email}  ${login.password}`, login);
    return 0;
  });
}

/** Asked for before anything is made: a login at an address that nobody can write to helps nobody. */
function emailOf(input: Input): string | undefined {
  const email = text(input, 'owner-email');
  if (email !== undefined && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email))
    throw new UsageError(`--owner-email: "${email}" is not an e-mail address`);
  return email;
}
