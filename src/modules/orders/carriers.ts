export interface Carrier {
  readonly code: string;
  readonly label: string;
  /** Where a parcel can be followed; `{number}` is replaced. */
  readonly trackingUrl: string | null;
}

export const carriers: readonly Carrier[] = [
  {
    code: 'dhl',
    label: 'DHL',
    trackingUrl: 'https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode={number}',
  },
  {
    code: 'dhl-express',
    label: 'DHL Express',
    trackingUrl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}',
  },
  {
    code: 'dpd',
    label: 'DPD',
    trackingUrl: 'https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber={number}',
  },
  { code: 'gls', label: 'GLS', trackingUrl: 'https://gls-group.com/track/{number}' },
  {
    code: 'hermes',
    label: 'Hermes',
    trackingUrl: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation/#{number}',
  },
  { code: 'ups', label: 'UPS', trackingUrl: 'https://www.ups.com/track?tracknum={number}' },
  { code: 'fedex', label: 'FedEx', trackingUrl: 'https://www.fedex.com/fedextrack/?trknbr={number}' },
  {
    code: 'usps',
    label: 'USPS',
    trackingUrl: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}',
  },
  {
    code: 'royal-mail',
    label: 'Royal Mail',
    trackingUrl: 'https://www.royalmail.com/track-your-item#/tracking-results/{number}',
  },
  {
    code: 'post-at',
    label: 'Österreichische Post',
    trackingUrl: 'https://www.post.at/sv/sendungsdetails?snr={number}',
  },
  {
    code: 'post-ch',
    label: 'Die Schweizerische Post',
    trackingUrl: 'https://service.post.ch/ekp-web/ui/entry/search/{number}',
  },
  { code: 'pickup', label: 'Pick-up', trackingUrl: null },
  { code: 'other', label: 'Other', trackingUrl: null },
];

export const findCarrier = (code: string): Carrier | undefined =>
  carriers.find((carrier) => carrier.code === code);

/** A tracking number as carriers write it: capitals and digits, nothing between. */
export const tidyTracking = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

export function trackingUrl(code: string, number: string): string | null {
  return findCarrier(code)?.trackingUrl?.replace('{number}', encodeURIComponent(number)) ?? null;
}

const digitsOf = (text: string): number[] => text.split('').map(Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  digits.reduce((sum, digit, index) => sum + digit * (weights[index % weights.length] ?? 0), 0);

/** The international post's number: two letters, eight digits, a check digit, two letters. Source: UPU S10. */
function isPostal(number: string): boolean {
  const [, serial = '', check = ''] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(number) ?? [];
  const rest = 11 - (weighted(digitsOf(serial), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return serial !== '' && (rest === 10 ? 0 : rest === 11 ? 5 : rest) === Number(check);
}

/** 1Z and sixteen characters, the last of them modulo 10; a letter counts as a digit. */
function isUps(number: string): boolean {
  const [, serial = '', check = ''] = /^1Z([A-Z0-9]{15})(\d)$/.exec(number) ?? [];
  const values = serial
    .split('')
    .map((sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10));
  return serial !== '' && (10 - (weighted(values, [1, 2]) % 10)) % 10 === Number(check);
}

/** Nine or ten digits and their remainder modulo 7. */
function isDhlExpress(number: string): boolean {
  const [, serial = '', check = ''] = /^(\d{9,10})(\d)$/.exec(number) ?? [];
  return serial !== '' && Number(serial) % 7 === Number(check);
}

/** Eleven digits and a check digit: modulo 11, then modulo 10. */
function isFedexExpress(number: string): boolean {
  const [, serial = '', check = ''] = /^(\d{11})(\d)$/.exec(number) ?? [];
  return serial !== '' && (weighted(digitsOf(serial), [3, 1, 7]) % 11) % 10 === Number(check);
}

/** Fourteen digits and a check digit, as on all labels of GS1. */
function isFedexGround(number: string): boolean {
  const [, serial = '', check = ''] = /^(\d{14})(\d)$/.exec(number) ?? [];
  return (
    serial !== '' && (10 - (weighted(digitsOf(serial).toReversed(), [3, 1]) % 10)) % 10 === Number(check)
  );
}

/** Carriers that number in several ways accept what only one of them explains. */
const checks: Readonly<Record<string, readonly ((number: string) => boolean)[]>> = {
  ups: [isUps],
  'dhl-express': [isDhlExpress, (number) => /^J[A-Z]{2,3}\d{9,18}$/.test(number)],
  fedex: [isFedexExpress, isFedexGround, (number) => number.length > 15],
  'royal-mail': [isPostal],
};

/**
 * Whether a number looks mistyped for that carrier. A hint for staff, never a refusal: carriers change their numbers.
 */
export function looksMistyped(code: string, text: string): boolean {
  const number = tidyTracking(text);
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number)) return !isPostal(number);
  return !(checks[code]?.some((check) => check(number)) ?? true);
}
