import assert from 'node:assert/strict';
import test from 'node:test';
import { assetsFor, findAsset } from './assets.ts';
import { newNonce, securityHeaders } from './security.ts';
import { ownPath } from './show.ts';
import { productPlaces, siteIndex, urlSet } from './sitemap.ts';

test('a page runs only scripts that carry its own nonce, and takes nothing from elsewhere', () => {
  const nonce = newNonce();

  const policy = securityHeaders(nonce)['content-security-policy'] ?? '';

  assert.match(policy, /default-src 'none'/);
  assert.ok(policy.includes(`script-src 'nonce-${nonce}'`));
  assert.match(policy, /style-src 'self'(;|$)/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.match(policy, /base-uri 'none'/);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
});

test('no two pages share a nonce', () => {
  assert.notEqual(newNonce(), newNonce());
});

test('files are served under the hash of their content, so they may be kept for ever', () => {
  const { css, js, htmx, fonts } = assetsFor(40);

  for (const url of [css, js, htmx, ...fonts]) {
    const asset = findAsset(url);
    assert.match(url, /^\/assets\/[\w-]{12}\/[\w.-]+$/);
    assert.ok(asset && asset.plain.length > 0, url);
    if (asset.brotli) assert.ok(asset.brotli.length < asset.plain.length);
  }
  assert.match(findAsset(css)?.plain.toString() ?? '', /^:root\{--hue:40\}/);
  assert.notEqual(assetsFor(200).css, css);
});

test('no file outside of the list is served', () => {
  for (const url of [
    '/assets/x/shop-40.css',
    '/assets/../package.json',
    '/assets/x/shop-999.css',
    '/assets/',
  ])
    assert.equal(findAsset(url), undefined, url);
});

test('after signing in nobody is sent to another site', () => {
  for (const text of [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])
    assert.equal(ownPath(text, '/account'), '/account', String(text));
  assert.equal(ownPath('/checkout?edit=contact#contact', '/account'), '/checkout?edit=contact#contact');
});

test('the sitemap lists what is on sale, in every language, with the true time of its last change', () => {
  const updatedAt = new Date('2026-11-20T10:00:00Z');
  const entry = (slug: string, status: string) =>
    ({ slug, status, updatedAt }) as Parameters<typeof productPlaces>[0][number];

  const text = urlSet(
    productPlaces([entry('mug & cup', 'active'), entry('secret', 'draft')]),
    'https://shop.example',
    'en',
  );

  assert.match(
    text,
    /<loc>https:\/\/shop\.example\/products\/mug%20%26%20cup<\/loc><lastmod>2026-11-20T10:00:00\.000Z<\/lastmod>/,
  );
  assert.match(text, /hreflang="de" href="[^"]*\?lang=de"/);
  assert.doesNotMatch(text, /secret/);
  assert.match(siteIndex(2, 'https://shop.example'), /sitemap-2\.xml/);
});
