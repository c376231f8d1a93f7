import { createHash } from 'node:crypto';
import { declaredBrowserItems } from '#kernel/browser-items.ts';
import type { Context } from '#kernel/context.ts';
import type { Profile } from '#kernel/profile.ts';
import { declaredStores, declaredTables } from '#kernel/registry.ts';
import type { Purpose, Retention } from '#kernel/registry.ts';
import { featuresInUse, knownProcessors, listAgreements, purposeOfCategory } from '#modules/privacy/index.ts';
import { dayOf, lawMatterOf, lawPack, promisedSpanOf, ruleInForce } from '#modules/retention/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { inOrder } from './for-readers.ts';
import type { DataMap, LegalStay, MapController, MapRecipient } from './map.ts';
import { readMap } from './read-map.ts';

/** What this shop holds now, what for, until when, and who gets it. Shape: plain data, the same for the same shop. */
export async function liveMap(ctx: Context): Promise<DataMap> {
  const profile = profileOf(ctx.tenant);
  const features = await featuresInUse(ctx);
  const map = readMap({
    tables: declaredTables().values(),
    stores: [...declaredStores().values()],
    browser: declaredBrowserItems().filter(
      ({ category, feature }) => category === 'essential' || (feature && features.includes(feature.name)),
    ),
    recipients: await recipientsOf(ctx, profile),
    profile,
    controller: await controllerOf(ctx),
    law: lawOf(ctx),
    promised: (retention) => promisedSpanOf(profile, retention),
  });
  return JSON.parse(JSON.stringify(map)) as DataMap;
}

export const hashOf = (map: DataMap): string =>
  createHash('sha256').update(JSON.stringify(map)).digest('hex');

async function controllerOf(ctx: Context): Promise<MapController> {
  const shop = await getShop(ctx);
  return {
    name: shop.legalName,
    address: shop.legalAddress,
    country: shop.legalCountry,
    email: shop.contactEmail,
    phone: shop.contactPhone,
    vatId: shop.vatId,
    registration: shop.registration,
  };
}

/** Who may get data now: companies with an agreement that opens the gate. Source: clauses OK-10, OK-11. */
async function recipientsOf(ctx: Context, profile: Profile): Promise<MapRecipient[]> {
  const agreements = await listAgreements(ctx);
  return agreements
    .filter(({ fault }) => fault === undefined)
    .flatMap(({ processor, host, company, role, country, mechanism, purposes }) => {
      const spec = knownProcessors().get(processor);
      if (!spec) return [];
      return {
        name: host === '' ? processor : `${processor} ${host}`,
        company,
        role,
        country,
        mechanism,
        purposes: inOrder(purposes.filter((purpose) => profile.purposes.includes(purpose))),
        categories: [...new Set(Object.values(spec.fields))].toSorted(),
      };
    });
}

const lawful: readonly Retention[] = [
  'account',
  'order',
  'bookkeeping',
  'consent-proof',
  'request',
  'employment',
];

function lawOf({ tenant, now }: Context): LegalStay[] {
  const pack = lawPack(tenant.country);
  return lawful.flatMap((retention) => {
    const matter = lawMatterOf(retention);
    const rule = matter && ruleInForce(pack, matter, dayOf(now, pack.zone));
    return rule?.span ? [{ retention, span: rule.span, cites: rule.cites }] : [];
  });
}

/**
 * Purposes that something other than a sealed column serves: lists of keyed hashes, counts that identify nobody, and
 * what waits in a browser for consent.
 */
export function carriedBeside(): Purpose[] {
  const names = [...declaredTables().keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const inBrowsers = declaredBrowserItems().flatMap(({ category }) =>
    category === 'essential' ? [] : [purposeOfCategory[category]],
  );
  return [
    ...(has(/^privacy\.(suppression|tombstone)/) ? (['suppress'] as const) : []),
    ...(has(/^analytics\./) ? (['improve'] as const) : []),
    ...inBrowsers,
  ];
}
