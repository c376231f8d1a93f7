import { Type } from 'typebox';
import { IdText, Shape, pageQuery } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { addPicture } from './add-picture.ts';
import { arrangePictures, removePicture } from './arrange-pictures.ts';
import { changeProduct } from './change-product.ts';
import { changeStatus } from './change-status.ts';
import { changeVariants } from './change-variants.ts';
import { createProduct } from './create-product.ts';
import { getForStaff } from './get-for-staff.ts';
import { listForStaff } from './list-for-staff.ts';
import { pictureOf } from './product.ts';
import { refuse } from './refuse.ts';
import {
  ChangedVariant,
  NewVariant,
  OptionsShape,
  PictureShape,
  StatusShape,
  headProperties,
} from './shapes.ts';
import { StaffListShape, StaffProductShape } from './shapes-staff.ts';
import { removePictureFiles, storePicture } from './store-picture.ts';
import type { MediaId, ProductId, VariantId } from './tables.ts';

const reads = { audience: { staff: 'catalog.read' }, purpose: 'administer' } as const;
const writes = { audience: { staff: 'catalog.write' }, purpose: 'administer' } as const;
const OneProduct = Shape({ id: IdText });
const Title = Type.String({ minLength: 1, maxLength: 300 });

/** The version a change is based on, from `If-Match: "7"`. */
function versionOf(request: FastifyRequest): number {
  const given = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')?.[1];
  if (given === undefined) throw refuse.versionMissing({ field: 'If-Match' });
  return Number(given);
}

export function staffRoutes(http: Http): void {
  productRoutes(http);
  pictureRoutes(http);
}

function productRoutes(http: Http): void {
  const Query = Shape({
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 200 })),
    status: Type.Optional(StatusShape),
    sort: Type.Optional(Type.Enum(['updated', 'newest', 'title'])),
  });
  http.get(
    '/api/admin/products',
    {
      config: { ...reads, says: 'Lists products of every status for the desk.' },
      schema: { querystring: Query, response: { 200: StaffListShape } },
    },
    (request) => request.work((ctx) => listForStaff(ctx, request.query)),
  );

  const New = Shape({
    title: Title,
    ...headProperties,
    options: Type.Optional(OptionsShape),
    variants: Type.Optional(Type.Array(NewVariant, { minItems: 1, maxItems: 2048 })),
  });
  http.post(
    '/api/admin/products',
    {
      config: { ...writes, says: 'Enters a new product, as a draft unless told otherwise.' },
      schema: { body: New, response: { 201: StaffProductShape } },
    },
    async (request, reply) => {
      const input = { variants: [{ options: [] }], ...request.body };
      const product = await request.work(async (ctx) =>
        getForStaff(ctx, (await createProduct(ctx, input)).productId as ProductId),
      );
      return reply.code(201).header('etag', `"${product.version}"`).send(product);
    },
  );

  http.get(
    '/api/admin/products/:id',
    {
      config: { ...reads, says: 'Shows a product as the desk edits it.' },
      schema: { params: OneProduct, response: { 200: StaffProductShape } },
    },
    async (request, reply) => {
      const product = await request.work((ctx) => getForStaff(ctx, request.params.id as ProductId));
      return reply.header('etag', `"${product.version}"`).send(product);
    },
  );

  http.patch(
    '/api/admin/products/:id',
    {
      config: { ...writes, says: 'Changes what is said about a product; needs If-Match with its version.' },
      schema: {
        params: OneProduct,
        body: Shape({ title: Type.Optional(Title), ...headProperties }),
        response: { 200: StaffProductShape },
      },
    },
    async (request, reply) => {
      const id = request.params.id as ProductId;
      const product = await request.work(async (ctx) => {
        await changeProduct(ctx, id, versionOf(request), request.body);
        return getForStaff(ctx, id);
      });
      return reply.header('etag', `"${product.version}"`).send(product);
    },
  );

  const Variants = Shape({
    options: Type.Optional(OptionsShape),
    variants: Type.Optional(Type.Array(ChangedVariant, { minItems: 1, maxItems: 2048 })),
  });
  http.put(
    '/api/admin/products/:id/variants',
    {
      config: {
        ...writes,
        says: 'Sets options and variants; without variants, one is made per combination. Needs If-Match.',
      },
      schema: { params: OneProduct, body: Variants, response: { 200: StaffProductShape } },
    },
    async (request, reply) => {
      const id = request.params.id as ProductId;
      const { options, variants } = request.body;
      const wanted = variants?.map(({ id: known, ...variant }) => ({
        ...variant,
        ...(known !== undefined && { id: known as VariantId }),
      }));
      const product = await request.work(async (ctx) => {
        await changeVariants(ctx, id, versionOf(request), {
          ...(options && { options }),
          ...(wanted && { variants: wanted }),
        });
        return getForStaff(ctx, id);
      });
      return reply.header('etag', `"${product.version}"`).send(product);
    },
  );

  http.post(
    '/api/admin/products/status',
    {
      config: {
        ...writes,
        says: 'Puts products on sale, takes them off or archives them, up to 500 at once.',
      },
      schema: {
        body: Shape({ ids: Type.Array(IdText, { minItems: 1, maxItems: 500 }), status: StatusShape }),
        response: { 200: Shape({ changed: Type.Array(IdText) }) },
      },
    },
    async (request) => ({
      changed: await request.work((ctx) =>
        changeStatus(ctx, request.body.ids as ProductId[], request.body.status),
      ),
    }),
  );
}

function pictureRoutes(http: Http): void {
  http.post(
    '/api/admin/products/:id/pictures',
    {
      config: { ...writes, says: 'Adds a picture (multipart: file, alt), up to 20 MB.', idempotency: 'off' },
      schema: { params: OneProduct, response: { 201: PictureShape } },
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
        params: OneProduct,
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
