import type { Audience } from '#kernel/http.ts';
import type { Permission } from '#kernel/permissions.ts';
import { aColleague, anAccount, goodPassword, shippedRoles } from '#modules/identity/index.ts';
import type { Tenant } from '#kernel/context.ts';
import type { TestServer } from '#testing/server.ts';

/** Somebody who asks, with what the routes should take them for. */
export interface Asker {
  readonly name: string;
  readonly kind: 'nobody' | 'buyer' | 'staff';
  readonly permissions: ReadonlySet<Permission>;
  readonly cookie: string;
}

const nobody = { kind: 'nobody', permissions: new Set<Permission>() } as const;

/** A guest, a buyer, a colleague of every shipped role, and the same people of another shop, who are nobody here. */
export async function everyAsker(shop: TestServer): Promise<Asker[]> {
  const other = await shop.otherTenant('elsewhere');
  const askers: Asker[] = [
    { ...nobody, name: 'a guest', cookie: '' },
    { ...nobody, name: 'a buyer', kind: 'buyer', cookie: await buyerOf(shop, shop.tenant) },
    { ...nobody, name: 'a buyer of another shop', cookie: await buyerOf(shop, other) },
    { ...nobody, name: 'the owner of another shop', cookie: await colleagueOf(shop, other, 'owner') },
  ];
  for (const role of shippedRoles) {
    const cookie = await colleagueOf(shop, shop.tenant, role.code);
    askers.push({
      name: `staff (${role.code})`,
      kind: 'staff',
      permissions: new Set(role.permissions),
      cookie,
    });
  }
  return askers;
}

/** Whether the route is for them: the rule, written down once more and apart from the code that keeps it. */
export function isFor(audience: Audience | undefined, asker: Asker): boolean {
  if (audience === 'public') return true;
  if (audience === 'buyer' || audience === 'staff') return asker.kind === audience;
  if (typeof audience === 'object') return asker.kind === 'staff' && asker.permissions.has(audience.staff);
  return false;
}

async function buyerOf(shop: TestServer, tenant: Tenant): Promise<string> {
  const email = `buyer@${tenant.slug}.example`;
  await shop.work((ctx) => anAccount(ctx, { email }), { tenant });
  return signIn(shop, tenant, '/api/store/account/sign-in', email);
}

async function colleagueOf(shop: TestServer, tenant: Tenant, role: string): Promise<string> {
  const email = `${role}@${tenant.slug}.example`;
  await shop.work((ctx) => aColleague(ctx, { email, role }), { tenant });
  return signIn(shop, tenant, '/api/admin/sign-in', email);
}

async function signIn(shop: TestServer, tenant: Tenant, url: string, email: string): Promise<string> {
  const answer = await shop.inject({
    method: 'POST',
    url,
    tenantHost: `${tenant.slug}.localhost`,
    payload: { email, password: goodPassword },
  });
  if (answer.statusCode !== 200) throw new Error(`${email} could not sign in: ${answer.body}`);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}
