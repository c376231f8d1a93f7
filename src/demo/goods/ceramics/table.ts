import { bowl, jug, plates, teapot } from '../../drawing/ceramics.ts';
import { sand } from '../../drawing/families.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { glazes } from '../colours.ts';

const { onTable } = studio(sand, 'ceramics');
const { terracotta, bone, indigo, sage } = glazes;
const collections = ['ceramics'] as const;
const red = { value: 'Terracotta', code: 'TER' };
const white = { value: 'Bone', code: 'BON' };
const blue = { value: 'Indigo', code: 'IND' };
const green = { value: 'Sage', code: 'SAG' };

/** Bowls, plates, jugs and teapots. */
export const tableCeramics: readonly DemoProduct[] = [
  product({
    slug: 'hillside-serving-bowl',
    title: 'Hillside serving bowl',
    descriptionHtml: prose(
      'A wide, footed bowl thrown in one piece from iron-rich stoneware. The inside carries a pale, food-safe glaze; the foot is left bare so that the colour of the clay can be seen and felt. <strong>The small one suits breakfast fruit, the large one a salad for six.</strong>',
      [
        'Fired at 1,240 °C, so it does not take on water or smell',
        'May go in the dishwasher and a warm oven up to 180 °C',
        'Each bowl differs by a few millimetres, and the glaze breaks differently at the rim',
      ],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Table', 'Bowls'],
    collections,
    tags: ['stoneware', 'serving', 'gift'],
    attributes: {
      material: 'Stoneware',
      origin: 'Zimbabwe',
      diameterMm: 280,
      heightMm: 105,
      dishwasherSafe: true,
      handmade: true,
    },
    optionNames: ['Size', 'Glaze'],
    variants: grid(
      'CER-BOWL',
      [
        [
          { value: '20 cm', code: '20' },
          { value: '28 cm', code: '28', plus: 1800n, heavier: 640 },
        ],
        [red, white, blue],
      ],
      {
        price: 3400n,
        grams: 780,
        stock: [14, 9, 6, 11, 4, 2],
        barcodesFrom: 1001,
        was: { 'CER-BOWL-28-BON': 6200n },
      },
    ),
    pictures: [
      onTable(
        'bowl',
        'A wide terracotta bowl with a pale inside, filled with apples',
        at(400, 830, 1.18, bowl(terracotta, 265, 205, ['#e3a63a', '#c9502f'])),
      ),
      onTable(
        'bowl-bone',
        'The same bowl in a bone-coloured glaze, empty',
        at(400, 820, 1.18, bowl(bone, 265, 205)),
      ),
      onTable('bowl-indigo', 'The same bowl in indigo, empty', at(400, 820, 1.18, bowl(indigo, 265, 205))),
    ],
  }),
  product({
    slug: 'everyday-plate',
    title: 'Everyday plate, 26 cm',
    descriptionHtml: prose(
      'A dinner plate with a low rim that keeps sauce where it belongs. A broken line of bare clay is scratched through the glaze before firing, so no two circles are quite the same. The plates stack without rattling and are strong enough for a kitchen that cooks every day.',
      [
        'Diameter 26 cm, height 2.4 cm',
        'Safe in dishwasher and microwave',
        'Unglazed ring on the underside, ground smooth so that it does not scratch the table',
        'Sold singly, so a broken one can be replaced',
      ],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Table', 'Plates'],
    collections,
    tags: ['stoneware', 'dinner'],
    attributes: {
      material: 'Stoneware',
      origin: 'Zimbabwe',
      diameterMm: 260,
      heightMm: 24,
      dishwasherSafe: true,
      microwaveSafe: true,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid('CER-PLATE', [[white, blue, red]], {
      price: 2400n,
      grams: 690,
      stock: [48, 36, 22],
      barcodesFrom: 1011,
    }),
    pictures: [
      onTable(
        'plate',
        'Three stacked plates, bone on top, with a dashed ring of bare clay',
        at(400, 890, 1.25, plates([terracotta, indigo, bone])),
      ),
      onTable(
        'plate-indigo',
        'A stack with the indigo plate on top',
        at(400, 890, 1.25, plates([bone, terracotta, indigo])),
      ),
      onTable(
        'plate-terracotta',
        'A stack with the terracotta plate on top',
        at(400, 890, 1.25, plates([indigo, bone, terracotta])),
      ),
    ],
  }),
  product({
    slug: 'courtyard-jug',
    title: 'Courtyard jug',
    descriptionHtml: prose(
      'A generous jug for water, milk or garden flowers. The lip is pulled by hand while the clay is still wet, which is why it pours in a clean line and stops without a drip. The handle leaves room for three fingers and sits close to the belly, so the jug stays light to tip even when full.',
      [
        'Holds 0.9 or 1.6 litres to the neck',
        'Glazed inside and out, bare clay at the foot',
        'Rinse by hand; the narrow neck dries best upside down',
      ],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Table', 'Jugs and pots'],
    collections,
    tags: ['stoneware', 'serving'],
    attributes: {
      material: 'Stoneware',
      origin: 'Zimbabwe',
      capacityMl: 1600,
      heightMm: 260,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: ['Capacity', 'Glaze'],
    variants: grid(
      'CER-JUG',
      [
        [
          { value: '0.9 l', code: '09' },
          { value: '1.6 l', code: '16', plus: 1400n, heavier: 520 },
        ],
        [blue, green],
      ],
      { price: 3900n, grams: 860, stock: [8, 5, 7, 3], barcodesFrom: 1021 },
    ),
    pictures: [
      onTable('jug', 'An indigo jug with a pulled lip and a loop handle', at(375, 860, 1.4, jug(indigo))),
      onTable('jug-sage', 'The same jug in sage', at(375, 860, 1.4, jug(sage))),
    ],
  }),
  product({
    slug: 'rooibos-teapot',
    title: 'Rooibos teapot, 1.1 l',
    descriptionHtml: prose(
      'A round pot for four cups, made for red bush tea and good with any other. A grid of holes is pierced through the wall behind the spout and holds back the leaves, so no separate strainer is needed. <strong>The lid has a small lip that catches when you pour,</strong> and the handle is left unglazed, because bare clay stays cooler.',
      [
        'Holds 1.1 litres',
        'Wash by hand, without soap if you like a seasoned pot',
        'Spare lids can be ordered from us',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Table', 'Jugs and pots'],
    collections: ['ceramics', 'kitchen-coffee'],
    tags: ['stoneware', 'tea', 'gift'],
    attributes: {
      material: 'Stoneware',
      origin: 'South Africa',
      capacityMl: 1100,
      heightMm: 165,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid('CER-TEAPOT', [[green, white]], {
      price: 6800n,
      grams: 980,
      stock: [6, 9],
      barcodesFrom: 1031,
    }),
    pictures: [
      onTable(
        'teapot',
        'A round sage teapot with a clay handle, a lid and a spout',
        at(405, 850, 1.3, teapot(sage)),
      ),
      onTable('teapot-bone', 'The same teapot in bone', at(405, 850, 1.3, teapot(bone))),
    ],
  }),
];
