import type { Glaze } from '../../drawing/ceramics.ts';
import { mist } from '../../drawing/families.ts';
import { beans, coffeeBag, coffeePot, cup } from '../../drawing/coffee.ts';
import { at, together } from '../../drawing/sheet.ts';
import { barcode, grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { glazes } from '../colours.ts';

const { onTable } = studio(mist, 'kitchen');
const { bone, indigo, terracotta } = glazes;
const collections = ['kitchen-coffee'] as const;
const pair = (glaze: Glaze) => together(at(505, 740, 1.55, cup(glaze)), at(275, 880, 1.55, cup(glaze)));

/** Coffee and what one needs to make it. */
export const coffee: readonly DemoProduct[] = [
  product({
    slug: 'highland-coffee',
    title: 'Highland coffee, Guji',
    descriptionHtml: prose(
      'A natural coffee from smallholders round Hambela, dried as whole cherries on raised beds for three weeks. In the cup: <strong>blueberry, black tea and a little cocoa</strong>, with soft acidity. Roasted in Addis Ababa every second Tuesday and sent out the same week, so the roasting date on your bag is never far back.',
      [
        'Grown at 2,050 metres, harvest December to February',
        'Medium-light roast for filter and pot',
        'Whole beans keep longest; we grind only on order',
      ],
    ),
    vendor: 'Hambela Coffee Growers',
    category: ['Kitchen', 'Coffee'],
    collections,
    tags: ['coffee', 'bestseller', 'food'],
    attributes: {
      material: 'Arabica coffee',
      origin: 'Ethiopia',
      altitudeM: 2050,
      process: 'Natural',
      roast: 'Medium-light',
      bestBeforeMonths: 9,
    },
    optionNames: ['Weight', 'Grind'],
    variants: grid(
      'KIT-COFFEE',
      [
        [
          { value: '250 g', code: '250' },
          { value: '1 kg', code: '1K', plus: 2500n, heavier: 770 },
        ],
        [
          { value: 'Whole beans', code: 'WB' },
          { value: 'Filter', code: 'FI' },
          { value: 'Pot', code: 'PT' },
        ],
      ],
      { price: 1150n, grams: 270, stock: [80, 45, 30, 26, 14, 9], barcodesFrom: 4001 },
    ),
    pictures: [
      onTable(
        'coffee',
        'A paper bag of coffee with a label showing coffee cherries, and scattered beans',
        together(
          at(390, 830, 1.4, coffeeBag('#c9a877', '#f4ead6', '#b23a2a')),
          at(400, 915, 1.1, beans(8, 280)),
        ),
      ),
    ],
  }),
  product({
    slug: 'jebena-coffee-pot',
    title: 'Jebena coffee pot',
    descriptionHtml: prose(
      'The black clay pot of the Ethiopian coffee table. Ground coffee and water go in through the neck, the pot goes on a low flame, and the grounds settle in the round belly while you talk. <strong>Burnished with a stone and smoked, not glazed,</strong> so it should be rinsed with water only. The woven ring keeps it upright.',
      [
        'Small for three cups, large for eight',
        'For gas, charcoal and ceramic hobs with a diffuser',
        'Season it once with coffee grounds before first use',
      ],
    ),
    vendor: 'Entoto Clay',
    category: ['Kitchen', 'Coffee'],
    collections: ['kitchen-coffee', 'ceramics'],
    tags: ['earthenware', 'coffee', 'gift'],
    attributes: {
      material: 'Smoked earthenware, grass',
      origin: 'Ethiopia',
      capacityMl: 900,
      heightMm: 290,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'KIT-JEBENA',
      [
        [
          { value: 'Three cups', code: '3' },
          { value: 'Eight cups', code: '8', plus: 1500n, heavier: 610 },
        ],
      ],
      { price: 3800n, grams: 740, stock: [13, 8], barcodesFrom: 4011 },
    ),
    pictures: [
      onTable(
        'jebena',
        'A black clay coffee pot with a long neck and spout, standing in a woven ring',
        at(400, 880, 1.4, coffeePot('#3a2a26', '#d9ae68')),
      ),
    ],
  }),
  product({
    slug: 'coffee-cups',
    title: 'Coffee cups with saucers, pair',
    descriptionHtml: prose(
      'Two small cups without handles, made to be held by the rim as long as the coffee is hot and in the palm once it is not. The wall is thin at the lip and thick at the foot, which keeps ninety millilitres warm for the length of a conversation. The saucer has a dip for one date or one sweet.',
      ['Two cups and two saucers in one glaze', '90 ml each', 'Dishwasher safe'],
    ),
    vendor: 'Entoto Clay',
    category: ['Table', 'Cups and beakers'],
    collections: ['kitchen-coffee', 'ceramics'],
    tags: ['stoneware', 'coffee', 'set'],
    attributes: {
      material: 'Stoneware',
      origin: 'Ethiopia',
      capacityMl: 90,
      pieces: 2,
      dishwasherSafe: true,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid(
      'KIT-CUPS',
      [
        [
          { value: 'Bone', code: 'BON' },
          { value: 'Indigo', code: 'IND' },
          { value: 'Terracotta', code: 'TER' },
        ],
      ],
      { price: 2600n, grams: 460, stock: [32, 18, 21], barcodesFrom: 4021 },
    ),
    pictures: [
      onTable('cups', 'Two bone coffee cups on saucers, filled', pair(bone)),
      onTable('cups-indigo', 'The cups in indigo', pair(indigo)),
      onTable('cups-terracotta', 'The cups in terracotta', pair(terracotta)),
    ],
  }),
  product({
    slug: 'coffee-table-set',
    title: 'Coffee table set',
    descriptionHtml: prose(
      'Everything for a slow coffee in one box: the large jebena with its woven ring, two pairs of bone cups with saucers and a bag of our Guji coffee, ground for the pot. A printed card explains the three rounds, from strong to light, and who is poured first. <strong>You need only a flame and an hour.</strong>',
      [
        'Contains: eight-cup jebena, four cups, four saucers, 250 g of coffee',
        'Packed in straw and shipped in one carton',
        'Coffee is roasted fresh for every shipment',
      ],
    ),
    vendor: 'Entoto Clay',
    category: ['Kitchen', 'Coffee'],
    collections,
    tags: ['coffee', 'set', 'gift'],
    attributes: {
      material: 'Earthenware, stoneware, coffee',
      origin: 'Ethiopia',
      pieces: 10,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: [],
    variants: [
      {
        sku: 'KIT-SET-TABLE',
        options: [],
        priceMinor: 10400n,
        compareAtMinor: 11650n,
        weightGrams: 2540,
        gtin: barcode(4031),
        stock: 8,
        kit: [
          { sku: 'KIT-JEBENA-8', quantity: 1 },
          { sku: 'KIT-CUPS-BON', quantity: 2 },
          { sku: 'KIT-COFFEE-250-PT', quantity: 1 },
        ],
      },
    ],
    pictures: [
      onTable(
        'set',
        'A black coffee pot, a bag of coffee and two filled cups on one table',
        together(
          at(590, 720, 1.02, coffeeBag('#c9a877', '#f4ead6', '#b23a2a')),
          at(300, 780, 1.12, coffeePot('#3a2a26', '#d9ae68')),
          at(600, 850, 1.05, cup(bone)),
          at(285, 925, 1.05, cup(bone)),
        ),
      ),
    ],
  }),
];
