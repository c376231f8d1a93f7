import type { TimedJob } from '#kernel/module.ts';
import { sendMails } from './send-mails.ts';
import { sweepMails } from './sweep-mails.ts';

export const jobs: readonly TimedJob[] = [
  {
    name: 'notifications.send',
    everySeconds: 2,
    leaseSeconds: 60,
    run: (house, tenant) => sendMails(house, tenant),
  },
  { name: 'notifications.sweep', everySeconds: 3600, run: sweepMails },
];
