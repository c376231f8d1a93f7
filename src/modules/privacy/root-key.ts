import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmod, mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The key above all keys. It wraps tenant keys and secrets and never leaves where it is. */
export interface RootKey {
  readonly kind: 'file' | 'environment' | 'aws-kms';
  wrap(plain: Buffer, context: string): Promise<Buffer>;
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}

/**
 * The root key from a file of 32 random bytes, made with mode 600 at the first start.
 *
 * Refuses a file that others may read, because then it is no secret.
 */
export async function fileRootKey(path: string): Promise<RootKey> {
  const existing = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (existing === undefined) return localRootKey('file', await makeRootFile(path));
  if (existing.length !== 32)
    throw new Error(`the root key file ${path} is damaged: it must hold exactly 32 bytes`);
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0)
    throw new Error(`the root key file ${path} can be read by others: run chmod 600 on it`);
  return localRootKey('file', existing);
}

async function makeRootFile(path: string): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true });
  const key = randomBytes(32);
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined; // another process made it in this moment
    throw error;
  });
  if (!file) return readFile(path);
  await file.write(key);
  await file.sync();
  await file.close();
  await chmod(path, 0o600);
  return key;
}

/** The root key from the setting ROOT_KEY: 32 bytes in base64. */
export const environmentRootKey = (base64: string): RootKey =>
  localRootKey('environment', Buffer.from(base64, 'base64'));

function localRootKey(kind: RootKey['kind'], key: Buffer): RootKey {
  return {
    kind,
    wrap: (plain, context) => Promise.resolve(wrapWith(key, plain, context)),
    unwrap: (wrapped, context) => Promise.resolve(unwrapWith(key, wrapped, context)),
  };
}

/** The root key in AWS KMS; only wrapping and unwrapping of tenant keys goes there. Source: AWS KMS API 2014-11-01, Encrypt and Decrypt. */
export function kmsRootKey(keyId: string): RootKey {
  // Loaded where the root key is there: most processes keep it elsewhere.
  const open = async () => {
    const kms = await import('@aws-sdk/client-kms');
    return { ...kms, client: new kms.KMSClient({}) };
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    kind: 'aws-kms',
    async wrap(plain, context) {
      const { client, EncryptCommand } = await (opened ??= open());
      const answer = await client.send(
        new EncryptCommand({ KeyId: keyId, Plaintext: plain, EncryptionContext: { kontor: context } }),
      );
      if (!answer.CiphertextBlob) throw new Error('AWS KMS answered without a ciphertext');
      return Buffer.from(answer.CiphertextBlob);
    },
    async unwrap(wrapped, context) {
      const { client, DecryptCommand } = await (opened ??= open());
      const answer = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: { kontor: context } }),
      );
      if (!answer.Plaintext) throw new Error('AWS KMS answered without a plaintext');
      return Buffer.from(answer.Plaintext);
    },
  };
}

const nonceBytes = 12;
const tagBytes = 16;

const prepared = new WeakMap<Buffer, KeyObject>();

/** A key in the form that ciphers take at once: handing them bytes costs ten times the work. Forgotten with its bytes. */
export function secretKeyOf(key: Buffer): KeyObject {
  const known = prepared.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  prepared.set(key, made);
  return made;
}

/** AES-256-GCM with the context as associated data: what was wrapped for one place does not unwrap in another. */
export function wrapWith(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', secretKeyOf(key), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what `wrapWith` closed; throws when a bit or the context differs. */
export function unwrapWith(key: Buffer, wrapped: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', secretKeyOf(key), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
}
