import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type { Settings } from '#kernel/settings.ts';
import { refuse } from './refuse.ts';

/**
 * The only door out of the building. A connection to another company is opened here or nowhere: an architecture check
 * forbids it everywhere else.
 *
 * The mail provider of the settings is, so far, the one processor with an agreement.
 * Refuses: privacy.hostNotAgreed when no mail provider is set.
 */
export function mailTransport(settings: Pick<Settings, 'smtpUrl'>): Transporter {
  if (!settings.smtpUrl) throw refuse.hostNotAgreed({ processor: 'mail' });
  return createTransport({
    url: settings.smtpUrl,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
}
