import type { House } from '#kernel/house.ts';
import type { Http } from '#kernel/http.ts';

/** For load balancers: is the process alive, and can it do its work? Any host. */
export function healthRoutes(http: Http, house: House): void {
  const config = { audience: 'public', purpose: 'administer', page: true } as const;
  http.get('/health/live', { config: { ...config, says: 'The process runs.' } }, async (_request, reply) =>
    reply.send({ live: true }),
  );
  http.get(
    '/health/ready',
    { config: { ...config, says: 'Database and keystore answer.' } },
    async (_request, reply) => {
      const [database, keystore] = await Promise.all([
        house.db.statement('select 1').then(
          () => true,
          () => false,
        ),
        house.keys.alive(),
      ]);
      return reply
        .code(database && keystore ? 200 : 503)
        .send({ ready: database && keystore, database, keystore });
    },
  );
}
