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
  promotionInServiceMail: {
    status: 422,
    says: 'A mail about an order or an account cannot advertise anything.',
  },
  newsWithoutWayOut: {
    status: 422,
    says: 'News need to say who sends them and how to end them.',
  },
  newsNotWanted: {
    status: 409,
    says: 'This person does not want such news.',
  },
  campaignGone: { status: 404, says: 'There are no such news.' },
  newsOff: { status: 409, says: 'This shop promises not to send news.' },
  newsWithoutSender: {
    status: 409,
    says: 'News need a sender: fill in the legal name of the shop in the settings first.',
  },
});
