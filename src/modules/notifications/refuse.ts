import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('notifications', {
  mailGone: {
    status: 404,
    says: 'This mail is no longer kept.',
    sagt: 'Diese E-Mail wird nicht mehr aufbewahrt.',
  },
  notFailed: {
    status: 409,
    says: 'Only a mail that could not be delivered can be sent again.',
    sagt: 'Nur eine E-Mail, die nicht zugestellt werden konnte, kann erneut gesendet werden.',
  },
});
