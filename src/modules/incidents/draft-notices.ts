import type { Context, Locale } from '#kernel/context.ts';
import type { Category } from '#kernel/registry.ts';
import { getShop } from '#modules/tenancy/index.ts';
import type { Shop } from '#modules/tenancy/index.ts';
import type { IncidentId, Story } from './incident.ts';
import { findIncident } from './queries-incidents.ts';
import type { IncidentRow } from './queries-incidents.ts';
import { refuse } from './refuse.ts';
import { openWritten } from './story.ts';
import { adviceFor, categoryWords, harmWords, listed } from './words.ts';

/** A letter in parts, so that it can be a mail, and as the plain text that a form or a fax takes. */
export interface Draft {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly text: string;
}

export const draftKinds = ['authority', 'people', 'controller'] as const;
type DraftKind = (typeof draftKinds)[number];

const written = (title: string, sections: Draft['sections']): Draft => ({
  title,
  sections,
  text: [title, ...sections.map(({ heading, text }) => `${heading}\n${text}`)].join('\n\n'),
});

/**
 * Writes the notice that an incident needs, from what the register knows; what is missing is named as missing.
 *
 * Refuses: incidents.noIncident. Source: GDPR art. 33(2), 33(3), 33(4), 34(2).
 */
export async function draftNotice(
  ctx: Context,
  id: IncidentId,
  kind: DraftKind,
  locale: Locale = ctx.locale,
): Promise<Draft> {
  const row = await findIncident(ctx, id);
  if (!row) throw refuse.noIncident();
  const story = await openWritten<Story>(ctx, 'story', row.story);
  const shop = await getShop(ctx);
  if (kind === 'people') return draftNotice34(story, shop, locale, row.categories);
  return draftNotice33(row, story, shop, locale, kind, ctx.now);
}

const contactOf = (shop: Shop): string =>
  [shop.legalName || shop.name, shop.legalAddress, shop.contactEmail, shop.contactPhone]
    .filter(Boolean)
    .join('\n');

/** The notice to an authority, or to the controller for whom the shop works. Source: GDPR art. 33(2), 33(3)(a)–(d), 33(4). */
function draftNotice33(
  row: IncidentRow,
  story: Story,
  shop: Shop,
  locale: Locale,
  kind: 'authority' | 'controller',
  now: Date,
): Draft {
  const isGerman = locale === 'de';
  const say = (en: string, de: string): string => (isGerman ? de : en);
  const open = say(
    'Not known yet; it follows as soon as it is.',
    'Noch nicht bekannt; wird nachgereicht, sobald bekannt.',
  );
  const number = String(row.number);
  const people =
    row.affectedCount === null ? open : say(`${row.affectedCount} persons`, `${row.affectedCount} Personen`);
  const where = listed(row.countries, say('not known', 'nicht bekannt'));
  const kinds = listed(
    row.categories.map((category) => categoryWords[category][locale]),
    open,
  );
  const lateHours = (now.getTime() - row.awareAt.getTime()) / 3_600_000;
  const isLate = kind === 'authority' && row.authorityHours !== null && lateHours > row.authorityHours;
  const sections = [
    ...(row.isDrill
      ? [
          {
            heading: say('Drill', 'Übung'),
            text: say('This is an exercise. Do not send it.', 'Dies ist eine Übung. Nicht versenden.'),
          },
        ]
      : []),
    {
      heading: say('Nature of the breach', 'Art der Verletzung'),
      text: [
        story.happened || open,
        ...row.harms.map((harm) => `– ${harmWords[harm][locale]}`),
        say(`We became aware on ${row.awareAt.toISOString()}.`, `Bekannt seit ${row.awareAt.toISOString()}.`),
      ].join('\n'),
    },
    {
      heading: say('Persons and data concerned', 'Betroffene Personen und Daten'),
      text: [
        `${say('Number', 'Anzahl')}: ${people}`,
        `${say('Countries', 'Länder')}: ${where}`,
        `${say('Kinds of data', 'Arten von Daten')}: ${kinds}`,
      ].join('\n'),
    },
    { heading: say('Contact', 'Kontakt'), text: contactOf(shop) },
    { heading: say('Likely consequences', 'Wahrscheinliche Folgen'), text: story.consequences || open },
    {
      heading: say('Measures taken and proposed', 'Ergriffene und vorgeschlagene Maßnahmen'),
      text: story.measures || open,
    },
    ...(isLate
      ? [
          {
            heading: say('Reasons for the delay', 'Gründe der Verzögerung'),
            text: story.authorityReason || open,
          },
        ]
      : []),
  ];
  const title =
    kind === 'authority'
      ? say(
          `Personal data breach no. ${number}: notification`,
          `Verletzung des Schutzes personenbezogener Daten Nr. ${number}: Meldung`,
        )
      : say(
          `Personal data breach no. ${number}: notice to the controller`,
          `Verletzung des Schutzes personenbezogener Daten Nr. ${number}: Mitteilung an den Verantwortlichen`,
        );
  return written(title, sections);
}

/** The letter to somebody affected, in plain words, with what they can do. Source: GDPR art. 34(2); clause KC-39. */
export function draftNotice34(
  story: Story,
  shop: Shop,
  locale: Locale,
  categories: readonly Category[],
): Draft {
  const say = (en: string, de: string): string => (locale === 'de' ? de : en);
  const kinds = listed(
    categories.map((category) => categoryWords[category][locale]),
    say('data that you gave us', 'Daten, die Sie uns gegeben haben'),
  );
  const own = story.advice.trim() === '' ? [] : [story.advice];
  return written(
    say('Your data was affected by an incident', 'Ihre Daten sind von einem Vorfall betroffen'),
    [
      { heading: say('What happened', 'Was geschehen ist'), text: story.happened },
      { heading: say('Which data of yours', 'Welche Ihrer Daten'), text: kinds },
      {
        heading: say('What this can mean', 'Was das bedeuten kann'),
        text:
          story.consequences ||
          say(
            'Somebody could try to use this data to deceive you.',
            'Jemand könnte versuchen, Sie mit diesen Daten zu täuschen.',
          ),
      },
      {
        heading: say('What you can do', 'Was Sie tun können'),
        text: [...own, ...adviceFor(categories, locale)].join('\n\n'),
      },
      {
        heading: say('What we have done', 'Was wir getan haben'),
        text:
          story.measures ||
          say('We are working on it and will write again.', 'Wir arbeiten daran und schreiben wieder.'),
      },
      { heading: say('Who answers your questions', 'Wer Ihre Fragen beantwortet'), text: contactOf(shop) },
    ],
  );
}
