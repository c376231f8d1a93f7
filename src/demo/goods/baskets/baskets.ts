import { handFan, lidded, marketBasket, tray } from '../../drawing/baskets.ts';
import { sage } from '../../drawing/families.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { weaves } from '../colours.ts';

const { onTable, flat } = studio(sage, 'baskets');
const { rust, indigo, forest } = weaves;
const collections = ['baskets-weaving'] as const;

/** Market and laundry baskets, trays and fans. */
export const carriedBaskets: readonly DemoProduct[] = [
  product({
    slug: 'market-basket',
    title: 'Market basket with leather handles',
    descriptionHtml: prose(
      'A round shopping basket of veta vera grass, split, twisted and woven wet by the women of a cooperative near Bolgatanga. The handles are wound with goatskin and stitched by the leather workers next door. <strong>It carries ten kilos and springs back into shape</strong> if you dip it in water and press it with your hands.',
      [
        'One basket takes about four days to make',
        'Two sizes: for bread and fruit, or for the whole week',
        'Keep it dry and out of the midday sun, and it lasts for years',
      ],
    ),
    vendor: 'Tindama Weavers',
    category: ['Bags and baskets', 'Market baskets'],
    collections,
    tags: ['grass', 'leather', 'bestseller'],
    attributes: {
      material: 'Veta vera grass, goatskin',
      origin: 'Ghana',
      diameterMm: 400,
      loadKg: 10,
      handmade: true,
    },
    optionNames: ['Size', 'Pattern'],
    variants: grid(
      'BSK-MARKET',
      [
        [
          { value: 'Medium', code: 'M' },
          { value: 'Large', code: 'L', plus: 1300n, heavier: 290 },
        ],
        [
          { value: 'Rust steps', code: 'RST' },
          { value: 'Indigo diamonds', code: 'IND' },
        ],
      ],
      { price: 4600n, grams: 720, stock: [16, 12, 9, 3], barcodesFrom: 2001 },
    ),
    pictures: [
      onTable(
        'market',
        'A round market basket with rust steps and two leather handles',
        at(400, 860, 1.3, marketBasket(rust, 'steps', '#5a3020')),
      ),
      onTable(
        'market-indigo',
        'The same basket with indigo diamonds',
        at(400, 860, 1.3, marketBasket(indigo, 'diamonds', '#3b2a22')),
      ),
    ],
  }),
  product({
    slug: 'lidded-laundry-basket',
    title: 'Laundry basket with lid',
    descriptionHtml: prose(
      'A tall coiled basket for washing, blankets or toys. Bundles of grass are laid in a spiral and sewn together with strips of palm leaf, stitch by stitch, which makes the wall firm enough to stand up on its own when empty. The lid lifts off in one hand and leaves air to move.',
      [
        'Medium holds 35 litres, large 60 litres',
        'Natural grass smells of hay for the first weeks',
        'A cotton lining can be sewn in; there are loops inside the rim',
      ],
    ),
    vendor: 'Lukanga Basket Circle',
    category: ['Home', 'Storage'],
    collections,
    tags: ['grass', 'storage', 'laundry'],
    attributes: {
      material: 'Grass, ilala palm',
      origin: 'Zambia',
      diameterMm: 380,
      heightMm: 560,
      capacityLitres: 60,
      handmade: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'BSK-LAUNDRY',
      [
        [
          { value: 'Medium', code: 'M' },
          { value: 'Large', code: 'L', plus: 3400n, heavier: 1150 },
        ],
      ],
      { price: 8900n, grams: 2100, stock: [5, 4], was: { 'BSK-LAUNDRY-L': 13900n } },
    ),
    pictures: [
      onTable(
        'laundry',
        'A tall lidded basket with two indigo bands',
        at(400, 890, 1.3, lidded(indigo, 'bands')),
      ),
    ],
  }),
  product({
    slug: 'coiled-wall-tray',
    title: 'Coiled tray, 36 cm',
    descriptionHtml: prose(
      'A shallow tray for bread or fruit that many people end up hanging on the wall. The spiral is sewn from the centre outwards, and the dark arms are not painted but stitched in with dyed palm, so they show on both sides. A loop for hanging is worked into the rim.',
      [
        'Diameter 36 cm, depth 5 cm',
        'Dyes: boiled roots and bark for the browns, indigo leaf for the blue',
        'Wipe with a damp cloth and dry flat',
      ],
    ),
    vendor: 'Lukanga Basket Circle',
    category: ['Home', 'Wall'],
    collections,
    tags: ['grass', 'palm', 'wall', 'gift'],
    attributes: {
      material: 'Grass, ilala palm',
      origin: 'Zambia',
      diameterMm: 360,
      heightMm: 50,
      foodSafe: true,
      handmade: true,
    },
    optionNames: ['Pattern'],
    variants: grid(
      'BSK-TRAY',
      [
        [
          { value: 'Rust wheel', code: 'RST' },
          { value: 'Indigo star', code: 'IND' },
          { value: 'Forest petals', code: 'FOR' },
        ],
      ],
      { price: 3800n, grams: 340, stock: [13, 8, 10], barcodesFrom: 2011 },
    ),
    pictures: [
      flat(
        'tray',
        'A round coiled tray with seven rust-coloured arms turning like a wheel',
        at(400, 500, 1.06, tray(rust, 310, 7)),
      ),
      flat(
        'tray-indigo',
        'The tray with a straight indigo star',
        at(400, 500, 1.06, tray(indigo, 310, 6, 0)),
      ),
      flat(
        'tray-forest',
        'The tray with forest-green petals',
        at(400, 500, 1.06, tray(forest, 310, 9, -0.04)),
      ),
    ],
  }),
  product({
    slug: 'palm-hand-fan',
    title: 'Palm hand fan',
    descriptionHtml: prose(
      'A stiff, light fan plaited from split palm leaf on a whittled handle. It was made to wake up charcoal and does that better than any bellows; on a hot evening it does the same for people. The edge is bound with dyed cord, and the grip is wrapped so that it does not slip in a damp hand.',
      [
        'Length 46 cm, blade 26 cm',
        'Weighs less than a pencil case',
        'Last year’s pattern: we are no longer ordering it and keep this page for those who bought one',
      ],
    ),
    vendor: 'Tindama Weavers',
    category: ['Home', 'Small things'],
    collections,
    tags: ['palm', 'summer'],
    attributes: { material: 'Palm leaf, wood', origin: 'Ghana', heightMm: 460, handmade: true },
    optionNames: ['Edge'],
    variants: grid(
      'BSK-FAN',
      [
        [
          { value: 'Indigo', code: 'IND' },
          { value: 'Rust', code: 'RST' },
        ],
      ],
      { price: 1400n, grams: 120, stock: [0, 0] },
    ),
    pictures: [
      flat(
        'fan',
        'A plaited hand fan with an indigo diamond and a wrapped handle',
        at(400, 475, 1.1, handFan(indigo)),
      ),
    ],
    status: 'archived',
  }),
];
