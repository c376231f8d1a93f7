import { test } from 'node:test';
import { eventually } from '#testing/eventually.ts';
import {
  allPressAgain,
  aScene,
  everythingIsThereOnce,
  killAt,
  theNewsIsThereOnce,
  theProversAreGreen,
  usualMs,
} from './crash-scene.ts';

test('a PostgreSQL that is killed at any moment of a purchase comes back and knows each order once', async (t) => {
  const scene = await aScene(t);
  const afterMs = (await usualMs(scene)) * 1.1;
  const isBack = async () =>
    (await scene.web.ask({ method: 'GET', url: '/health/ready' })).statusCode === 200 ? true : undefined;

  await killAt(
    scene,
    10,
    afterMs,
    () => scene.site.killPostgres(),
    async () => void (await eventually('the database', isBack)),
  );
  const groups = await allPressAgain(scene);

  await everythingIsThereOnce(scene, groups);
  await theNewsIsThereOnce(scene);
  await theProversAreGreen(scene);
});
