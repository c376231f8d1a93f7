/**
 * A PostgreSQL for running single test files fast: `node scripts/test-server.ts`, then in another terminal
 * `KONTOR_TEST_POSTGRES=… node --test src/modules/orders/place-order.test.ts`.
 */
import { startTestCluster } from './test-cluster.ts';

const cluster = await startTestCluster();
console.log(`KONTOR_TEST_POSTGRES=${cluster.url}`);

// Without a timer nothing would keep us here when the server is one that someone else started.
const stay = setInterval(() => {}, 60_000);
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    clearInterval(stay);
    void cluster.stop();
  });
}
