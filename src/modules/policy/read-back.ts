import type { DocumentRole } from '#kernel/profile.ts';
import { purposes as knownPurposes } from '#kernel/registry.ts';
import { browserItemsFor, purposesOf, usesOf } from './map.ts';
import type { DataMap } from './map.ts';
import { readLine } from './lines.ts';
import type { ReadLine } from './lines.ts';
import { agesFor } from './print-policy.ts';
import type { LineName, PolicyLanguage } from './words.ts';

/** A part of the map as a policy says it: the sentence's name and what stood in it. */
export type Said = Readonly<Partial<Record<LineName, readonly Readonly<Record<string, unknown>>[]>>>;

/** What a policy's text says of the map. Source: invariant P25. */
export function readPolicy(text: string, language: PolicyLanguage): Said {
  const lines = text.split('\n').flatMap((one) => readLine(language, one) ?? []);
  return gathered(lines);
}

function gathered(lines: readonly ReadLine[]): Said {
  const said: Partial<Record<LineName, Readonly<Record<string, unknown>>[]>> = {};
  for (const { name, values } of lines) said[name] = [...(said[name] ?? []), values];
  return said;
}

/** What the policy for `role` has to say of the map: the oracle that its text is held against. */
export function sayable(map: DataMap, role: DocumentRole): Said {
  const { controller, promises } = map;
  const uses = usesOf(map, role);
  const named = (['name', 'address', 'country', 'email', 'phone', 'vatId', 'registration'] as const).flatMap(
    (name) => {
      const value = controller[name];
      return value === null || value === ''
        ? []
        : [{ name, values: { [name]: value.replaceAll(/\s*\n\s*/g, ', ') } }];
    },
  );
  const lines: ReadLine[] = [
    ...named,
    ...uses.map((use) => ({ name: 'use' as const, values: { ...use } })),
    ...purposesOf(uses).map((purpose) => ({
      name: 'basis' as const,
      values: { purpose, basis: knownPurposes[purpose].basis },
    })),
    ...map.recipients.map(({ name: _key, ...rest }) => ({ name: 'recipient' as const, values: rest })),
    ...browserItemsFor(map, role).map(({ says: _says, on: _on, lifetimeSeconds, ...rest }) => ({
      name: 'browserItem' as const,
      values: { ...rest, lifetime: lifetimeSeconds },
    })),
    ...map.stays.flatMap(({ retention, promise }) =>
      promise === null ? [] : [{ name: 'stayPromise' as const, values: { stay: retention, span: promise } }],
    ),
    ...map.stays.flatMap(({ retention, law }) =>
      law.map(({ span, cites }) => ({ name: 'stayLaw' as const, values: { stay: retention, span, cites } })),
    ),
    { name: 'region', values: { region: promises.regions } },
    { name: 'statistics', values: { statistics: promises.statistics } },
    { name: 'advertising', values: { advertising: promises.advertising } },
    { name: 'ownMarketing', values: { ownMarketing: promises.marketing.own } },
    { name: 'importedMarketing', values: { importedMarketing: promises.marketing.imported } },
    { name: 'askAgain', values: { askAgain: promises.askAgainAfter } },
    { name: 'deadline', values: { deadline: promises.deadline, extension: promises.extension } },
    { name: 'coolingOff', values: { coolingOff: promises.coolingOff } },
    { name: 'doors', values: { doors: promises.doors } },
    ...agesFor(map, role).map(({ role: who, minAge }) =>
      minAge === 'law'
        ? { name: 'ageByLaw' as const, values: { role: who } }
        : { name: 'age' as const, values: { role: who, age: minAge } },
    ),
    {
      name: promises.notice.everyChange ? 'noticeOfEvery' : 'noticeOfMaterial',
      values: { channels: promises.notice.channels },
    },
  ];
  return gathered(lines);
}
