import { timingSafeEqual } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import type { AskedCategory, Choices, Settled } from './consent.ts';
import { keyedHash } from '../vault.ts';

type Keys = Pick<Context, 'keys' | 'tenant'>;

const version = '1';
const letterOf = { performance: 'p', functionality: 'f', targeting: 't' } as const;
const digitOf = { refused: '0', granted: '1', confirmed: '2' } as const;
const categoryOf = new Map(Object.entries(letterOf).map(([category, letter]) => [letter, category]));
const settledOf = new Map<string, string>(
  Object.entries(digitOf).map(([settled, digit]) => [digit, settled]),
);

/** The value of the cookie: `1.<seconds>.<answers>.<notice>.<signature>`. */
export async function writeChoices(keys: Keys, { answers, at, notice }: Choices): Promise<string> {
  const told = [...answers].map(([category, settled]) => letterOf[category] + digitOf[settled]).join('');
  const seconds = Math.floor(at.getTime() / 1000).toString(36);
  const text = [version, seconds, told, notice.slice(0, 12)].join('.');
  return `${text}.${await signatureOf(keys, text)}`;
}

const shape = /^(1\.([0-9a-z]{1,9})\.((?:[pft][012])*)\.([0-9a-f]{12}))\.([\w-]{22})$/;

/** Values that were found to be ours, so that a browser's next page costs no signature. They say nothing of who it is. */
const verified = new Map<string, Choices>();
const mostVerified = 5_000;

/** What a cookie says. Shape: undefined when it was not made by us for this shop; then nothing was answered. */
export async function readChoices(keys: Keys, value: string | undefined): Promise<Choices | undefined> {
  if (value === undefined) return undefined;
  const name = `${keys.tenant.id} ${value}`;
  const known = verified.get(name);
  if (known) return known;
  const [, text, seconds, told, notice, signature] = shape.exec(value) ?? [];
  if (!text || !seconds || told === undefined || !notice || !signature) return undefined;
  const expected = Buffer.from(await signatureOf(keys, text));
  if (!timingSafeEqual(expected, Buffer.from(signature))) return undefined;
  const pairs = told.match(/../g) ?? [];
  const answers = pairs.map((pair) => [
    categoryOf.get(pair[0] as 'p' | 'f' | 't'),
    settledOf.get(pair[1] ?? ''),
  ]) as [AskedCategory, Settled][];
  const choices = { answers: new Map(answers), at: new Date(Number.parseInt(seconds, 36) * 1000), notice };
  if (verified.size >= mostVerified) verified.clear();
  verified.set(name, choices);
  return choices;
}

/** 128 bits of a keyed hash. */
async function signatureOf(keys: Keys, text: string): Promise<string> {
  return (await keyedHash(keys, 'choices', text)).subarray(0, 16).toString('base64url');
}
