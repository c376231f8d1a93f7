import { Type } from 'typebox';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import type { House } from '#kernel/house.ts';
import { IdText, Instant, Nullable, PageOf, Shape, pageQuery, signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { readSecurityLog } from './read.ts';
import { mattersForSecurity } from './security-log.ts';
import type { SecurityEntryId } from './security-log.ts';
import { noticeRequest, storeNoticed } from './write.ts';

const Entry = Shape({
  id: IdText,
  at: Instant,
  route: Type.String(),
  status: Type.Integer(),
  sender: Nullable(Shape({ ip: Type.String(), userAgent: Type.String() })),
});

const longestName = 300;

/** Notices requests that matter for security, and shows them to who answers for security. */
export function securityLogRoutes(http: Http): void {
  let house: House | undefined;
  http.addHook('onResponse', (request, reply, done) => {
    const { url = 'none', config } = request.routeOptions;
    const { method } = request;
    // Without a tenant there is no shop whose log it would be.
    if (
      (request.tenant as unknown) !== undefined &&
      mattersForSecurity({
        method,
        purpose: config.purpose,
        status: reply.statusCode,
        asksAge: config.asksAge === true,
      })
    ) {
      house = request.house;
      noticeRequest(house, request.tenant, {
        at: house.clock(),
        route: `${method} ${url}`,
        status: reply.statusCode,
        sender: { ip: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, longestName) },
      });
    }
    done();
  });
  http.addHook('onClose', async () => {
    if (house) await storeNoticed(house);
  });

  http.get(
    '/api/admin/security-log',
    {
      config: {
        audience: { staff: 'audit.read' },
        purpose: 'security',
        says: 'Who tried the doors of the shop and who was turned away, for 90 days; addresses and browsers for those who may read people. The reading is recorded.',
      },
      schema: {
        querystring: Shape(pageQuery),
        response: { 200: Shape({ ...PageOf(Entry).properties, isMasked: Type.Boolean() }) },
      },
    },
    async (request) => {
      const { limit = 50, after } = request.query;
      const before = placeAfter(after, 'id')?.[0];
      const visitor = signedIn(request);
      const isMasked = visitor.kind !== 'staff' || !visitor.permissions.has('people.reveal');
      const page = await request.work((ctx) =>
        readSecurityLog(ctx, {
          limit,
          isMasked,
          before: before as SecurityEntryId | undefined,
        }),
      );
      return {
        items: page.items.map(({ id, happenedAt, route, status, sender }) => ({
          id,
          at: happenedAt.toISOString(),
          route,
          status,
          sender,
        })),
        isMasked,
        next: page.next === undefined ? null : cursorOf([page.next]),
      };
    },
  );
}
