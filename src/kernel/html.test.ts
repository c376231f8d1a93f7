import assert from 'node:assert/strict';
import test from 'node:test';
import { attributes, html, jsonInScript, nothing, trusted } from './html.ts';

test('what somebody typed stands on the page as text, never as markup', () => {
  const title = `<script>alert("x")</script> & 'y' = z`;

  const page = html`<h1 title="${title}">${title}</h1>`.text;

  assert.doesNotMatch(page, /<script>/);
  assert.doesNotMatch(page, /title="[^"]*"[^>]*"/);
  assert.match(page, /&#60;script&#62;/);
});

test('pieces of page stay markup when they are put into each other, also in lists', () => {
  const rows = ['a', '<b>'].map((text) => html`<b>${text}</b>`);

  const page = html`<p>${rows}${nothing}${false}${undefined}${null}</p>`.text;

  assert.equal(page, '<p><b>a</b><b>&#60;b&#62;</b></p>');
});

test('an exclamation mark before a value does not open a door for markup', () => {
  const page = html`<p>Hello!${'<img src=x onerror=alert(1)>'}</p>`.text;

  assert.doesNotMatch(page, /<img/);
});

test('only markup that we wrote ourselves passes as it is', () => {
  assert.equal(html`${trusted('<hr>')}${'<hr>'}`.text, '<hr>&#60;hr&#62;');
});

test('attributes are left out when they have no value and escaped when they have one', () => {
  const made = attributes({
    checked: true,
    disabled: false,
    value: '"><x',
    'aria-label': undefined,
    max: 3,
  }).text;

  assert.equal(made, ' checked value="&#34;&#62;&#60;x" max="3"');
});

test('no text in structured data can close its script element', () => {
  const data = { name: '</script><script>alert(1)</script>', note: 'a\u2028b & c' };

  const text = jsonInScript(data).text;

  assert.doesNotMatch(text, /[<>&\u2028]/);
  assert.deepEqual(JSON.parse(text), data);
});
