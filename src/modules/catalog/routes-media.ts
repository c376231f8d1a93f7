import { Type } from 'typebox';
import { IdText, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { refuse } from './refuse.ts';
import { pictureKey } from './store-picture.ts';

const year = 'public, max-age=31536000, immutable';

/** Pictures never change under their address, so browsers and caches keep them for good. */
export function mediaRoutes(http: Http): void {
  http.get(
    '/media/:id/:file',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        says: 'Sends a picture in one of three sizes.',
        page: true,
      },
      schema: {
        params: Shape({ id: IdText, file: Type.String({ pattern: '^(small|medium|large)\\.webp$' }) }),
      },
    },
    async (request, reply) => {
      const { id, file } = request.params;
      const size = file.slice(0, -'.webp'.length) as 'small' | 'medium' | 'large';
      const key = pictureKey(request.tenant.id, id, size);
      if (!(await request.house.files.has(key))) throw refuse.pictureGone({ id });
      const content = await request.house.files.get(key);
      return reply
        .header('cache-control', year)
        .header('x-content-type-options', 'nosniff')
        .type('image/webp')
        .send(content);
    },
  );
}
