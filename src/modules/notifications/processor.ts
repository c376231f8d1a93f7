import type { Context } from '#kernel/context.ts';
import { declareProcessor, eea, seedAgreement } from '#modules/privacy/index.ts';

/** Whoever takes our mails to their readers. */
export const mailProcessor = declareProcessor({
  name: 'mail',
  company: "The shop's mail server",
  role: 'mail',
  says: {
    en: 'delivers our mails',
    de: 'stellt unsere E-Mails zu',
    fr: 'distribue nos courriels',
    da: 'leverer vores e-mails',
  },
  country: null,
  mechanism: 'inside the EEA',
  purposes: ['notify', 'security', 'rights', 'marketing'],
  fields: {
    to: 'contact.email',
    name: 'identity.name',
    subject: 'content.message',
    text: 'content.message',
    html: 'content.message',
    stop: 'content.message',
  },
  erasure: 'lapses',
  lapsesAfterDays: 30,
});

const yearMs = 365 * 86_400_000;

/**
 * The operator who set SMTP_URL runs or hired that server: an agreement of that content is written down once, so that a
 * shop can send from its first day. It is reviewed within a year like every other, and what somebody ends stays ended.
 */
export const agreeOnOwnServer = (ctx: Context): Promise<void> =>
  seedAgreement(ctx, {
    processor: mailProcessor.name,
    host: '',
    reference: 'Own mail server, named by the operator in SMTP_URL',
    purposes: mailProcessor.purposes,
    country: ctx.tenant.country,
    mechanism: eea.has(ctx.tenant.country) ? 'inside the EEA' : 'none',
    mechanismDetail: null,
    assessmentAt: null,
    validFrom: ctx.now,
    validUntil: null,
    reviewBy: new Date(ctx.now.getTime() + yearMs),
  });
