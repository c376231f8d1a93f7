import type { Http } from '#kernel/http.ts';
import { copySchema } from './copy.ts';
import { personCopySchema } from './copy-schema.ts';

/** The shape of a copy of personal data, for whoever reads one by machine. Source: clause K7-36; GDPR art. 20(1). */
export function schemaRoutes(http: Http): void {
  const text = JSON.stringify(personCopySchema, null, 1);
  http.get(
    copySchema,
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        page: true,
        says: 'The JSON Schema of a copy of personal data.',
      },
    },
    async (_request, reply) => reply.type('application/schema+json; charset=utf-8').send(text),
  );
}
