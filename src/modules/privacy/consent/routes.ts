import { Type } from 'typebox';
import { readsGpc } from '#kernel/browser-items.ts';
import type { BrowserState } from '#kernel/browser-items.ts';
import { IdText, Instant, Nullable, Shape, byId, oneOf, signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import { purposes } from '#kernel/registry.ts';
import type { Purpose } from '#kernel/registry.ts';
import { chooseForBrowser } from './choose.ts';
import { choicesIn } from './items.ts';
import { listConsents } from './list-consents.ts';
import { consentHistory } from './read.ts';
import { receiptOf } from './receipt.ts';
import { grantConsent } from './grant.ts';
import { refuseConsent } from './withdraw.ts';
import { askFor } from './words.ts';
import { askedCategories } from './consent.ts';
import type { AskedCategory, ConsentEvent, ConsentEventId, CookieWish } from './consent.ts';

const WishShape = oneOf(['yes', 'no', 'confirmed']);
const Category = oneOf(askedCategories);
const Wishes = Shape({
  performance: Type.Optional(WishShape),
  functionality: Type.Optional(WishShape),
  targeting: Type.Optional(WishShape),
});
const ChoicesShape = Shape({
  gpc: Type.Boolean({ description: 'the browser asks not to sell or share' }),
  asked: Type.Array(Category, { description: 'categories that something in use here needs an answer for' }),
  permitted: Type.Array(Type.Union([Type.Literal('essential'), Category])),
  mayAsk: Type.Boolean(),
});

const ConsentPurpose = oneOf(['marketing', 'analytics', 'personalise', 'advertise']);
const ConsentShape = Shape({
  /** Any purpose: one can object to what nobody is asked about. */
  purpose: oneOf(Object.keys(purposes) as Purpose[]),
  asks: Type.String(),
  state: oneOf(['unanswered', 'granted', 'withdrawn', 'refused', 'objected']),
  at: Nullable(Instant),
  eventId: Nullable(IdText),
});
const EventShape = Shape({
  id: IdText,
  kind: Type.String(),
  topic: Type.String(),
  state: Type.String(),
  version: Nullable(Type.String()),
  at: Instant,
  ui: Type.String(),
  locale: Type.String(),
  noticeHash: Nullable(Type.String()),
});

const own = { audience: 'buyer', purpose: 'rights' } as const;

/** Choices of browsers. */
export function choiceRoutes(http: Http): void {
  http.get(
    '/api/store/choices',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'What this browser may keep and load, and what it has to be asked about.',
      },
      schema: { response: { 200: ChoicesShape } },
    },
    async (request) => presentState(await request.browser()),
  );

  http.put(
    '/api/store/choices',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'Answers for this browser; under Global Privacy Control targeting opens only when confirmed.',
      },
      schema: { body: Wishes, response: { 200: ChoicesShape } },
    },
    async (request, reply) => {
      const wishes = wishesIn(request.body);
      const { cookie } = await request.work((ctx) =>
        chooseForBrowser(ctx, {
          subject: request.visitor.kind === 'buyer' ? request.visitor.subject : undefined,
          wishes,
          gpc: readsGpc(request.headers['sec-gpc']),
          ui: 'api',
          before: choicesIn(request.cookies),
        }),
      );
      await request.keepChoices(reply, cookie);
      return presentState(await request.browser());
    },
  );
}

/** What signed-in buyers agreed to. */
export function consentRoutes(http: Http): void {
  http.get(
    '/api/account/consents',
    {
      config: { ...own, says: 'What the signed-in buyer agreed to, and what they can still be asked.' },
      schema: { response: { 200: Shape({ items: Type.Array(ConsentShape) }) } },
    },
    async (request) => {
      const { subject } = signedIn(request);
      const items = await request.work((ctx) => listConsents(ctx, subject));
      return { items: items.map((item) => ({ ...item, at: item.at?.toISOString() ?? null })) };
    },
  );

  http.put(
    '/api/account/consents/:purpose',
    {
      config: { ...own, says: 'Says yes or no to one purpose; a no is effective at once.' },
      schema: {
        params: Shape({ purpose: ConsentPurpose }),
        body: Shape({ wish: WishShape }),
        response: { 200: EventShape },
      },
    },
    async (request) => {
      const { purpose } = request.params;
      const { subject } = signedIn(request);
      const { wish } = request.body;
      const notice = { text: askFor(purpose, request.locale), locale: request.locale, ui: 'account' };
      const event = await request.work((ctx) =>
        wish === 'no'
          ? refuseConsent(ctx, { subject, purpose, notice })
          : grantConsent(ctx, {
              subject,
              purpose,
              notice,
              ...(wish === 'confirmed' && { evidence: { gpc: 'confirmed' } }),
            }),
      );
      request.forgetBrowser();
      return presentEvent(event);
    },
  );

  http.get(
    '/api/account/consents/history',
    {
      config: { ...own, says: 'Everything the signed-in buyer was shown, accepted, granted or refused.' },
      schema: { response: { 200: Shape({ items: Type.Array(EventShape) }) } },
    },
    async (request) => {
      const { subject } = signedIn(request);
      const events = await request.work((ctx) => consentHistory(ctx, subject));
      return { items: events.map(presentEvent) };
    },
  );

  http.get(
    '/api/account/consents/receipts/:id',
    {
      config: { ...own, says: 'The receipt of one answer: ISO/IEC TS 27560 fields and DPV JSON-LD.' },
      schema: {
        params: byId,
        response: { 200: Type.Record(Type.String(), Type.Unknown()) },
      },
    },
    async (request) => {
      const { subject } = signedIn(request);
      const id = asId<ConsentEventId>(request.params.id);
      return { ...(await request.work((ctx) => receiptOf(ctx, id, subject))) };
    },
  );
}

const presentState = ({ gpc, asked, permitted, mayAsk }: BrowserState) => ({
  gpc,
  asked: askedCategories.filter((category) => asked.includes(category)),
  permitted: [...permitted],
  mayAsk,
});

const wishesIn = (body: Partial<Record<AskedCategory, CookieWish>>): Map<AskedCategory, CookieWish> =>
  new Map(
    askedCategories.flatMap((category) => {
      const wish = body[category];
      return wish ? [[category, wish] as const] : [];
    }),
  );

const presentEvent = (event: ConsentEvent) => ({
  id: event.id,
  kind: event.kind,
  topic: event.topic,
  state: event.state,
  version: event.version,
  at: event.happenedAt.toISOString(),
  ui: event.ui,
  locale: event.locale,
  noticeHash: event.noticeHash,
});
