import { Type } from 'typebox';
import { IdText, Shape, byId } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { addPicture } from './add-picture.ts';
import { arrangePictures, removePicture } from './arrange-pictures.ts';
import { pictureOf } from './product.ts';
import { refuse } from './refuse.ts';
import { writes } from './routes-staff.ts';
import { PictureShape } from './shapes.ts';
import { removePictureFiles, storePicture } from './store-picture.ts';
import type { MediaId, ProductId } from './tables.ts';

/** Pictures of a product: added, put in order, taken off. */
export function pictureRoutes(http: Http): void {
  http.post(
    '/api/admin/products/:id/pictures',
    {
      config: { ...writes, says: 'Adds a picture (multipart: file, alt), up to 20 MB.', idempotency: 'off' },
      schema: { params: byId, response: { 201: PictureShape } },
    },
    async (request, reply) => {
      const upload = await request.file({
        limits: { fileSize: 20 * 1024 * 1024, files: 1 },
        throwFileSizeLimit: false,
      });
      if (!upload) throw refuse.notAPicture({ field: 'file' });
      const bytes = await upload.toBuffer();
      if (upload.file.truncated) throw refuse.pictureTooLarge({ field: 'file' });
      const alt = fieldOf(upload.fields['alt']).slice(0, 500);
      const stored = await storePicture(request.house, request.tenant.id, bytes);
      await request.work((ctx) => addPicture(ctx, request.params.id as ProductId, stored, alt));
      return reply.code(201).send(pictureOf({ ...stored, alt }));
    },
  );

  http.put(
    '/api/admin/products/:id/pictures',
    {
      config: { ...writes, says: 'Puts pictures in order and sets the words that stand for them.' },
      schema: {
        params: byId,
        body: Shape({
          pictures: Type.Array(Shape({ id: IdText, alt: Type.Optional(Type.String({ maxLength: 500 })) }), {
            maxItems: 500,
          }),
        }),
      },
    },
    async (request, reply) => {
      const wanted = request.body.pictures;
      await request.work((ctx) => arrangePictures(ctx, request.params.id as ProductId, wanted));
      return reply.code(204).send();
    },
  );

  http.delete(
    '/api/admin/products/:id/pictures/:mediaId',
    {
      config: { ...writes, says: 'Takes a picture off a product.' },
      schema: { params: Shape({ id: IdText, mediaId: IdText }) },
    },
    async (request, reply) => {
      const { id, mediaId } = request.params;
      await request.work((ctx) => removePicture(ctx, id as ProductId, mediaId as MediaId));
      await removePictureFiles(request.house, request.tenant.id, mediaId);
      return reply.code(204).send();
    },
  );
}

/** The text of a form field that came with a file. */
const fieldOf = (field: unknown): string =>
  typeof field === 'object' && field !== null && 'value' in field && typeof field.value === 'string'
    ? field.value.trim()
    : '';
