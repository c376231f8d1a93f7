import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-8 with byte-order mark' | 'utf-16' | 'windows-1252' | 'damaged utf-8';

/** What the reader learnt about a file while it went by. */
export interface Decoded {
  encoding: Encoding;
  /** Zero bytes are no text; PostgreSQL refuses them, so they are left out. */
  hadZeroBytes: boolean;
}

/**
 * Turns bytes into text as they come: UTF-8, UTF-16 with a byte-order mark, and what is neither as Windows-1252.
 *
 * Old shop systems write Windows-1252 without saying so. UTF-8 is assumed until a byte cannot be UTF-8; if no accented
 * letter was seen before it, the whole file is Windows-1252, else the file is damaged and the bad bytes become "�".
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, learnt: Decoded): AsyncGenerator<string> {
  let decode: ((chunk: Buffer) => string) | undefined;
  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (chunk.length === 0) continue;
    decode ??= decoderFor(chunk, learnt);
    const text = decode(chunk);
    learnt.hadZeroBytes ||= text.includes('\u0000');
    yield text.replaceAll('\u0000', '');
  }
  if (decode) yield decode(Buffer.alloc(0));
}

function decoderFor(start: Buffer, learnt: Decoded): (chunk: Buffer) => string {
  const isLittle = start[0] === 0xff && start[1] === 0xfe;
  if (isLittle || (start[0] === 0xfe && start[1] === 0xff)) {
    learnt.encoding = 'utf-16';
    const decoder = iconv.getDecoder(isLittle ? 'utf-16le' : 'utf-16be');
    return (chunk) =>
      (chunk.length > 0 ? decoder.write(chunk) : (decoder.end() ?? '')).replace(/^\uFEFF/, '');
  }
  return utf8OrOlder(learnt);
}

function utf8OrOlder(learnt: Decoded): (chunk: Buffer) => string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let lenient: { write: (chunk: Buffer) => string; end: () => string } | undefined;
  let isFirst = true;
  let sawAccents = false;
  // Bytes of a letter that was cut by the end of the chunk before; needed when that chunk turns out not to be UTF-8.
  let carried = Buffer.alloc(0);
  return (chunk) => {
    if (lenient) return chunk.length > 0 ? lenient.write(chunk) : lenient.end();
    try {
      const text = strict.decode(chunk, { stream: chunk.length > 0 });
      if (chunk.length > 0) carried = openEnd(Buffer.concat([carried, chunk]));
      if (isFirst && text.startsWith('\uFEFF')) learnt.encoding = 'utf-8 with byte-order mark';
      const clean = isFirst ? text.replace(/^\uFEFF/, '') : text;
      isFirst &&= text === '';
      sawAccents ||= Buffer.byteLength(clean) > clean.length;
      return clean;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      learnt.encoding = sawAccents ? 'damaged utf-8' : 'windows-1252';
      lenient = sawAccents ? new StringDecoder('utf8') : olderDecoder();
      const rest = Buffer.concat([carried, chunk]);
      return (lenient.write(rest) + (chunk.length > 0 ? '' : lenient.end())).replace(/^\uFEFF/, '');
    }
  };
}

function olderDecoder(): { write: (chunk: Buffer) => string; end: () => string } {
  const decoder = iconv.getDecoder('windows-1252');
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}

/** The bytes at the end that begin a letter which is not complete yet. */
function openEnd(bytes: Buffer): Buffer<ArrayBuffer> {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return Buffer.from(back < needs ? bytes.subarray(bytes.length - back) : []);
    }
  }
  return Buffer.alloc(0);
}
