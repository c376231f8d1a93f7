import { Type } from 'typebox';
import { Instant, Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { profileOf } from '#profiles/profiles.ts';
import { listFeatures, useFeature } from './features.ts';
import type { CountRow } from './queries.ts';
import { consentCounts, guestCounts } from './read.ts';

const Notice = Shape({
  hash: Type.String(),
  code: Type.String(),
  locale: Type.String(),
  firstShownAt: Instant,
});

const Count = Shape({
  kind: Type.String(),
  topic: Type.String(),
  state: Type.String(),
  notice: Nullable(Notice),
  people: Type.Integer(),
});

const GuestCount = Shape({
  topic: Type.String(),
  state: Type.String(),
  notice: Nullable(Notice),
  answers: Nullable(Type.Integer({ description: 'rounded down to fives; null is fewer than five' })),
});

const Feature = Shape({
  name: Type.String(),
  says: Shape({ en: Type.String(), de: Type.String() }),
  category: Type.String(),
  inUse: Type.Boolean(),
  possible: Type.Boolean({ description: 'false where the profile promises that nothing of the kind exists' }),
});

const Span = Shape({
  years: Type.Optional(Type.Integer()),
  months: Type.Optional(Type.Integer()),
  days: Type.Optional(Type.Integer()),
  hours: Type.Optional(Type.Integer()),
});

/** What the desk sees of consents: counts, never people. */
export function consentDeskRoutes(http: Http): void {
  http.get(
    '/api/admin/consents',
    {
      config: {
        audience: { staff: 'privacy.read' },
        purpose: 'administer',
        says: 'How many people answered what, by purpose and by the words they were shown; what is turned on that asks.',
      },
      schema: {
        response: {
          200: Shape({
            counts: Type.Array(Count),
            guests: Type.Array(GuestCount),
            features: Type.Array(Feature),
            askAgainAfter: Span,
          }),
        },
      },
    },
    async (request) => {
      const { counts, guests, features } = await request.work(async (ctx) => ({
        counts: await consentCounts(ctx),
        guests: await guestCounts(ctx),
        features: await listFeatures(ctx),
      }));
      return {
        counts: counts.map((row) => ({
          kind: row.kind,
          topic: row.topic,
          state: row.state,
          people: row.people,
          notice: noticeOf(row),
        })),
        guests: guests.map((row) => ({
          topic: row.topic,
          state: row.state,
          answers: row.answers,
          notice: noticeOf(row),
        })),
        features: features.map(({ says, ...feature }) => ({
          ...feature,
          says: { en: says.en, de: says.de ?? says.en },
        })),
        askAgainAfter: profileOf(request.tenant).askAgainAfter,
      };
    },
  );

  http.put(
    '/api/admin/consents/features/:name',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'administer',
        says: 'Turns a part of the shop on or off that leaves something in browsers; while any is on, visitors are asked.',
      },
      schema: {
        params: Shape({ name: Type.String({ maxLength: 64 }) }),
        body: Shape({ inUse: Type.Boolean() }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await request.work((ctx) => useFeature(ctx, request.params.name, request.body.inUse));
      return reply.code(204).send(null);
    },
  );
}

/** The words that were shown. Shape: null where somebody answered by a signal, or they are not kept. */
const noticeOf = ({
  noticeHash: hash,
  code,
  locale,
  firstShownAt,
}: Pick<CountRow, 'noticeHash' | 'code' | 'locale' | 'firstShownAt'>) =>
  hash !== null && code !== null && locale !== null && firstShownAt !== null
    ? { hash, code, locale, firstShownAt: firstShownAt.toISOString() }
    : null;
