import sharp from 'sharp';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import type { TenantId } from '#kernel/ids.ts';
import { refuse } from './refuse.ts';
import type { MediaId, StoredPicture } from './tables.ts';

const pictureWidths = { small: 320, medium: 640, large: 1280 } as const;
type PictureSize = keyof typeof pictureWidths;

const mostBytes = 20 * 1024 * 1024;
const mostPixels = 80_000_000;
const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'svg', 'tiff']);

/** Where a picture's file lies. `original` is the full size; it is kept for later sizes and never served. */
export const pictureKey = (tenant: TenantId, id: string, size: PictureSize | 'original'): string =>
  `${tenant}/media/${id}/${size}.webp`;

/**
 * Reads a picture, whatever its name says it is, and puts it away in three sizes and once in full, all as WebP.
 *
 * Everything is drawn anew, so that no script of an SVG, no camera data and no second file hidden behind the first survives.
 * Works outside of any transaction: files come first, the row that names them after. Refuses: catalog.notAPicture, catalog.pictureTooLarge.
 */
export async function storePicture(
  house: House,
  tenant: TenantId,
  bytes: Uint8Array,
  id: MediaId = newId<MediaId>(),
): Promise<Omit<StoredPicture, 'alt'>> {
  if (bytes.byteLength > mostBytes) throw refuse.pictureTooLarge({ field: 'file', mostBytes });
  const original = await drawn(bytes);
  for (const size of ['small', 'medium', 'large'] as const) {
    const file = await sharp(original)
      .resize({ width: pictureWidths[size], withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
    await house.files.put(pictureKey(tenant, id, size), file);
  }
  await house.files.put(pictureKey(tenant, id, 'original'), original);
  const { width, height } = await sharp(original).metadata();
  const shown = Math.min(width, pictureWidths.large);
  return { id, width: shown, height: Math.max(1, Math.round((height * shown) / width)) };
}

async function drawn(bytes: Uint8Array): Promise<Buffer> {
  const limits = { limitInputPixels: mostPixels, failOn: 'error' } as const;
  if (bytes.byteLength === 0) throw refuse.notAPicture({ field: 'file' });
  const { format, width, height } = await sharp(bytes, limits)
    .metadata()
    .catch(() => {
      throw refuse.notAPicture({ field: 'file' });
    });
  if (!readable.has(format)) throw refuse.notAPicture({ field: 'file' });
  if (width * height > mostPixels) throw refuse.pictureTooLarge({ field: 'file', mostPixels });
  // A drawing has no pixels of its own: it is drawn at the size of the largest picture.
  const density =
    format === 'svg' ? Math.min(2400, Math.max(1, Math.ceil((72 * pictureWidths.large) / width))) : 72;
  return sharp(bytes, { ...limits, density })
    .rotate()
    .webp({ quality: 95 })
    .toBuffer()
    .catch(() => {
      throw refuse.notAPicture({ field: 'file' });
    });
}

/** Takes a picture's files away; for after the row is gone. */
export async function removePictureFiles(house: House, tenant: TenantId, id: string): Promise<void> {
  for (const size of ['small', 'medium', 'large', 'original'] as const)
    await house.files.remove(pictureKey(tenant, id, size));
}
