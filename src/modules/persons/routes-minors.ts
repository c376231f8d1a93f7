import { Type } from 'typebox';
import { IdText, Shape, signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { reportMinor } from './report-minor.ts';

/** Children whose data was found. */
export function minorRoutes(http: Http): void {
  http.post(
    '/api/admin/minors',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'rights',
        says: 'Forgets a child whose data was found, at once and everywhere; it cannot be taken back.',
      },
      schema: {
        body: Shape({
          email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
          subjectId: Type.Optional(IdText),
        }),
        response: {
          202: Shape({
            erasureId: IdText,
            state: Type.String({ description: '`fulfilled`, or what it still waits for' }),
            kept: Type.Integer({ description: 'how many parts a law orders to keep' }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { email, subjectId } = request.body;
      const { subject } = signedIn(request);
      const plan = await reportMinor(
        request.house,
        request.tenant,
        { kind: 'staff', id: subject, purpose: 'rights' },
        { email, subjects: subjectId === undefined ? undefined : [asId<SubjectId>(subjectId)] },
      );
      const kept = plan.nodes.filter(({ end }) => end?.kind === 'retained').length;
      return reply.code(202).send({ erasureId: plan.id, state: plan.state, kept });
    },
  );
}
