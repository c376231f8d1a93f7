import { commonPasswords } from './common-passwords.ts';

export const minPassword = 10;
export const maxPassword = 128;

const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
const unswapped = (text: string): string =>
  fold(text)
    .replace(/[01345 7@$!]/g, (sign) => swaps[sign] ?? '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a password is so common, so regular or so close to its owner that guessing finds it at once.
 *
 * Offline: no part of a password leaves the house, not even a hash of it.
 */
export function isWeakPassword(password: string, about: readonly string[] = []): boolean {
  if (password.length < minPassword || password.length > maxPassword) return true;
  if (new Set(fold(password)).size < 5) return true;
  if (isRun(letters(password))) return true;
  const cores = [
    letters(password).replace(/^\p{N}+|\p{N}+$/gu, ''),
    unswapped(password),
    unswapped(password.replace(/^[\d\W_]+|[\d\W_]+$/g, '')),
  ];
  if (cores.some((core) => commonPasswords.has(core) || isRepeated(core))) return true;
  return about.some((text) => isAbout(password, text));
}

/** 1234567890, abcdefghij, and backwards. */
function isRun(text: string): boolean {
  if (text.length < 6) return false;
  const steps = new Set(
    Array.from(
      { length: text.length - 1 },
      (_, index) => text.charCodeAt(index + 1) - text.charCodeAt(index),
    ),
  );
  return steps.size === 1 || /^(?:0?123456789?0?)+$|^(?:0?987654321?0?)+$/.test(text);
}

/** A common word said twice or three times. */
function isRepeated(core: string): boolean {
  const word = /^(.+?)\1+$/.exec(core)?.[1];
  return word !== undefined && (word.length < 4 || commonPasswords.has(word));
}

/** The owner's name or address, with at most a few signs around it. */
function isAbout(password: string, text: string): boolean {
  const own = [text, ...text.split(/[@\s.+_-]+/)].map(letters).filter((part) => part.length >= 4);
  const plain = letters(password);
  return own.some((part) => plain.includes(part) && plain.length - part.length < 6);
}
