import { refusals } from './refusal.ts';

/** The answers that any route may give before its own rules are asked. */
export const httpRefuse = refusals('kernel', {
  invalid: {
    status: 400,
    says: 'Something in the request is missing or wrong.',
    sagt: 'In der Anfrage fehlt etwas oder etwas stimmt nicht.',
  },
  notFound: {
    status: 404,
    says: 'There is nothing at this address.',
    sagt: 'Unter dieser Adresse gibt es nichts.',
  },
  signInNeeded: { status: 401, says: 'Please sign in first.', sagt: 'Bitte zuerst anmelden.' },
  notAllowed: { status: 403, says: 'Your role does not allow this.', sagt: 'Ihre Rolle erlaubt das nicht.' },
  crossSite: {
    status: 403,
    says: 'This request came from another site and was refused.',
    sagt: 'Diese Anfrage kam von einer fremden Seite und wurde abgelehnt.',
  },
  versionNeeded: { status: 428, says: 'Say in If-Match which version you are changing.' },
  keyNeeded: { status: 400, says: 'This request needs an Idempotency-Key header of 8 to 128 characters.' },
  keyReused: { status: 422, says: 'This Idempotency-Key was used for another request.' },
  keyInFlight: { status: 409, says: 'The first request with this Idempotency-Key is still being answered.' },
  answerLost: {
    status: 409,
    says: 'This request was done before, but its answer was lost. Look at what it did; do not send it again.',
  },
  cardNumber: {
    status: 400,
    says: 'This looks like the number of a payment card. Cards are entered with the payment provider, never here.',
    sagt: 'Das sieht nach einer Kartennummer aus. Karten werden beim Zahlungsdienst eingegeben, nie hier.',
  },
  badPlace: {
    status: 400,
    says: 'The list cannot go on from there. Leave "after" out, or send what "next" said.',
    sagt: 'Von dort kann die Liste nicht weitergehen. „after“ weglassen oder schicken, was „next“ gesagt hat.',
  },
  tooLarge: { status: 413, says: 'That is too large.', sagt: 'Das ist zu groß.' },
  wrongMediaType: {
    status: 415,
    says: 'This kind of content is not understood here.',
    sagt: 'Diese Art von Inhalt wird hier nicht verstanden.',
  },
  failed: {
    status: 500,
    says: 'Something went wrong on our side. It was noted; nothing was half done.',
    sagt: 'Bei uns ist etwas schiefgegangen. Es wurde vermerkt; nichts ist halb getan.',
  },
  tooMany: {
    status: 429,
    says: 'That was too often. Please wait a moment.',
    sagt: 'Das war zu oft. Bitte kurz warten.',
  },
});
