/**
 * Tells people things: mails are written with `letter`, put into the outbox with `queueMail` inside the transaction that
 * they are news of, and delivered by a job. What a mail says is sealed under its recipient's key.
 */
import { declareRowFiles } from '#kernel/erasure.ts';
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { mailFiles } from './mail-files.ts';
import { mailProcessor } from './processor.ts';
import { mailProver } from './prove-mails.ts';
import { reactions } from './reactions.ts';
import { campaignRoutes } from './routes-campaigns.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export { letter, newsLetter } from './letter.ts';
export type { LetterBlock, LetterInput, NewsInput, PromotionBlock } from './letter.ts';
export { runCampaigns, startCampaign, stopCampaign } from './marketing-campaign.ts';
export { readStopCode, stopAddress } from './marketing-code.ts';
export { queueMarketingMail } from './marketing-queue.ts';
export { keepReader, stopAllNews } from './marketing-readers.ts';
export { mailProcessor } from './processor.ts';
export { maskAddress } from './mail.ts';
export type { MailId, Outgoing } from './mail.ts';
export { codeIn, lettersTo } from './makers.ts';
export { queueMail } from './queue-mail.ts';
export { sendMails } from './send-mails.ts';
export { facts as notificationsFacts } from './facts.ts';
export { downloadMail, showMail } from './show-mail.ts';

declareRowFiles(mailFiles);

export const notificationsModule: Module = {
  name: 'notifications',
  tables,
  stores,
  facts,
  jobs,
  processors: [mailProcessor],
  reactions,
  provers: [mailProver],
  routes: (http) => {
    routes(http);
    campaignRoutes(http);
  },
};
