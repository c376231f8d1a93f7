import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailDocument } from './safe-mail.ts';

test('a mail keeps its look in the preview without a single style attribute', () => {
  const shown = mailDocument(
    '<p style="color:red">write style="x" like this</p><td style=\'padding:1px\'>',
    'abc',
  );

  assert.match(
    shown,
    /<style nonce="abc">[^<]*\[data-rule="1"\]\{color:red\}\n\[data-rule="2"\]\{padding:1px\}/,
  );
  assert.ok(shown.includes('<p data-rule="1">write style="x" like this</p>'));
});

test('a style cannot close the style element it is put into', () => {
  const shown = mailDocument('<p style="color:red}</style><script>">x</p>', 'abc');

  assert.ok(!/<style nonce="abc">[^]*\}<\/style><script>/.test(shown.split('</style>')[0] ?? ''));
});
