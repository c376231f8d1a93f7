import { Type } from 'typebox';
import { IdText, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { agreeOnPictures, picturesOfImport } from './pictures.ts';
import type { ImportId } from './tables.ts';

const One = Shape({ id: IdText });
const Count = Type.Integer({ minimum: 0 });
const Hosts = Shape({
  items: Type.Array(
    Shape({ host: Type.String(), waiting: Count, done: Count, failed: Count, agreed: Type.Boolean() }),
  ),
});

/** The pictures of an import: where they are, and the yes to fetching them. */
export function pictureRoutes(http: Http): void {
  http.get(
    '/api/admin/imports/:id/pictures',
    {
      config: {
        audience: { staff: 'catalog.read' },
        purpose: 'administer',
        says: 'Tells at which hosts the pictures of an import are, and how far fetching them is.',
      },
      schema: { params: One, response: { 200: Hosts } },
    },
    async (request) => ({
      items: await request.work((ctx) => picturesOfImport(ctx, request.params.id as ImportId)),
    }),
  );

  http.post(
    '/api/admin/imports/:id/pictures',
    {
      config: {
        audience: { staff: 'catalog.write' },
        purpose: 'administer',
        says: 'Agrees that the pictures of an import are fetched from these hosts, for thirty days.',
      },
      schema: {
        params: One,
        body: Shape({
          hosts: Type.Array(Type.String({ maxLength: 253 }), { minItems: 1, maxItems: 100 }),
        }),
        response: { 202: Hosts },
      },
    },
    async (request, reply) => {
      const id = request.params.id as ImportId;
      const items = await request.work(async (ctx) => {
        await agreeOnPictures(ctx, id, request.body.hosts);
        return picturesOfImport(ctx, id);
      });
      return reply.code(202).send({ items });
    },
  );
}
