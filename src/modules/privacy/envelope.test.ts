import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { newId } from '#kernel/ids.ts';
import { keyClasses } from '#kernel/registry.ts';
import { closeEnvelope, openEnvelope } from './envelope.ts';
import type { Place } from './envelope.ts';

const place: fc.Arbitrary<Place> = fc.record({
  tenant: fc.constant(0).map(() => newId<never>()),
  table: fc.constantFrom('orders.party', 'orders.note', 'identity.account'),
  column: fc.constantFrom('contact', 'invoice', 'text'),
  row: fc.uuid(),
  subject: fc.constant(0).map(() => newId<never>()),
  class: fc.constantFrom(...keyClasses),
});

test('[P10] an envelope is bound to each part of its place by itself: even with the right key it opens nowhere else', () => {
  fc.assert(
    fc.property(
      place,
      place,
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ maxLength: 200 }),
      (here, elsewhere, bytes, content) => {
        const key = Buffer.from(bytes);
        const envelope = closeEnvelope(key, here, content);

        assert.deepEqual(Uint8Array.from(openEnvelope(key, here, envelope)), content);
        for (const part of Object.keys(here) as (keyof Place)[]) {
          if (here[part] === elsewhere[part]) continue;
          assert.throws(
            () => openEnvelope(key, { ...here, [part]: elsewhere[part] }, envelope),
            `another ${part}`,
          );
        }
      },
    ),
  );
});
