import type { TimedJob } from '#kernel/module.ts';
import { runCampaigns } from './marketing-campaign.ts';
import { sendMails } from './send-mails.ts';
import { sweepMails } from './sweep-mails.ts';

export const jobs: readonly TimedJob[] = [
  {
    name: 'notifications.send',
    everySeconds: 2,
    leaseSeconds: 60,
    run: (house, tenant) => sendMails(house, tenant),
  },
  { name: 'notifications.news', everySeconds: 5, run: runCampaigns },
  { name: 'notifications.sweep', everySeconds: 3600, run: sweepMails },
];
