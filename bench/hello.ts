/** The yardstick: a bare Fastify that answers one JSON route, in a process of its own. */
import fastify from 'fastify';

const http = fastify({ logger: false });
http.get('/', async () => ({ hello: 'world' }));
const address = await http.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ port: Number(new URL(address).port) });
process.once('disconnect', () => process.exit(0));
