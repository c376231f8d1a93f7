import sharp from 'sharp';
import { heroPicture } from '../demo/wide-pictures.ts';
import type { Picture } from './model.ts';

/** What tells whether a shop was drawn pictures of its own. */
export interface Drawn {
  readonly demo: boolean;
  readonly profile: string;
}

/** The demo shop has a mark and a window that our own code draws; other shops do without until they bring theirs. */
export const hasDrawing = ({ demo, profile }: Drawn): boolean => demo && profile === 'openkommerce';

export const heroWidths = [320, 640, 1280] as const;
export type HeroWidth = (typeof heroWidths)[number];

const pathOf = (width: HeroWidth): string => `/hero-${width}.webp`;

/** The window of the first page. Shape: undefined when the shop has none of its own. */
export const heroOf = (shop: Drawn): Picture | undefined =>
  hasDrawing(shop)
    ? {
        id: 'hero',
        alt: '',
        width: 1600,
        height: 900,
        urls: { small: pathOf(320), medium: pathOf(640), large: pathOf(1280) },
      }
    : undefined;

const painted = new Map<string, Promise<Buffer>>();

/** Paints a drawing once per size. */
function paint(name: string, paintIt: () => Promise<Buffer>): Promise<Buffer> {
  const known = painted.get(name);
  if (known) return known;
  if (painted.size >= 200) painted.clear();
  const made = paintIt();
  painted.set(name, made);
  return made;
}

/** The window as a picture file. */
export const paintHero = (width: HeroWidth): Promise<Buffer> =>
  paint(`hero ${width}`, () =>
    sharp(Buffer.from(heroPicture())).resize({ width }).webp({ quality: 84 }).toBuffer(),
  );

/** A mark as a square picture file. */
export const paintMark = (drawing: string, size: number): Promise<Buffer> =>
  paint(`${size} ${drawing}`, () =>
    sharp(Buffer.from(drawing), { density: 300 }).resize(size, size).png().toBuffer(),
  );
