/**
 * A process that sends mails until it is killed, for the crash proof: `node proof-sender.ts '<json>'`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { readSettings } from '#kernel/settings.ts';
import { environmentRootKey } from '#modules/privacy/index.ts';
import { findTenantByHost } from '#modules/tenancy/index.ts';
import { buildHouse } from '../../build-house.ts';
import '../../modules.ts'; // declares every table, as a server does
import { sendMails } from './send-mails.ts';

export interface SenderOrders {
  readonly runtimeUrl: string;
  readonly keysUrl: string;
  readonly dataDir: string;
  readonly rootKey: string;
  readonly smtpUrl: string;
}

const orders = JSON.parse(process.argv[2] ?? '') as SenderOrders;
const house = await buildHouse(
  readSettings({ KONTOR_DATA: orders.dataDir, PORT: '0', SMTP_URL: orders.smtpUrl }),
  { runtimeUrl: orders.runtimeUrl, keystoreUrl: orders.keysUrl },
  { log: pino({ level: 'silent' }), rootKey: environmentRootKey(orders.rootKey), poolSize: 2 },
);
const tenant = await findTenantByHost(house.db, 'shop.localhost');
if (!tenant) throw new Error('the test shop is gone');
for (;;) {
  await sendMails(house, tenant);
  await sleep(20);
}
