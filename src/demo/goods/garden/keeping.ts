import { green } from '../../drawing/families.ts';
import { birdHouse, broom, gloves, twine } from '../../drawing/garden.ts';
import { planter } from '../../drawing/pots.ts';
import { branch, bush } from '../../drawing/plants.ts';
import { at, together } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';

const { onTable, flat } = studio(green, 'garden');
const collections = ['garden'] as const;
const sprouts = together(
  at(-70, 0, 1, branch(190, -60, '#6b8a52', 4, 60)),
  at(70, 0, 1, branch(200, 60, '#6b8a52', 4, 60)),
  branch(270, 6, '#5d7a4a', 5, 66),
);

/** Bird houses, twine, brooms, planters and gloves. */
export const gardenKeeping: readonly DemoProduct[] = [
  product({
    slug: 'calabash-bird-house',
    title: 'Calabash bird house',
    descriptionHtml: prose(
      'A nesting box that grew on a vine. The calabash is dried for a season, opened, scraped clean and sealed outside with linseed oil; inside it stays rough, so that fledglings can climb. The entrance is 32 mm wide, which suits tits and sparrows and keeps out larger guests.',
      [
        'Height about 28 cm, on two metres of waxed cord',
        'Hang it facing east, out of reach of cats',
        'Drain holes in the base; clean it out every autumn with hot water',
      ],
    ),
    vendor: 'Casamance Calabash',
    category: ['Garden', 'Birds'],
    collections,
    tags: ['calabash', 'outdoor', 'gift'],
    attributes: {
      material: 'Calabash',
      origin: 'Senegal',
      heightMm: 280,
      openingMm: 32,
      outdoor: true,
      handmade: true,
    },
    optionNames: [],
    variants: single('GAR-BIRD', { price: 2700n, grams: 410, stock: [15], barcodesFrom: 7041 }),
    pictures: [
      flat(
        'bird',
        'A calabash bird house on a cord with a blue bird at its entrance',
        at(400, 790, 1.35, birdHouse('#c08a45', '#34648a')),
      ),
    ],
  }),
  product({
    slug: 'garden-twine',
    title: 'Garden twine on a reel',
    descriptionHtml: prose(
      'Three-ply sisal twine for tying up tomatoes, parcels and gates. It holds for two seasons and then rots away, so what you forget on the stem does no harm. The reel is turned from prunings and has a hole through the middle for a stick or a belt.',
      [
        '100 or 250 metres, 3 mm thick',
        'Untreated, without oil or dye',
        'Refill hanks fit the same reel, which is why we sell it only once to most people',
      ],
    ),
    vendor: 'Machakos Sisal Women',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['sisal', 'refillable', 'under-30'],
    attributes: { material: 'Sisal, wood', origin: 'Kenya', lengthM: 100, compostable: true, outdoor: true },
    optionNames: ['Length'],
    variants: grid(
      'GAR-TWINE',
      [
        [
          { value: '100 m', code: '100' },
          { value: '250 m', code: '250', plus: 700n, heavier: 480 },
        ],
      ],
      { price: 980n, grams: 390, stock: [36, 20], barcodesFrom: 7051 },
    ),
    pictures: [
      onTable(
        'twine',
        'A wooden reel of pale twine with its loose end in front',
        at(400, 800, 1.55, twine('#c9b078', '#a1744b')),
      ),
    ],
  }),
  product({
    slug: 'grass-hand-broom',
    title: 'Grass hand broom',
    descriptionHtml: prose(
      'A short broom of mountain grass, bound so tightly with dyed cord that it needs neither wire nor glue. Soft at the tips and springy at the root, it sweeps sand from a threshold and crumbs from a table equally well. Stand it on its handle, or hang it up; standing on its tips would bend them.',
      [
        'Length 62 cm, width 30 cm',
        'Shake it out, and once a year wash it in salt water',
        'All of it can go on the compost in the end',
      ],
    ),
    vendor: 'Maluti Broom Makers',
    category: ['Home', 'Small things'],
    collections,
    tags: ['grass', 'household', 'under-30'],
    attributes: {
      material: 'Mountain grass, cotton cord',
      origin: 'Lesotho',
      lengthMm: 620,
      widthMm: 300,
      compostable: true,
      handmade: true,
    },
    optionNames: [],
    variants: single('GAR-BROOM', { price: 1800n, grams: 280, stock: [19], barcodesFrom: 7061 }),
    pictures: [
      flat(
        'broom',
        'A fan-shaped grass broom bound with red cord, hanging by its loop',
        at(400, 500, 1.02, broom('#d2b468', '#8f3d2a')),
      ),
    ],
  }),
  product({
    slug: 'planter-on-legs',
    title: 'Planter on legs',
    descriptionHtml: prose(
      'A rounded stoneware bowl held by three mninga legs, for the plant that deserves a place of its own. The legs screw into wooden plugs in the base and can be left off. The inside is glazed without a hole, so use an inner pot, or put gravel at the bottom and water with care.',
      [
        'Bowl 30 cm wide, 20 cm deep; height on legs 38 cm',
        'Plant not included',
        'Felt under the legs; keep indoors or under a roof',
      ],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Garden', 'Pots'],
    collections: ['garden', 'ceramics'],
    tags: ['stoneware', 'wood', 'indoor'],
    attributes: {
      material: 'Stoneware, mninga wood',
      origin: 'Zimbabwe',
      diameterMm: 300,
      heightMm: 380,
      outdoor: false,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid(
      'GAR-PLANTER',
      [
        [
          { value: 'Indigo', code: 'IND' },
          { value: 'Bone', code: 'BON' },
          { value: 'Terracotta', code: 'TER' },
        ],
      ],
      { price: 8400n, grams: 4100, stock: [5, 6, 3], barcodesFrom: 7071, was: { 'GAR-PLANTER-TER': 9800n } },
    ),
    pictures: [
      onTable(
        'planter',
        'An indigo planter on three wooden legs with a tall plant',
        at(400, 890, 1.28, planter('#34506e', '#a1744b', bush(11, 350, 28, '#55734f', 130))),
      ),
      onTable(
        'planter-bone',
        'The planter in bone with young branches',
        at(400, 890, 1.28, planter('#e9dcc6', '#a1744b', sprouts)),
      ),
      onTable(
        'planter-terracotta',
        'The planter in terracotta',
        at(400, 890, 1.28, planter('#b8593a', '#a1744b', bush(11, 350, 28, '#55734f', 130))),
      ),
    ],
  }),
  product({
    slug: 'canvas-garden-gloves',
    title: 'Canvas garden gloves',
    descriptionHtml: prose(
      'Gloves of unbleached canvas with a second layer of waxed cotton where the handle rubs. Cut with a seam along the side of the finger, not over the tip, so you can still feel a weed by its stem. <strong>The size run is being corrected by our sewers,</strong> which is why this page is not public yet.',
      [
        'Sizes 7, 8 and 9',
        'Machine wash at 40 °C, wax the palms again once a year',
        'Long cuff that keeps out soil',
      ],
    ),
    vendor: 'Harar Cotton House',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['cotton', 'canvas', 'outdoor'],
    attributes: {
      material: 'Cotton canvas',
      origin: 'Ethiopia',
      washTemperatureC: 40,
      outdoor: true,
      handmade: false,
    },
    optionNames: ['Size'],
    variants: grid(
      'GAR-GLOVE',
      [
        [
          { value: '7', code: '7' },
          { value: '8', code: '8' },
          { value: '9', code: '9' },
        ],
      ],
      { price: 1600n, grams: 110, stock: [12, 12, 12] },
    ),
    pictures: [
      flat(
        'gloves',
        'A pair of canvas garden gloves with green palms and cuffs',
        at(400, 510, 1.3, gloves('#d9cba8', '#5a6b4a')),
      ),
    ],
    status: 'draft',
  }),
];
