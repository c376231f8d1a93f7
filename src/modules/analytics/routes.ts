import { Type } from 'typebox';
import { Nullable, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { profileOf } from '#profiles/profiles.ts';
import { countPages } from './routes-count.ts';
import { declaredError, exactUpTo } from './sketch.ts';
import { visits } from './visits.ts';
import { smallest } from './visit.ts';

const Day = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: smallest });
const HeadingShape = Shape({
  key: Type.String({ description: 'the page, domain, browser or device; `other` is all that was too small' }),
  visitors: Nullable(Count),
  views: Count,
  days: Type.Integer({ description: 'on how many days' }),
});
const VisitDayShape = Type.Union([
  Shape({
    day: Day,
    kind: Type.Literal('counted'),
    visitors: Type.Integer({ minimum: 0 }),
    views: Type.Integer({ minimum: 0 }),
  }),
  Shape({ day: Day, kind: Type.Literal('few') }, { description: 'fewer than five visitors' }),
  Shape({ day: Day, kind: Type.Literal('waiting') }, { description: 'over, but not counted up yet' }),
]);

export function routes(http: Http): void {
  countPages(http);
  http.get(
    '/api/admin/statistics',
    {
      config: {
        audience: { staff: 'statistics.read' },
        purpose: 'improve',
        says: 'How many people visited, day by day, and what they read, came from and read it with; nothing below five.',
      },
      schema: {
        querystring: Shape({ from: Day, to: Day }),
        response: {
          200: Shape({
            counts: Type.Boolean({ description: 'whether the profile of this shop counts visitors at all' }),
            days: Type.Array(VisitDayShape),
            todayAtLeast: Type.Integer({ description: 'visitors so far, rounded down to steps of five' }),
            pages: Type.Array(HeadingShape),
            sites: Type.Array(HeadingShape),
            browsers: Type.Array(HeadingShape),
            devices: Type.Array(HeadingShape),
            ledToOrders: Type.Array(HeadingShape),
            smallest: Type.Integer({ description: 'what is below is not told' }),
            exactUpTo: Type.Integer({ description: 'visitors of a day; more are estimated' }),
            declaredError: Type.Number({ description: 'of estimates' }),
          }),
        },
      },
    },
    async (request) => {
      const { days, headings, todayAtLeast } = await request.work((ctx) => visits(ctx, request.query));
      return {
        counts: profileOf(request.tenant).statistics !== 'off',
        days: [...days],
        todayAtLeast,
        pages: [...headings.page],
        sites: [...headings.site],
        browsers: [...headings.browser],
        devices: [...headings.device],
        ledToOrders: [...headings.led],
        smallest,
        exactUpTo,
        declaredError,
      };
    },
  );
}
