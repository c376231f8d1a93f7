import { Type } from 'typebox';
import { Instant, Nullable, Shape, oneOf, signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import type { AccountId } from './account.ts';
import { dutiesOf, signConfidentiality } from './keep-duties.ts';
import { staffDuties, undertaking } from './staff-record.ts';

/** A duty as routes take and show it. */
export const DutyShape = oneOf(staffDuties);

const own = { audience: 'staff', purpose: 'account' } as const;

/** A colleague's own promise and training. */
export function dutyRoutes(http: Http): void {
  http.get(
    '/api/admin/me/duties',
    {
      config: {
        ...own,
        says: 'Says until when your promise of confidentiality and your training count, and the text to promise.',
      },
      schema: {
        response: {
          200: Shape({
            undertaking: Shape({ version: Type.String(), text: Type.String() }),
            items: Type.Array(
              Shape({
                duty: DutyShape,
                how: Nullable(Type.String()),
                until: Nullable(Instant),
                isMet: Type.Boolean(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      request.work(async (ctx) => ({
        undertaking: { version: undertaking.version, text: undertaking[ctx.locale] },
        items: (await dutiesOf(ctx, signedIn(request).subject)).map(({ duty, how, until }) => ({
          duty,
          how,
          until: until?.toISOString() ?? null,
          isMet: until !== null && until > ctx.now,
        })),
      })),
  );

  http.post(
    '/api/admin/me/confidentiality',
    {
      config: { ...own, says: 'Gives the promise of confidentiality again, for a year.', idempotency: 'off' },
      schema: {
        body: Shape({ version: Type.Literal(undertaking.version) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { accountId, subject } = signedIn(request);
      await request.work((ctx) => signConfidentiality(ctx, { accountId: accountId as AccountId, subject }));
      return reply.code(204).send(null);
    },
  );
}
