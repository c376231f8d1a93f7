/** Five hundred people with names that stand nowhere else in the world. */

/** Every text about one of them holds one of these, so one search finds them all. Ten characters and more, none by chance. */
export const stems = ['kanariquagga', 'KANARIQUAGGA', '49307731947', '198.51.100.'] as const;

export interface Marked {
  readonly number: number;
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  /** How their browser and network are known to the shop. */
  readonly headers: Record<string, string>;
  readonly address: {
    readonly name: string;
    readonly company: string;
    readonly line1: string;
    readonly line2: string;
    readonly postcode: string;
    readonly city: string;
    readonly country: string;
    readonly phone: string;
  };
}

export function markedPerson(number: number): Marked {
  const digits = String(number).padStart(4, '0');
  const token = `zqkanariquagga${digits}x`;
  const named = `Zqkanariquagga${digits}x`;
  const phone = `+49307731947${digits}`;
  const name = `${named} Wombatsson`;
  return {
    number,
    token,
    email: `${token}@burrow.example`,
    name,
    phone,
    headers: {
      'user-agent': `Mozilla/5.0 (${named})`,
      'x-forwarded-for': `198.51.100.${1 + (number % 250)}`,
    },
    address: {
      name,
      company: `${named} GmbH`,
      line1: `${named}gasse 7`,
      line2: `bei ${named}`,
      postcode: '20095',
      city: 'Hamburg',
      country: 'DE',
      phone,
    },
  };
}

/** Which of them a text speaks of, by number. */
export const namedIn = (text: string): number[] =>
  [...text.matchAll(/zqkanariquagga(\d{4})x/gi)].map(([, digits]) => Number(digits));
