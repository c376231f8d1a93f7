import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '#kernel/context.ts';
import { permissions } from '#kernel/permissions.ts';
import type { Permission } from '#kernel/permissions.ts';
import { codeIn, lettersTo } from '#modules/notifications/index.ts';
import { aHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { acceptInvitation, inviteStaff, listInvitations, withdrawInvitation } from './invitations.ts';
import { aColleague, anAccount, goodPassword } from './makers.ts';
import { createOwner } from './open-staff-account.ts';
import { changeRole, createRole, listRoles, removeRole, seedRoles } from './roles-of-shop.ts';
import { listStaff, setStaffRoles, suspendStaff } from './staff.ts';
import { listCustomers } from './customers.ts';

const all: ReadonlySet<Permission> = new Set(Object.keys(permissions) as Permission[]);
const roleId = async (ctx: Context, code: string) =>
  (await listRoles(ctx)).find((role) => role.code === code)?.id ?? assert.fail(`no role ${code}`);
const wish = { email: 'nina@example.org', name: 'Nina', origin: 'http://shop.localhost' };

test('seven roles come with the house, and the owner has every right', async (t) => {
  const shop = await aHouse(t);

  const roles = await shop.work(async (ctx) => {
    await seedRoles(ctx);
    await seedRoles(ctx);
    return listRoles(ctx);
  });

  assert.deepEqual(roles.map(({ code }) => code).toSorted(), [
    'catalogue',
    'data-protection',
    'finance',
    'orders',
    'owner',
    'support',
    'warehouse',
  ]);
  assert.deepEqual(new Set(roles.find(({ code }) => code === 'owner')?.permissions), all);
});

test('a colleague is invited by mail, chooses a password and has the roles that were given', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) =>
    createOwner(ctx, { email: 'olga@example.org', name: 'Olga', password: goodPassword }),
  );
  await shop.work(async (ctx) =>
    inviteStaff(ctx, all, { ...wish, roleIds: [await roleId(ctx, 'warehouse')] }),
  );

  const [letter] = await shop.work((ctx) => lettersTo(ctx, wish.email));
  await shop.work((ctx) =>
    acceptInvitation(ctx, { code: codeIn(letter?.text), password: 'a-shelf-full-of-boxes' }),
  );

  const nina = (await shop.work(listStaff)).find(({ email }) => email === wish.email);
  assert.equal(letter?.kind, 'identity.invitation');
  assert.deepEqual(nina?.roleIds, [await shop.work((ctx) => roleId(ctx, 'warehouse'))]);
  await assert.rejects(
    shop.work((ctx) =>
      acceptInvitation(ctx, { code: codeIn(letter?.text), password: 'a-shelf-full-of-boxes' }),
    ),
    refusedWith('identity.linkGone'),
  );
  assert.deepEqual(await shop.work(listInvitations), []);
});

test('an invitation is good for seven days, and a withdrawn or replaced one not at all', async (t) => {
  const shop = await aHouse(t);
  const start = new Date();
  shop.at(start);
  await shop.work(seedRoles);
  const invite = () =>
    shop.work(async (ctx) => inviteStaff(ctx, all, { ...wish, roleIds: [await roleId(ctx, 'support')] }));
  const code = async (): Promise<string> =>
    codeIn((await shop.work((ctx) => lettersTo(ctx, wish.email)))[0]?.text);
  const accept = (one: string) =>
    shop.work((ctx) => acceptInvitation(ctx, { code: one, password: goodPassword }));

  await invite();
  const replaced = await code();
  const id = await invite();
  const withdrawn = await code();
  await shop.work((ctx) => withdrawInvitation(ctx, id));
  await invite();
  const late = await code();
  shop.at(new Date(start.getTime() + 7 * 86_400_000 + 1000));

  for (const one of [replaced, withdrawn, late, 'never-ours'])
    await assert.rejects(accept(one), refusedWith('identity.linkGone'));
});

test('nobody gives away rights that they do not have', async (t) => {
  const shop = await aHouse(t);
  await shop.work(seedRoles);
  const few = new Set<Permission>(['staff.manage', 'catalog.read']);
  const olga = await shop.work((ctx) => aColleague(ctx, { email: 'olga@example.org' }));

  await assert.rejects(
    shop.work(async (ctx) => inviteStaff(ctx, few, { ...wish, roleIds: [await roleId(ctx, 'owner')] })),
    refusedWith('identity.beyondYou'),
  );
  await assert.rejects(
    shop.work((ctx) => createRole(ctx, few, { name: 'Refunds', permissions: ['orders.refund'] })),
    refusedWith('identity.beyondYou'),
  );
  await assert.rejects(
    shop.work((ctx) => suspendStaff(ctx, few, olga.accountId)),
    refusedWith('identity.beyondYou'),
  );
});

