import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesCard, withoutCards } from './card-numbers.ts';

// The numbers are the schemes' own examples for tests; no bank ever gave them out.
const cards = [
  '4111111111111111',
  '4111 1111 1111 1111',
  '5555-5555-5555-4444',
  '378282246310005',
  '6011111111111117',
  '3530111333300000',
  '30569309025904',
];

test('a card number is known however it is written', () => {
  for (const card of cards) {
    assert.ok(namesCard(card), card);
    assert.ok(namesCard(`please take ${card}, thanks`), card);
  }
});

test('article numbers, phone numbers and bank accounts are no cards', () => {
  const others = [
    '4006381333931',
    '+49 40 111 222 333 44',
    'DE02120300000000202051',
    '4111111111111112',
    '340434188193783029',
  ];
  for (const other of others) assert.ok(!namesCard(other), other);
});

test('a text that was sent to us keeps its words and loses the card', () => {
  assert.equal(withoutCards('My card 4111 1111 1111 1111 please.'), 'My card [card ending in 1111] please.');
});
