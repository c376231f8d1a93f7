import type { DocumentRole } from '#kernel/profile.ts';
import {
  agesFor,
  basesOf,
  browserItemsFor,
  ownPurposes,
  sharedPurposes,
  stayOf,
  usesOf,
} from './for-readers.ts';
import type { Use } from './for-readers.ts';
import type { DataMap } from './map.ts';
import { readLine } from './lines.ts';
import type { ReadLine } from './lines.ts';
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
  const shared = sharedPurposes(uses);
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
    ...uses.map(({ holding, categories, sources, ...use }) => ({
      name: 'use' as const,
      values: { holding, categories, sources, purposes: ownPurposes(use, shared) },
    })),
    ...(shared.length > 0 ? [{ name: 'everyUse' as const, values: { purposes: shared } }] : []),
    ...basesOf(uses).map((values) => ({ name: 'basis' as const, values: { ...values } })),
    ...map.recipients.map(({ name: _key, ...rest }) => ({ name: 'recipient' as const, values: rest })),
    ...browserItemsFor(map, role).map(({ says: _says, on: _on, lifetimeSeconds, ...rest }) => ({
      name: 'browserItem' as const,
      values: { ...rest, lifetime: lifetimeSeconds },
    })),
    ...uses.flatMap((use) => staysOf(map, use)),
    { name: 'region', values: { region: promises.regions } },
    { name: 'statistics', values: { statistics: promises.statistics } },
    { name: 'advertising', values: { advertising: promises.advertising } },
    { name: 'ownMarketing', values: { ownMarketing: promises.marketing.own } },
    { name: 'importedMarketing', values: { importedMarketing: promises.marketing.imported } },
    { name: 'askAgain', values: { askAgain: promises.askAgainAfter } },
    { name: 'deadline', values: { deadline: promises.deadline, extension: promises.extension } },
    { name: 'coolingOff', values: { coolingOff: promises.coolingOff } },
    { name: 'doors', values: { doors: promises.doors } },
    ...agesFor(map, role).map(({ roles, minAge }) =>
      minAge === 'law'
        ? { name: 'ageByLaw' as const, values: { roles } }
        : { name: 'age' as const, values: { roles, age: minAge } },
    ),
    {
      name: promises.notice.everyChange ? 'noticeOfEvery' : 'noticeOfMaterial',
      values: { channels: promises.notice.channels },
    },
  ];
  return gathered(lines);
}

function staysOf(map: DataMap, use: Use): ReadLine[] {
  const { promise, law } = stayOf(map, use);
  const { holding, stay } = use;
  const held = law.map(({ span, cites }) => ({ name: 'stayLaw' as const, values: { holding, span, cites } }));
  if (promise !== null)
    return [{ name: 'stayPromise', values: { holding, span: promise, since: holding } }, ...held];
  return held.length > 0 ? held : [{ name: 'stayOnly', values: { holding, stay } }];
}
