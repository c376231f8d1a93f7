import { Type } from 'typebox';
import { IdText, Shape, byId, pageQuery, versionIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { changeProduct } from './change-product.ts';
import { changeStatus } from './change-status.ts';
import { changeVariants } from './change-variants.ts';
import { createProduct } from './create-product.ts';
import { getForStaff } from './get-for-staff.ts';
import { listForStaff } from './list-for-staff.ts';
import { refuse } from './refuse.ts';
import { ChangedVariant, NewVariant, OptionsShape, StatusShape, headProperties } from './shapes.ts';
import { StaffListShape, StaffProductShape } from './shapes-staff.ts';
import type { ProductId, VariantId } from './tables.ts';

export const reads = { audience: { staff: 'catalog.read' }, purpose: 'administer' } as const;
export const writes = { audience: { staff: 'catalog.write' }, purpose: 'administer' } as const;
const Title = Type.String({ minLength: 1, maxLength: 300 });

/** The version a change is based on, from `If-Match: "7"`. */
function versionOf(request: FastifyRequest): number {
  const version = versionIn(request);
  if (version === undefined) throw refuse.versionMissing({ field: 'If-Match' });
  return version;
}

/** Products as the desk lists, enters and shows them. */
export function productRoutes(http: Http): void {
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
      schema: { params: byId, response: { 200: StaffProductShape } },
    },
    async (request, reply) => {
      const product = await request.work((ctx) => getForStaff(ctx, request.params.id as ProductId));
      return reply.header('etag', `"${product.version}"`).send(product);
    },
  );
}

/** What is changed about products. */
export function changeRoutes(http: Http): void {
  http.patch(
    '/api/admin/products/:id',
    {
      config: { ...writes, says: 'Changes what is said about a product; needs If-Match with its version.' },
      schema: {
        params: byId,
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
      schema: { params: byId, body: Variants, response: { 200: StaffProductShape } },
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
