import { test } from 'node:test';
import {
  allPressAgain,
  aScene,
  everythingIsThereOnce,
  killAt,
  theNewsIsThereOnce,
  theProversAreGreen,
  usualMs,
} from './crash-scene.ts';

test('a web process that is killed at any moment of a purchase leaves one order, one payment and one mail', async (t) => {
  const scene = await aScene(t);
  const afterMs = (await usualMs(scene)) * 1.1;

  await killAt(
    scene,
    10,
    afterMs,
    () => scene.web.kill(),
    async () => void (scene.web = await scene.site.web()),
  );
  const groups = await allPressAgain(scene);

  await everythingIsThereOnce(scene, groups);
  await theNewsIsThereOnce(scene);
  await theProversAreGreen(scene);
});
