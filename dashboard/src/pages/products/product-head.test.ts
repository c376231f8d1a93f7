import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combine } from './combine.ts';
import { asHtml, changesOf } from './product-head.ts';
import type { HeadFields } from './product-head.ts';

const fields: HeadFields = {
  title: 'Mug',
  descriptionHtml: '<p>A mug.</p>',
  status: 'active',
  condition: 'new',
  vendor: 'Pottery',
  productType: '',
  tags: 'clay, blue',
  category: 'Table › Mugs',
  collections: ['everyday'],
  slug: 'mug',
  seoTitle: '',
  seoDescription: '',
  attributes: { material: 'Stoneware' },
};

test('only what somebody changed is sent, so that two people can work on different fields of a product', () => {
  const changes = changesOf(fields, { ...fields, tags: 'clay, , green ', vendor: ' ' });

  assert.deepEqual(changes, { tags: ['clay', 'green'], vendor: null });
  assert.deepEqual(changesOf(fields, { ...fields }), {});
});

test('a category is read from the root down, whichever arrow somebody typed', () => {
  assert.deepEqual(changesOf(fields, { ...fields, category: 'Home > Kitchen › Mugs' }), {
    category: ['Home', 'Kitchen', 'Mugs'],
  });
});

test('plain text becomes paragraphs, and signs in it stay signs', () => {
  assert.equal(asHtml('2 < 3 & so on\nstill\n\nnext'), '<p>2 &lt; 3 &amp; so on<br>still</p>\n<p>next</p>');
  assert.equal(asHtml(' <p>ready</p> '), '<p>ready</p>');
});

test('options make one variant per combination, in their order', () => {
  assert.deepEqual(combine([{ values: ['S', 'M'] }, { values: ['red', 'blue'] }]), [
    ['S', 'red'],
    ['S', 'blue'],
    ['M', 'red'],
    ['M', 'blue'],
  ]);
  assert.deepEqual(combine([]), [[]]);
});
