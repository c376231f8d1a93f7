import { basket, hat, rolledMat, type Motif, type Weave } from '../../drawing/baskets.ts';
import { sage } from '../../drawing/families.ts';
import { at, together } from '../../drawing/sheet.ts';
import { grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { weaves } from '../colours.ts';

const { onTable } = studio(sage, 'baskets');
const { rust, forest } = weaves;
const collections = ['baskets-weaving'] as const;
const store = (size: number, weave: Weave, motif: Motif, pitch = 22) =>
  basket(
    [
      [0, 122 * size],
      [20, 152 * size],
      [150 * size, 180 * size],
      [265 * size, 168 * size],
    ],
    weave,
    motif,
    { strands: Math.round((28 - (pitch - 22) * 2.2) * size), pitch },
  );
const nest = (weave: Weave) =>
  together(
    at(530, 730, 1.15, store(1.1, weave, 'dipped', 26)),
    at(250, 780, 1.15, store(0.85, weave, 'dipped', 26)),
    at(445, 905, 1.15, store(0.62, weave, 'dipped', 26)),
  );

/** Hats, mats and storage baskets. */
export const hatsMatsStorage: readonly DemoProduct[] = [
  product({
    slug: 'raffia-sun-hat',
    title: 'Raffia sun hat',
    descriptionHtml: prose(
      'A wide-brimmed hat crocheted from raffia in one spiral, from the crown to the edge. Raffia is soft and does not crack, so the hat can be rolled up in a bag and shaken out again. The cotton ribbon is only tacked on at four points and comes off for washing.',
      [
        'Brim 11 cm wide, shade for face and neck',
        'Size S/M fits 55 to 57 cm, L/XL 58 to 60 cm; a drawstring inside takes up two more',
        'Sponge clean and dry on a bowl',
      ],
    ),
    vendor: 'Ambohitra Raffia',
    category: ['Clothing', 'Hats'],
    collections,
    tags: ['raffia', 'summer', 'packable'],
    attributes: {
      material: 'Raffia, cotton',
      origin: 'Madagascar',
      brimMm: 110,
      foldable: true,
      handmade: true,
    },
    optionNames: ['Size', 'Ribbon'],
    variants: grid(
      'BSK-HAT',
      [
        [
          { value: 'S/M', code: 'SM' },
          { value: 'L/XL', code: 'LX', heavier: 12 },
        ],
        [
          { value: 'Indigo', code: 'IND' },
          { value: 'Rust', code: 'RST' },
          { value: 'Black', code: 'BLK' },
        ],
      ],
      { price: 5200n, grams: 128, stock: [9, 7, 12, 4, 0, 6], barcodesFrom: 2021 },
    ),
    pictures: [
      onTable(
        'hat',
        'A wide-brimmed raffia hat with an indigo ribbon',
        at(400, 850, 1.22, hat('#e0c48c', '#2c3f56')),
      ),
      onTable('hat-rust', 'The hat with a rust ribbon', at(400, 850, 1.22, hat('#e0c48c', '#a5432d'))),
      onTable('hat-black', 'The hat with a black ribbon', at(400, 850, 1.22, hat('#e0c48c', '#2a2522'))),
    ],
  }),
  product({
    slug: 'coast-floor-mat',
    title: 'Coast floor mat',
    descriptionHtml: prose(
      'A mat of doum palm, plaited in long narrow strips that are then sewn side by side. On the coast such mats lie under almost everything: guests, children, drying cloves. It is cool under bare feet, rolls up with two ties and weighs little enough to carry to the beach.',
      [
        '90 × 180 cm or 140 × 200 cm',
        'Dyed strips run the whole length and do not rub off',
        'Sweep it, hang it in the wind, and do not leave it wet on wood',
      ],
    ),
    vendor: 'Pemba Mat House',
    category: ['Home', 'Rugs and mats'],
    collections: ['baskets-weaving', 'textiles'],
    tags: ['palm', 'floor', 'summer'],
    attributes: {
      material: 'Doum palm',
      origin: 'Tanzania',
      lengthMm: 2000,
      widthMm: 1400,
      outdoor: true,
      handmade: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'BSK-MAT',
      [
        [
          { value: '90 × 180 cm', code: '90' },
          { value: '140 × 200 cm', code: '140', plus: 2800n, heavier: 900 },
        ],
      ],
      { price: 5400n, grams: 1250, stock: [11, 6] },
    ),
    pictures: [
      onTable(
        'mat',
        'A rolled-up palm mat with a rust zigzag, tied twice',
        at(375, 810, 1.18, rolledMat(rust)),
      ),
    ],
  }),
  product({
    slug: 'sisal-storage-basket',
    title: 'Sisal storage basket',
    descriptionHtml: prose(
      'An open basket for onions, wool, letters or a house plant. Sisal is cut, combed and rolled into string on the thigh, then looped round and round without a needle, which gives a wall that is dense but supple. <strong>Each basket is numbered by its maker</strong> on a scrap of leather inside the rim.',
      [
        'Diameter 14, 20 or 26 cm',
        'Dipped in natural dye to a third of its height',
        'Spot clean; sisal does not mind a little water',
      ],
    ),
    vendor: 'Machakos Sisal Women',
    category: ['Home', 'Storage'],
    collections,
    tags: ['sisal', 'storage'],
    attributes: { material: 'Sisal', origin: 'Kenya', diameterMm: 260, heightMm: 220, handmade: true },
    optionNames: ['Size', 'Colour'],
    variants: grid(
      'BSK-SISAL',
      [
        [
          { value: 'Small', code: 'S' },
          { value: 'Medium', code: 'M', plus: 900n, heavier: 160 },
          { value: 'Large', code: 'L', plus: 2000n, heavier: 390 },
        ],
        [
          { value: 'Rust', code: 'RST' },
          { value: 'Forest', code: 'FOR' },
        ],
      ],
      { price: 1900n, grams: 180, stock: [22, 19, 14, 12, 9, 8], barcodesFrom: 2031 },
    ),
    pictures: [
      onTable(
        'sisal',
        'A sisal basket whose lower part is dyed rust',
        at(400, 850, 1.4, store(1, rust, 'dipped')),
      ),
      onTable(
        'sisal-forest',
        'The same basket dyed forest green',
        at(400, 850, 1.4, store(1, forest, 'dipped')),
      ),
    ],
  }),
  product({
    slug: 'nest-of-three-baskets',
    title: 'Nest of three sisal baskets',
    descriptionHtml: prose(
      'One small, one medium and one large sisal basket in the same dye, packed inside each other and sent in one box. They come from the same maker and the same vat, so the colours match more closely than three bought one by one. In the hall, the large one takes scarves, the middle one post and the small one keys.',
      [
        'A set of the three sizes of our sisal storage basket',
        'Saves a tenth on the single prices',
        'Nested height 22 cm',
      ],
    ),
    vendor: 'Machakos Sisal Women',
    category: ['Home', 'Storage'],
    collections,
    tags: ['sisal', 'storage', 'set', 'gift'],
    attributes: { material: 'Sisal', origin: 'Kenya', pieces: 3, heightMm: 220, handmade: true },
    optionNames: ['Colour'],
    variants: [
      {
        sku: 'BSK-NEST-RST',
        options: ['Rust'],
        priceMinor: 7700n,
        compareAtMinor: 8600n,
        weightGrams: 1090,
        stock: 9,
        kit: [
          { sku: 'BSK-SISAL-S-RST', quantity: 1 },
          { sku: 'BSK-SISAL-M-RST', quantity: 1 },
          { sku: 'BSK-SISAL-L-RST', quantity: 1 },
        ],
      },
      {
        sku: 'BSK-NEST-FOR',
        options: ['Forest'],
        priceMinor: 7700n,
        compareAtMinor: 8600n,
        weightGrams: 1090,
        stock: 8,
        kit: [
          { sku: 'BSK-SISAL-S-FOR', quantity: 1 },
          { sku: 'BSK-SISAL-M-FOR', quantity: 1 },
          { sku: 'BSK-SISAL-L-FOR', quantity: 1 },
        ],
      },
    ],
    pictures: [
      onTable('nest', 'Three rust-dipped sisal baskets in three sizes', nest(rust)),
      onTable('nest-forest', 'The three baskets in forest green', nest(forest)),
    ],
  }),
];
