import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { cookies } from './cookies.ts';
import { allWords } from './words.ts';

for (const name of readdirSync(new URL('./words/', import.meta.url))) await import(`./words/${name}`);

test('every sentence of the shop window exists in English and in German', () => {
  assert.ok(allWords.length >= 9);

  for (const table of allWords) {
    for (const [key, said] of Object.entries(table)) {
      for (const locale of ['en', 'de'] as const) {
        const text = typeof said[locale] === 'string' ? said[locale] : said[locale].toString();
        assert.ok(text.trim().length > 0, `${key} is empty in ${locale}`);
      }
      assert.equal(typeof said.en, typeof said.de, `${key} takes the same values in both languages`);
    }
  }
});

test('the shop window does not shout, joke or beg', () => {
  for (const table of allWords) {
    for (const [key, said] of Object.entries(table)) {
      for (const text of [said.en, said.de].filter((one) => typeof one === 'string')) {
        assert.doesNotMatch(text, /!|oops|hoppla|hurry|newsletter/i, key);
      }
    }
  }
});

test('German addresses the reader in one way only', () => {
  for (const table of allWords) {
    for (const [key, { de }] of Object.entries(table)) {
      const text = typeof de === 'string' ? de : de.toString();
      assert.doesNotMatch(text, /\b(du|dich|dir|dein|deine[nrms]?)\b/i, key);
    }
  }
});

test('every cookie says in both languages what it is for and how long it stays', () => {
  for (const { name, says, lasts, lifetimeSeconds } of Object.values(cookies)) {
    assert.match(name, /^kontor_/);
    for (const text of [says.en, says.de, lasts.en, lasts.de]) assert.ok(text.length > 3);
    assert.ok(lifetimeSeconds <= 400 * 86_400);
  }
});
