import { beaker, type Glaze } from '../../drawing/ceramics.ts';
import { budVase, jar, vase } from '../../drawing/vases.ts';
import { sand } from '../../drawing/families.ts';
import { branch, flower, grasses } from '../../drawing/plants.ts';
import { at, together } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { glazes } from '../colours.ts';

const { onTable } = studio(sand, 'ceramics');
const { terracotta, bone, indigo, sage, ochre } = glazes;
const collections = ['ceramics'] as const;
const red = { value: 'Terracotta', code: 'TER' };
const white = { value: 'Bone', code: 'BON' };
const blue = { value: 'Indigo', code: 'IND' };
const green = { value: 'Sage', code: 'SAG' };
const yellow = { value: 'Ochre', code: 'OCH' };
const beakers = (one: Glaze, two: Glaze, three: Glaze) =>
  together(at(310, 770, 1.3, beaker(one)), at(540, 800, 1.3, beaker(two)), at(330, 900, 1.3, beaker(three)));

/** Beakers, vases and jars. */
export const homeCeramics: readonly DemoProduct[] = [
  product({
    slug: 'dipped-beakers',
    title: 'Dipped beakers, set of three',
    descriptionHtml: prose(
      'Straight-sided beakers for water, wine or a short coffee. Each one is held by the foot and dipped, which leaves a line of glaze at a slightly different height every time. The bare clay below the line gives a good grip and stays pleasant to the touch when the drink is hot.',
      [
        'Each holds 240 ml',
        'Three beakers in one glaze, packed in shredded paper',
        'Dishwasher safe; lift them out before the last steam if you want the clay to stay pale',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Table', 'Cups and beakers'],
    collections,
    tags: ['stoneware', 'set', 'gift'],
    attributes: {
      material: 'Stoneware',
      origin: 'South Africa',
      capacityMl: 240,
      heightMm: 95,
      pieces: 3,
      dishwasherSafe: true,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid('CER-BEAKER', [[white, red, blue, green]], {
      price: 4200n,
      grams: 750,
      stock: [18, 12, 3, 15],
      barcodesFrom: 1041,
      was: { 'CER-BEAKER-SAG': 4900n },
    }),
    pictures: [
      onTable('beakers', 'Three bone beakers, each dipped to a different height', beakers(bone, bone, bone)),
      onTable(
        'beakers-terracotta',
        'Three beakers in terracotta',
        beakers(terracotta, terracotta, terracotta),
      ),
      onTable('beakers-indigo', 'Three beakers in indigo', beakers(indigo, indigo, indigo)),
    ],
  }),
  product({
    slug: 'zigzag-vase',
    title: 'Zigzag vase, 38 cm',
    descriptionHtml: prose(
      'A tall, shouldered vase with a band of bare clay round its widest part. The zigzag is cut through the white slip with a bamboo point in one continuous movement; where beginning and end meet, the potter leaves a small gap as her mark. Heavy enough to carry a branch of blossom without tipping.',
      [
        'Height 38 cm, opening 5 cm',
        'Glazed inside and watertight',
        'The band is waxed; wipe it with a dry cloth',
      ],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Home', 'Vases'],
    collections,
    tags: ['stoneware', 'vase', 'signed'],
    attributes: {
      material: 'Stoneware',
      origin: 'Zimbabwe',
      heightMm: 380,
      openingMm: 50,
      watertight: true,
      handmade: true,
    },
    optionNames: [],
    variants: single('CER-VASE-ZIG', { price: 11800n, grams: 2350, stock: [4], barcodesFrom: 1051 }),
    pictures: [
      onTable(
        'vase',
        'A tall bone vase with a clay zigzag band, holding a leafy branch',
        at(390, 880, 1.05, vase(bone, branch(340, 120, '#6f8055', 7, 76))),
      ),
      onTable(
        'vase-grass',
        'The same vase with dry grasses',
        at(400, 880, 1.05, vase(bone, grasses(330, '#b58a4a'))),
      ),
    ],
  }),
  product({
    slug: 'single-stem-vase',
    title: 'Single-stem vase',
    descriptionHtml: prose(
      'A small, round-bellied vase for the one flower that was worth picking. The neck is narrow enough to hold a stem upright and wide enough for a bottle brush. Three or four in different colours make a good row on a windowsill, which is why we sell them without a set price.',
      [
        'Height 17 cm, belly 14 cm',
        'Holds a cup of water and is watertight',
        'Felt dots under the foot protect wooden furniture',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Home', 'Vases'],
    collections,
    tags: ['stoneware', 'vase', 'gift', 'under-30'],
    attributes: {
      material: 'Stoneware',
      origin: 'South Africa',
      diameterMm: 140,
      heightMm: 170,
      watertight: true,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid('CER-BUD', [[red, yellow, blue, green]], {
      price: 2200n,
      grams: 410,
      stock: [20, 16, 11, 2],
      barcodesFrom: 1061,
    }),
    pictures: [
      onTable(
        'bud',
        'A round terracotta vase with one yellow flower',
        at(400, 860, 1.36, budVase(terracotta, flower(215, 40, '#e8b04a', '#6b3a1e', '#6f8055'))),
      ),
      onTable(
        'bud-ochre',
        'The same vase in ochre with a red flower',
        at(400, 860, 1.36, budVase(ochre, flower(215, -36, '#b9402f', '#3b2a1e', '#6f8055'))),
      ),
      onTable(
        'bud-indigo',
        'The same vase in indigo with a white flower',
        at(400, 860, 1.36, budVase(indigo, flower(215, 40, '#f4ead6', '#d19a3d', '#6f8055'))),
      ),
    ],
  }),
  product({
    slug: 'pantry-jar',
    title: 'Pantry jar with lid',
    descriptionHtml: prose(
      'Straight jars for flour, rice, sugar and the end of a good loaf. The lid sits in a groove and is ground to its own jar, so it closes closely without rubber. Clay breathes a little, which keeps salt from caking and bread from sweating. <strong>The three sizes share one diameter and look well in a row.</strong>',
      [
        '0.6, 1.2 or 2 litres',
        'Dishwasher safe; let the lid dry before closing',
        'Lid and jar carry the same number, scratched into the clay',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Kitchen', 'Storage'],
    collections: ['ceramics', 'kitchen-coffee'],
    tags: ['stoneware', 'storage'],
    attributes: {
      material: 'Stoneware',
      origin: 'South Africa',
      diameterMm: 130,
      capacityMl: 2000,
      dishwasherSafe: true,
      handmade: true,
    },
    optionNames: ['Capacity'],
    variants: grid(
      'CER-JAR',
      [
        [
          { value: '0.6 l', code: '06' },
          { value: '1.2 l', code: '12', plus: 900n, heavier: 310 },
          { value: '2 l', code: '20', plus: 1900n, heavier: 720 },
        ],
      ],
      { price: 2900n, grams: 640, stock: [24, 17, 10], barcodesFrom: 1071 },
    ),
    pictures: [
      onTable(
        'jars',
        'Three lidded jars of different heights in indigo, sage and bone',
        together(
          at(430, 730, 1.05, jar(indigo, 360, 118)),
          at(600, 830, 1.05, jar(sage, 240, 118)),
          at(265, 880, 1.1, jar(bone, 170, 124)),
        ),
      ),
      onTable('jar', 'The tall jar on its own', at(400, 870, 1.3, jar(indigo, 350, 125))),
    ],
  }),
];
