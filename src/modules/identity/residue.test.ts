import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { permissions } from '#kernel/permissions.ts';
import type { Permission } from '#kernel/permissions.ts';
import { codeIn, lettersTo, sendMails } from '#modules/notifications/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { saveAddress } from './address-book.ts';
import { changeEmail, changePassword } from './change-sign-in.ts';
import { askForReset, enter, openAccount, proveAddress, setNewPassword } from './door.ts';
import type { Knock } from './door.ts';
import { getAccount } from './find-account.ts';
import { acceptInvitation, inviteStaff } from './invitations.ts';
import { listRoles, seedRoles } from './roles-of-shop.ts';
import { listDevices } from './sessions.ts';

const markers = [
  'zanzibarina',
  'quokkatown',
  'wombatsson',
  'narwhalstreet',
  'pangolin-over-quiet',
  'axolotl-under-bright',
  'okapi-beside-tall',
  '198.51.100',
  'Gecko/20100101',
];

test('after signing up, in, resetting, moving and inviting, nothing that is stored or logged says who it was', async (t) => {
  const shop = await aHouse(t);
  const knock: Knock = {
    ip: '198.51.100.23',
    protocol: 'http',
    host: 'shop.localhost',
    house: shop.house,
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    work: (run) => shop.work(run, { actor: { kind: 'guest', id: 'guest' }, purpose: 'account' }),
  };
  const { tokens, accountId } = await liveAStory(shop, knock);
  await sendMails(shop.house, shop.tenant);

  const stored = [
    ...(await everyRowOf(shop.adminUrl)),
    ...(await everyRowOf(shop.keysUrl)),
    shop.logged(),
    ...(await everyFileIn(shop.dataDir)),
  ];

  assert.ok(
    stored.filter((text) => text.includes(accountId)).length > 5,
    'the search sees what the story left behind',
  );
  for (const marker of [...markers, ...tokens]) {
    const spellings = [
      marker,
      Buffer.from(marker).toString('hex'),
      Buffer.from(marker).toString('base64').replace(/=+$/, '').slice(0, -2),
    ];
    const found = stored.filter((text) =>
      spellings.some((spelling) => text.toLowerCase().includes(spelling.toLowerCase())),
    );
    assert.deepEqual(
      found.map((text) => text.slice(0, 200)),
      [],
      `found ${marker}`,
    );
  }
});

async function liveAStory(shop: TestHouse, knock: Knock): Promise<{ tokens: string[]; accountId: string }> {
  const email = 'zanzibarina@quokkatown.example';
  const letter = async (to: string): Promise<string> =>
    codeIn((await shop.work((ctx) => lettersTo(ctx, to)))[0]?.text);
  const tokenIn = (setCookie: string): string => /=(\w+)/.exec(setCookie)?.[1] ?? '';
  await openAccount(knock, {
    email,
    name: 'Zanzibarina Wombatsson',
    password: 'pangolin-over-quiet-sea',
    oldEnough: true,
  });
  const verifyCode = await letter(email);
  const { accountId } = await proveAddress(knock, { code: verifyCode, password: 'pangolin-over-quiet-sea' });
  const first = await enter(knock, 'buyer', { email, password: 'pangolin-over-quiet-sea' });
  await askForReset(knock, 'buyer', { email });
  const resetCode = await letter(email);
  await setNewPassword(knock, 'buyer', { code: resetCode, password: 'axolotl-under-bright-sky' });
  const second = await enter(knock, 'buyer', { email, password: 'axolotl-under-bright-sky' });
  await openAccount(knock, {
    email,
    name: 'Zanzibarina again',
    password: 'okapi-beside-tall-tree',
    oldEnough: true,
  });

  const holder = { kind: 'buyer', accountId, token: tokenIn(second.setCookie) } as const;
  const third = await knock.work((ctx) =>
    changePassword(ctx, holder, {
      current: 'axolotl-under-bright-sky',
      password: 'okapi-beside-tall-tree',
      device: { ip: '198.51.100.0', userAgent: 'Firefox on Linux' },
    }),
  );
  await knock.work((ctx) =>
    changeEmail(
      ctx,
      { ...holder, token: third },
      {
        email: 'new@quokkatown.example',
        password: 'okapi-beside-tall-tree',
        origin: 'http://shop.localhost',
      },
    ),
  );
  const moveCode = await letter('new@quokkatown.example');
  await proveAddress(knock, { code: moveCode, password: 'okapi-beside-tall-tree' });
  const account = await knock.work((ctx) => getAccount(ctx, accountId));
  assert.equal(account.email, 'new@quokkatown.example');
  assert.equal((await knock.work((ctx) => listDevices(ctx, accountId, third))).length, 1);
  await knock.work((ctx) =>
    saveAddress(
      ctx,
      { accountId, subject: account.subject },
      {
        name: 'Zanzibarina Wombatsson',
        line1: 'Narwhalstreet 7',
        postcode: '20095',
        city: 'Quokkatown',
        country: 'DE',
      },
      true,
    ),
  );

  await shop.work(seedRoles);
  await shop.work(async (ctx) => {
    const all = new Set(Object.keys(permissions) as Permission[]);
    await inviteStaff(ctx, all, {
      email: 'staff@quokkatown.example',
      name: 'Staff Wombatsson',
      roleIds: (await listRoles(ctx)).map(({ id }) => id),
      origin: 'http://shop.localhost',
    });
  });
  await shop.work(async (ctx) =>
    acceptInvitation(ctx, {
      code: await letter('staff@quokkatown.example'),
      password: 'pangolin-over-quiet-sea',
    }),
  );
  return {
    accountId,
    tokens: [first.setCookie, second.setCookie].map(tokenIn).concat(third, verifyCode, resetCode, moveCode),
  };
}

async function everyRowOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: names } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of names) {
      const { rows } = await client.query<{ text: string }>(
        `select '${name} ' || t::text as text from ${name} t`,
      );
      texts.push(...rows.map(({ text }) => text));
    }
    return texts;
  } finally {
    await client.end();
  }
}

async function everyFileIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(
        async (entry) =>
          `${entry.name} ${(await readFile(join(entry.parentPath, entry.name))).toString('latin1')}`,
      ),
  );
}
