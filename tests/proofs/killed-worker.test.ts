import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { publishPolicy } from '#modules/policy/index.ts';
import { aMailCompany } from '../fakes/mail-company.ts';
import {
  allPressAgain,
  aScene,
  everythingIsThereOnce,
  killAt,
  theNewsIsThereOnce,
  theProversAreGreen,
} from './crash-scene.ts';
import type { Scene } from './crash-scene.ts';

/** Since the first letter left, a company gets addresses; until the policy says so, the proof of the policy is red. */
const theMailCompanyIsTold = ({ site }: Scene) =>
  unitOfWork(
    site.house,
    { tenant: site.tenant, actor: { kind: 'operator', id: 'test', purpose: 'administer' } },
    (ctx) => publishPolicy(ctx, { origin: 'http://shop.localhost' }),
  );

test('a worker that is killed at any moment loses no news, and no buyer gets two confirmations', async (t) => {
  const mails = await aMailCompany(t);
  const scene = await aScene(t, { SMTP_URL: mails.url });
  const spreadMs = 3_000; // relaying, writing and sending a mail take their turns within seconds

  await killAt(
    scene,
    12,
    spreadMs,
    () => scene.worker.kill(),
    async () => void (scene.worker = await scene.site.worker()),
  );
  const groups = await allPressAgain(scene);

  await everythingIsThereOnce(scene, groups);
  await theNewsIsThereOnce(scene);
  await theMailCompanyIsTold(scene);
  await theProversAreGreen(scene);
  const idsByBuyer = new Map<string, Set<string>>();
  for (const mail of mails.received) {
    if (!(mail.subject ?? '').startsWith('Your order ')) continue; // staff and the shop get letters, too
    const to = mail.to?.text ?? '';
    idsByBuyer.set(to, (idsByBuyer.get(to) ?? new Set()).add(mail.messageId ?? ''));
  }
  assert.equal(idsByBuyer.size, scene.buyers.length);
  assert.deepEqual(
    [...idsByBuyer.values()].filter((ids) => ids.size !== 1),
    [],
    'a mail that is sent again carries the same id, so that it is shown once',
  );
});
