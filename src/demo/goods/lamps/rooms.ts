import { dusk } from '../../drawing/families.ts';
import { paperGlobe, pendant, tableLamp } from '../../drawing/lamps.ts';
import { gourd } from '../../drawing/lanterns.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';

const { onTable, flat } = studio(dusk, 'lamps');
const collections = ['lamps'] as const;

/** Table lamps, pendants and globes. */
export const roomLamps: readonly DemoProduct[] = [
  product({
    slug: 'evening-table-lamp',
    title: 'Evening table lamp',
    descriptionHtml: prose(
      'A round stoneware base and a shade of undyed linen, made for the corner of a sideboard or beside a bed. The linen is stretched over a frame without plastic backing, so the light comes through it and not only out of it. A dimmer sits on the textile cable, a hand’s width from the plug.',
      [
        'Height 46 cm, shade 32 cm',
        'E27 socket, up to 8 W LED, bulb included',
        'Plug for the EU; adapters for the UK and South Africa on request',
      ],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Lighting', 'Table lamps'],
    collections: ['lamps', 'ceramics'],
    tags: ['stoneware', 'linen', 'bestseller'],
    attributes: {
      material: 'Stoneware, linen',
      origin: 'Zimbabwe',
      heightMm: 460,
      diameterMm: 320,
      socket: 'E27',
      maxWatt: 8,
      dimmable: true,
    },
    optionNames: ['Base'],
    variants: grid(
      'LMP-EVENING',
      [
        [
          { value: 'Terracotta', code: 'TER' },
          { value: 'Bone', code: 'BON' },
          { value: 'Indigo', code: 'IND' },
        ],
      ],
      {
        price: 12900n,
        grams: 2600,
        stock: [6, 5, 3],
        barcodesFrom: 5001,
        was: { 'LMP-EVENING-IND': 14900n },
      },
    ),
    pictures: [
      onTable(
        'evening',
        'A lit table lamp with a terracotta base and a linen shade',
        at(400, 880, 1.42, tableLamp('#b8593a', '#efe0c4')),
      ),
      onTable(
        'evening-bone',
        'The lamp with a bone base',
        at(400, 880, 1.42, tableLamp('#e9dcc6', '#efe0c4')),
      ),
      onTable(
        'evening-indigo',
        'The lamp with an indigo base',
        at(400, 880, 1.42, tableLamp('#4a6c90', '#efe0c4')),
      ),
    ],
  }),
  product({
    slug: 'woven-dome-pendant',
    title: 'Woven dome pendant',
    descriptionHtml: prose(
      'A hanging lamp of veta vera grass, woven by the same hands as our market baskets, over a wire form that is taken out afterwards. By day it is a quiet basket upside down; in the evening it throws a net of fine shadows over the ceiling and a clear circle on the table.',
      [
        'Diameter 40 or 55 cm',
        'Two metres of textile cable and a brass-coloured ceiling cup',
        'E27 socket, up to 12 W LED; bulb not included',
        'Dust with a dry brush',
      ],
    ),
    vendor: 'Tindama Weavers',
    category: ['Lighting', 'Pendants'],
    collections: ['lamps', 'baskets-weaving'],
    tags: ['grass', 'pendant'],
    attributes: {
      material: 'Veta vera grass',
      origin: 'Ghana',
      diameterMm: 550,
      heightMm: 300,
      socket: 'E27',
      maxWatt: 12,
      dimmable: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'LMP-DOME',
      [
        [
          { value: '40 cm', code: '40' },
          { value: '55 cm', code: '55', plus: 4000n, heavier: 620 },
        ],
      ],
      { price: 8900n, grams: 980, stock: [8, 4], barcodesFrom: 5011 },
    ),
    pictures: [
      flat(
        'dome',
        'A lit woven dome hanging from a cord, casting a cone of light',
        at(400, 500, 1.3, pendant('#d9ae68')),
      ),
    ],
  }),
  product({
    slug: 'paper-globe',
    title: 'Paper globe lantern',
    descriptionHtml: prose(
      'A round lantern of mulberry paper over split bamboo, folded flat for the journey and opened with a wire. The paper is made by hand from bark that grows back every year; held against the light, you can see the fibres. It gives the softest light in the shop and costs the least.',
      [
        'Diameter 30, 45 or 60 cm',
        'Comes without cable; fits every pendant with an E27 ring',
        'For LED bulbs only, up to 10 W',
        'Folded thickness 4 cm',
      ],
    ),
    vendor: 'Kigamboni Print Shop',
    category: ['Lighting', 'Pendants'],
    collections: ['lamps', 'paper-writing'],
    tags: ['paper', 'pendant', 'under-30'],
    attributes: {
      material: 'Mulberry paper, bamboo',
      origin: 'Tanzania',
      diameterMm: 450,
      socket: 'E27',
      maxWatt: 10,
      dimmable: true,
    },
    optionNames: ['Diameter'],
    variants: grid(
      'LMP-GLOBE',
      [
        [
          { value: '30 cm', code: '30' },
          { value: '45 cm', code: '45', plus: 600n, heavier: 90 },
          { value: '60 cm', code: '60', plus: 1400n, heavier: 210 },
        ],
      ],
      { price: 1600n, grams: 160, stock: [25, 18, 2], barcodesFrom: 5021 },
    ),
    pictures: [
      flat(
        'globe',
        'A glowing round paper lantern with bamboo ribs',
        at(400, 470, 1.25, paperGlobe('#f3e8d2')),
      ),
    ],
  }),
  product({
    slug: 'calabash-lamp',
    title: 'Pierced calabash lamp',
    descriptionHtml: prose(
      'A dried calabash, emptied, oiled and pierced with some four hundred holes in rings and flowers. Lit from inside, it covers the walls with points of light. Every fruit grows into its own shape, so each lamp is drilled to a pattern that fits it and no two can be the same.',
      [
        'Height 28 to 34 cm, as the fruit grew',
        'LED insert with cable and switch included',
        'Harvested once a year; <strong>the next lamps are ready in May</strong>',
      ],
    ),
    vendor: 'Casamance Calabash',
    category: ['Lighting', 'Table lamps'],
    collections,
    tags: ['calabash', 'gift', 'one-of-a-kind'],
    attributes: {
      material: 'Calabash',
      origin: 'Senegal',
      heightMm: 310,
      maxWatt: 3,
      dimmable: false,
      handmade: true,
    },
    optionNames: [],
    variants: single('LMP-CALABASH', { price: 9400n, grams: 760, stock: [0], barcodesFrom: 5031 }),
    pictures: [
      onTable(
        'calabash',
        'A pierced calabash lamp throwing points of light on the wall',
        at(400, 870, 1.36, gourd('#b3702f')),
      ),
    ],
  }),
];
