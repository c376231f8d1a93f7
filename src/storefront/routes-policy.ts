import { cached } from '#kernel/cache.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { Shape } from '#kernel/http.ts';
import { documentRoles } from '#kernel/profile.ts';
import type { DocumentRole } from '#kernel/profile.ts';
import {
  compileShop,
  diffPolicies,
  ensurePolicy,
  languageOr,
  liveMap,
  policyVersion,
  publishedDocument,
  publishedVersions,
  sayChange,
  seeNotice,
  standingsHere,
} from '#modules/policy/index.ts';
import type { PolicyLanguage } from '#modules/policy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { Type } from 'typebox';
import type { Page } from './page.ts';
import { FormBody } from './form-body.ts';
import { policyPage, roleSlugs } from './pages/policy.ts';
import { changesPage, historyPage } from './pages/policy-versions.ts';
import { processorsPage } from './pages/processors.ts';
import { trustPage } from './pages/trust.ts';
import { originOf, ownPath, showPage } from './show.ts';
import { policyPageWords } from './words/policy.ts';

const open = { audience: 'public', purpose: 'browse', page: true } as const;
const Query = Type.Object({ for: Type.Optional(Type.String()), in: Type.Optional(Type.String()) });
const Numbered = Shape({ version: Type.String({ pattern: '^[1-9]\\d{0,5}$' }) });

interface Wanted {
  readonly role: DocumentRole;
  readonly language: PolicyLanguage;
}

/** The document that was asked for; the customer's in the reader's language unless told. */
function wantedOf(request: FastifyRequest): Wanted {
  const { for: slug, in: language } = request.query as { for?: string; in?: string };
  const known = profileOf(request.tenant).documents;
  const role = documentRoles.find((one) => roleSlugs[one] === slug && known.includes(one)) ?? 'customer';
  return { role, language: languageOr(language, request.locale) };
}

/** The policy and everything about it. */
export function policyRoutes(http: Http): void {
  http.get(
    '/privacy/policy',
    {
      config: { ...open, says: 'The privacy policy that holds, printed from what runs.' },
      schema: { querystring: Query },
    },
    async (request, reply) => {
      const wanted = wantedOf(request);
      const key = `policy ${wanted.role} ${wanted.language} ${request.locale}`;
      return showPage(
        request,
        reply,
        await cached(request.tenant.id, key, () => currentPage(request, wanted)),
      );
    },
  );

  http.get(
    '/privacy/policy/history',
    { config: { ...open, says: 'Every version of the policy.' } },
    async (request, reply) => {
      const versions = await request.work(publishedVersions);
      const title = policyPageWords(request.locale).history;
      return showPage(request, reply, { title, main: historyPage(versions, request.locale) });
    },
  );

  http.get(
    '/privacy/policy/:version',
    {
      config: { ...open, says: 'A version of the policy, word by word as it was published.' },
      schema: { params: Numbered, querystring: Query },
    },
    async (request, reply) => {
      const number = Number(request.params.version);
      const { role, language } = wantedOf(request);
      const { document, newest } = await request.work(async (ctx) => ({
        document: await publishedDocument(ctx, number, role, language),
        newest: (await publishedVersions(ctx))[0]?.number,
      }));
      const { documents: roles } = profileOf(request.tenant);
      const view = { document, roles, path: `/privacy/policy/${number}`, isDraft: false };
      const main = policyPage(newest === number ? view : { ...view, archived: number }, request.locale);
      return showPage(request, reply, { title: policyPageWords(request.locale).version(number), main });
    },
  );

  http.get(
    '/privacy/policy/:version/changes',
    { config: { ...open, says: 'What a version of the policy changed.' }, schema: { params: Numbered } },
    async (request, reply) => {
      const version = await request.work((ctx) => policyVersion(ctx, Number(request.params.version)));
      const title = policyPageWords(request.locale).changesTitle(version.number);
      return showPage(request, reply, { title, main: changesPage(version, request.locale) });
    },
  );

  http.post(
    '/privacy/policy/:version/seen',
    {
      config: {
        audience: 'buyer',
        purpose: 'account',
        page: true,
        idempotency: 'off',
        says: 'Notes that somebody saw what changed.',
      },
      schema: { params: Numbered, body: FormBody },
    },
    async (request, reply) => {
      await request.work((ctx) => seeNotice(ctx, Number(request.params.version)));
      return reply.redirect(ownPath(request.body['next'], '/privacy/policy'), 303);
    },
  );

  aboutRoutes(http);
}

function aboutRoutes(http: Http): void {
  const page = (path: string, says: string, make: (request: FastifyRequest) => Promise<Page>): void => {
    http.get(path, { config: { ...open, says } }, async (request, reply): Promise<FastifyReply> => {
      const made = await cached(request.tenant.id, `${path} ${request.locale}`, () => make(request));
      return showPage(request, reply, made);
    });
  };
  page('/privacy/processors', 'Which companies may get data now.', async (request) => ({
    title: policyPageWords(request.locale).processors,
    main: processorsPage((await request.work(liveMap)).recipients, request.locale),
  }));
  page('/privacy/trust', 'Every promise, what checks it, and when that last passed.', async (request) => ({
    title: policyPageWords(request.locale).trustTitle,
    main: trustPage(await request.work(standingsHere), request.locale),
  }));
}

/** What is published, or an honest draft where nothing can be published yet. */
async function currentPage(request: FastifyRequest, { role, language }: Wanted): Promise<Page> {
  const { documents: roles } = profileOf(request.tenant);
  const published = await request.work(async (ctx) => {
    const version = await ensurePolicy(ctx, originOf(request));
    if (!version) return undefined;
    const changes = await diffPolicies(ctx, version.number);
    return {
      document: await publishedDocument(ctx, version.number, role, language),
      since: changes.map((change) => sayChange(change, request.locale).says),
    };
  });
  const shown = published ?? { document: await draft(request, { role, language }), since: [] };
  const view = { ...shown, roles, path: '/privacy/policy', isDraft: published === undefined };
  return { title: policyPageWords(request.locale).policy, main: policyPage(view, request.locale) };
}

async function draft(request: FastifyRequest, { role, language }: Wanted) {
  const { documents } = await request.work((ctx) => compileShop(ctx));
  const found = documents.find((one) => one.role === role && one.language === language);
  if (!found) throw new RangeError('a policy is printed for every role of its profile in every language');
  return found;
}
