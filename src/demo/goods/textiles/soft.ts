import { apron, cushion, folded, hanging } from '../../drawing/cloth.ts';
import { rose } from '../../drawing/families.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { fabrics } from '../colours.ts';

const { onTable, flat } = studio(rose, 'textiles');
const { harbour, indigo, rust, natural, ochre, moss } = fabrics;
const collections = ['textiles'] as const;
const crosses = (ground: string, mark: string) => ({ ground, stripes: [[0, 0, mark]] }) as const;

/** Throws, towels, cushions and aprons. */
export const softTextiles: readonly DemoProduct[] = [
  product({
    slug: 'strip-woven-throw',
    title: 'Strip-woven throw',
    descriptionHtml: prose(
      'A cotton throw made the old West African way: a strip as wide as a hand is woven on a narrow loom, some forty metres of it, then cut and sewn edge to edge. The seams are part of the drawing and make the cloth hang straight. <strong>Heavy enough for a cool night, plain enough to live with.</strong>',
      [
        '130 × 190 cm, fringed at both ends',
        'Hand-spun and mill-spun cotton',
        'Machine wash at 30 °C; indigo gives off a little colour the first two times',
      ],
    ),
    vendor: 'Sahel Loom Works',
    category: ['Home', 'Throws and cushions'],
    collections,
    tags: ['cotton', 'handwoven', 'bestseller'],
    attributes: {
      material: 'Cotton',
      origin: 'Burkina Faso',
      lengthMm: 1900,
      widthMm: 1300,
      washTemperatureC: 30,
      handmade: true,
    },
    optionNames: ['Colour'],
    variants: grid(
      'TEX-THROW',
      [
        [
          { value: 'Indigo', code: 'IND' },
          { value: 'Natural', code: 'NAT' },
          { value: 'Rust', code: 'RST' },
        ],
      ],
      { price: 9800n, grams: 1150, stock: [7, 11, 5], barcodesFrom: 3001, was: { 'TEX-THROW-RST': 11800n } },
    ),
    pictures: [
      onTable(
        'throw',
        'An indigo throw with pale stripes, folded, its fringe hanging over the front',
        at(400, 840, 1.4, folded(indigo, 440, 5, 46, 'fringe')),
      ),
      onTable(
        'throw-natural',
        'The throw in natural with brown stripes',
        at(400, 840, 1.4, folded(natural, 440, 5, 46, 'fringe')),
      ),
      onTable('throw-rust', 'The throw in rust', at(400, 840, 1.4, folded(rust, 440, 5, 46, 'fringe'))),
    ],
  }),
  product({
    slug: 'bath-house-towel',
    title: 'Bath-house towel',
    descriptionHtml: prose(
      'A flat-woven towel that dries fast, packs small and grows softer for years. The weave is loose in the middle, where it drinks, and firm at the ends, where the stripes are. Use it after the bath, on the beach, round the shoulders or under a picnic.',
      [
        '90 × 170 cm with knotted fringe',
        'Wash once before first use; it drinks better from then on',
        'No softener, please: it seals the yarn',
        'Machine wash at 60 °C, line dry',
      ],
    ),
    vendor: 'Harar Cotton House',
    category: ['Home', 'Bath'],
    collections,
    tags: ['cotton', 'handwoven', 'summer'],
    attributes: {
      material: 'Cotton',
      origin: 'Ethiopia',
      lengthMm: 1700,
      widthMm: 900,
      washTemperatureC: 60,
      handmade: true,
    },
    optionNames: ['Colour'],
    variants: grid(
      'TEX-TOWEL',
      [
        [
          { value: 'Harbour', code: 'HRB' },
          { value: 'Ochre', code: 'OCH' },
          { value: 'Moss', code: 'MOS' },
        ],
      ],
      { price: 3200n, grams: 380, stock: [26, 14, 18], barcodesFrom: 3011 },
    ),
    pictures: [
      flat(
        'towel',
        'A pale towel with blue and red stripes hanging from a wooden peg',
        at(400, 170, 1.12, hanging(harbour, 340, 630, 'fringe')),
      ),
      flat('towel-ochre', 'The towel in ochre', at(400, 170, 1.12, hanging(ochre, 340, 630, 'fringe'))),
      flat('towel-moss', 'The towel in moss green', at(400, 170, 1.12, hanging(moss, 340, 630, 'fringe'))),
    ],
  }),
  product({
    slug: 'mud-cloth-cushion',
    title: 'Mud-cloth cushion cover',
    descriptionHtml: prose(
      'A cushion cover of hand-woven cotton, patterned with fermented river mud. The mud is painted round the crosses, not over them: what looks like a mark is the cloth that was left alone. Iron in the mud and tannin from leaves make the colour, and neither washes out. The back is plain, with a coconut button.',
      ['45 × 45 cm or 40 × 60 cm', 'Cover only; fits a standard pad', 'Wash by hand, cold, on its own'],
    ),
    vendor: 'Sahel Loom Works',
    category: ['Home', 'Throws and cushions'],
    collections,
    tags: ['cotton', 'mud-cloth', 'handwoven'],
    attributes: { material: 'Cotton', origin: 'Mali', widthMm: 450, washTemperatureC: 20, handmade: true },
    optionNames: ['Size', 'Colour'],
    variants: grid(
      'TEX-CUSH',
      [
        [
          { value: '45 × 45 cm', code: '45' },
          { value: '40 × 60 cm', code: '60', plus: 300n, heavier: 30 },
        ],
        [
          { value: 'Ochre', code: 'OCH' },
          { value: 'Charcoal', code: 'CHA' },
        ],
      ],
      { price: 3600n, grams: 260, stock: [12, 15, 8, 2], barcodesFrom: 3021 },
    ),
    pictures: [
      onTable(
        'cushion',
        'An ochre cushion with rows of pale crosses',
        at(400, 870, 1.25, cushion(crosses('#c9873a', '#f2e6d2'), 450, 'cross')),
      ),
      onTable(
        'cushion-charcoal',
        'The cushion in charcoal',
        at(400, 870, 1.25, cushion(crosses('#3d3733', '#efe3cf'), 450, 'cross')),
      ),
      onTable(
        'cushion-oblong',
        'The oblong cushion in charcoal',
        at(400, 840, 1.25, cushion(crosses('#3d3733', '#efe3cf'), 350, 'cross', 1.45)),
      ),
    ],
  }),
  product({
    slug: 'workshop-apron',
    title: 'Workshop apron',
    descriptionHtml: prose(
      'A cross between a cook’s and a carpenter’s apron, cut from heavy canvas that softens with use. The neck strap is one long cord that runs through both sides, so it adjusts itself when you tie the back. The pocket is divided in two: one side for a cloth, the other for whatever you keep losing.',
      [
        'One size, 72 × 88 cm',
        'Canvas of 340 g per square metre, double-stitched',
        'Machine wash at 60 °C, shrinks by about two per cent',
      ],
    ),
    vendor: 'Harar Cotton House',
    category: ['Clothing', 'Aprons'],
    collections: ['textiles', 'kitchen-coffee'],
    tags: ['cotton', 'canvas', 'kitchen'],
    attributes: {
      material: 'Cotton canvas',
      origin: 'Ethiopia',
      lengthMm: 880,
      widthMm: 720,
      washTemperatureC: 60,
      handmade: false,
    },
    optionNames: ['Colour'],
    variants: grid(
      'TEX-APRON',
      [
        [
          { value: 'Sage', code: 'SAG' },
          { value: 'Indigo', code: 'IND' },
          { value: 'Rust', code: 'RST' },
        ],
      ],
      { price: 4400n, grams: 420, stock: [17, 13, 9], barcodesFrom: 3031 },
    ),
    pictures: [
      flat(
        'apron',
        'A sage canvas apron with dark straps and a divided pocket',
        at(400, 235, 1.08, apron('#7d8f86', '#3b2a22')),
      ),
      flat('apron-indigo', 'The apron in indigo', at(400, 235, 1.08, apron('#3b5573', '#d8c9ad'))),
      flat('apron-rust', 'The apron in rust', at(400, 235, 1.08, apron('#a9553a', '#3b2a22'))),
    ],
  }),
];
