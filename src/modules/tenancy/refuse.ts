import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('tenancy', {
  shopChanged: {
    status: 412,
    says: 'Somebody changed these settings meanwhile. Load them again and repeat your change.',
    sagt: 'Jemand hat diese Einstellungen inzwischen geändert. Bitte neu laden und die Änderung wiederholen.',
  },
  slugTaken: {
    status: 409,
    says: 'A tenant of this name exists already.',
    sagt: 'Einen Mandanten dieses Namens gibt es schon.',
  },
  hostTaken: {
    status: 409,
    says: 'This host belongs to another tenant already.',
    sagt: 'Dieser Host gehört schon zu einem anderen Mandanten.',
  },
  unknownTenant: {
    status: 404,
    says: 'There is no tenant of this name.',
    sagt: 'Einen Mandanten dieses Namens gibt es nicht.',
  },
  unknownCurrency: {
    status: 400,
    says: 'This currency is not known.',
    sagt: 'Diese Währung gibt es nicht.',
  },
  unknownCountry: {
    status: 400,
    says: 'This country is not known.',
    sagt: 'Dieses Land gibt es nicht.',
  },
  badIban: {
    status: 400,
    says: 'This IBAN has a typing mistake: its check digits do not fit.',
    sagt: 'Diese IBAN enthält einen Tippfehler: Ihre Prüfziffern passen nicht.',
  },
  badSlug: { status: 400, says: 'A tenant name has small letters, digits and hyphens, at most 63.' },
  badHost: { status: 400, says: 'A host is a name such as shop.example, without a port or path.' },
});