test('the last owner can neither leave nor be shut out', async (t) => {
  const shop = await aHouse(t);
  const olga = await shop.work((ctx) => aColleague(ctx, { email: 'olga@example.org' }));
  const support = await shop.work((ctx) => roleId(ctx, 'support'));

  await assert.rejects(
    shop.work((ctx) => setStaffRoles(ctx, all, olga.accountId, [support])),
    refusedWith('identity.lastOwner'),
  );
  await assert.rejects(
    shop.work((ctx) => suspendStaff(ctx, all, olga.accountId)),
    refusedWith('identity.lastOwner'),
  );

  await shop.work((ctx) => aColleague(ctx, { email: 'otto@example.org' }));
  await shop.work((ctx) => setStaffRoles(ctx, all, olga.accountId, [support]));
});

test('of two owners who remove each other at the same moment, one stays', async (t) => {
  const shop = await aHouse(t);
  const olga = await shop.work((ctx) => aColleague(ctx, { email: 'olga@example.org' }));
  const otto = await shop.work((ctx) => aColleague(ctx, { email: 'otto@example.org' }));

  const outcomes = await Promise.allSettled(
    [olga, otto].map(({ accountId }) => shop.work((ctx) => suspendStaff(ctx, all, accountId))),
  );

  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  assert.deepEqual((await shop.work(listStaff)).map(({ state }) => state).toSorted(), [
    'active',
    'suspended',
  ]);
});

test('a shop makes roles of its own, but leaves those of the house alone', async (t) => {
  const shop = await aHouse(t);
  await shop.work(seedRoles);

  const role = await shop.work((ctx) =>
    createRole(ctx, all, { name: 'Photo team', permissions: ['catalog.read', 'catalog.write'] }),
  );
  const changed = await shop.work((ctx) =>
    changeRole(ctx, all, role.id, { name: 'Photo team', permissions: ['catalog.read'] }, role.version),
  );
  const olga = await shop.work((ctx) => aColleague(ctx, { email: 'olga@example.org' }));
  await shop.work(async (ctx) =>
    setStaffRoles(ctx, all, olga.accountId, [await roleId(ctx, 'owner'), role.id]),
  );

  assert.deepEqual(changed.permissions, ['catalog.read']);
  await assert.rejects(
    shop.work((ctx) => changeRole(ctx, all, role.id, { name: 'x', permissions: [] }, role.version)),
    refusedWith('identity.changedMeanwhile'),
  );
  await assert.rejects(
    shop.work((ctx) => createRole(ctx, all, { name: 'Photo team', permissions: [] })),
    refusedWith('identity.roleExists'),
  );
  await assert.rejects(
    shop.work((ctx) => removeRole(ctx, role.id)),
    refusedWith('identity.roleInUse'),
  );
  await assert.rejects(
    shop.work(async (ctx) => removeRole(ctx, await roleId(ctx, 'support'))),
    refusedWith('identity.roleIsShipped'),
  );
});

test('customers are found by a whole address or the beginning of a name, and masked for those who may not read people', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'mira.stern@example.org', name: 'Mira Stern' }));
  await shop.work((ctx) => anAccount(ctx, { email: 'jonas@example.org', name: 'Jonas Weiß' }));
  const find = (q: string, mayReveal = true) => shop.work((ctx) => listCustomers(ctx, { q, mayReveal }));

  assert.deepEqual(
    (await find('ster')).items.map(({ name }) => name),
    ['Mira Stern'],
  );
  assert.deepEqual((await find('mira st')).items.length, 1);
  assert.deepEqual(
    (await find('JONAS@example.org')).items.map(({ email }) => email),
    ['jonas@example.org'],
  );
  assert.deepEqual((await find('nobody')).items, []);
  await assert.rejects(find('ster', false), refusedWith('kernel.notAllowed'));
  await assert.rejects(find('JONAS@example.org', false), refusedWith('kernel.notAllowed'));
  assert.deepEqual(
    (await find('', false)).items.map(({ name, email }) => [name, email]),
    [
      ['J••• W•••', 'j•••@e•••.org'],
      ['M••• S•••', 'm•••@e•••.org'],
    ],
  );
});
