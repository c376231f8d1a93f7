import { straw } from '../../drawing/families.ts';
import { cards, giftBox, ink, paperRolls, penPot } from '../../drawing/paper.ts';
import { at, together } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { glazes } from '../colours.ts';

const { onTable, flat } = studio(straw, 'paper');
const collections = ['paper-writing'] as const;

/** Ink, wrapping paper, cards and gifts. */
export const inkAndPrint: readonly DemoProduct[] = [
  product({
    slug: 'writing-ink',
    title: 'Writing ink, 60 ml',
    descriptionHtml: prose(
      'Ink for fountain pens and dip pens, mixed in small batches from dyes that flow well and rinse out with water. The bottle is low and wide, so that a pen reaches the last third, and the glass is thick enough to stand on a crowded desk. Colours are named for what they look like on paper, not in the bottle.',
      [
        '60 ml, enough for about two years of letters',
        'Not waterproof; washes out of pens and most cuffs',
        'Caps and bottles are taken back and filled again',
      ],
    ),
    vendor: 'Kigamboni Print Shop',
    category: ['Stationery', 'Pens and ink'],
    collections,
    tags: ['ink', 'refillable', 'under-30'],
    attributes: {
      material: 'Water-based ink, glass',
      origin: 'Tanzania',
      capacityMl: 60,
      waterproof: false,
      refillable: true,
    },
    optionNames: ['Colour'],
    variants: grid(
      'PAP-INK',
      [
        [
          { value: 'Ocean blue', code: 'BLU' },
          { value: 'Brick', code: 'BRK' },
          { value: 'Moss', code: 'MOS' },
          { value: 'Soot', code: 'SOT' },
        ],
      ],
      { price: 1450n, grams: 240, stock: [30, 17, 15, 28], barcodesFrom: 6051 },
    ),
    pictures: [
      onTable(
        'ink',
        'A low bottle of blue ink with a dip pen lying before it',
        at(410, 770, 1.45, ink('#2d4f8f')),
      ),
      onTable('ink-brick', 'The bottle in brick red', at(410, 770, 1.45, ink('#b04632'))),
      onTable('ink-moss', 'The bottle in moss green', at(410, 770, 1.45, ink('#4d6b3f'))),
    ],
  }),
  product({
    slug: 'wrapping-paper-rolls',
    title: 'Wrapping paper, three rolls',
    descriptionHtml: prose(
      'Three rolls of wrapping paper printed by hand from carved blocks: dots, lozenges and little waves. The paper is strong and slightly rough, folds sharply and can be used a second time if it is opened with patience. Seen from close by, every repeat is a little different.',
      [
        'Three rolls, each 50 × 200 cm',
        'Uncoated paper of 80 g, water-based colour, no glitter',
        'Goes into the paper bin, or into drawers as lining',
      ],
    ),
    vendor: 'Kigamboni Print Shop',
    category: ['Stationery', 'Wrapping'],
    collections,
    tags: ['paper', 'block-print', 'set', 'under-30'],
    attributes: {
      material: 'Paper',
      origin: 'Tanzania',
      pieces: 3,
      paperGsm: 80,
      recyclable: true,
      handmade: true,
    },
    optionNames: [],
    variants: single('PAP-WRAP3', {
      price: 1900n,
      grams: 330,
      stock: [22],
      barcodesFrom: 6061,
      was: { 'PAP-WRAP3': 2300n },
    }),
    pictures: [
      onTable(
        'rolls',
        'Three rolls of printed wrapping paper standing on end',
        at(
          400,
          860,
          1.3,
          paperRolls([
            ['#b9583f', '#f4e2c0'],
            ['#2f4560', '#e7c777'],
            ['#f1e6d3', '#b9583f'],
          ]),
        ),
      ),
    ],
  }),
  product({
    slug: 'postcards-sun-palm-starling',
    title: 'Postcards: sun, palm, starling',
    descriptionHtml: prose(
      'Nine postcards, three each of three linocuts: the sun going down behind the hills, a fan palm, and a blue starling on long legs. The lino is cut, inked and pulled by one man and his daughter on a press from 1911. Cream card, uncoated on the back, takes any pen.',
      [
        'Nine cards, 10.5 × 14.8 cm',
        'Card of 300 g',
        'Each colour is printed separately, so look for the small overlaps',
        'Posted flat with a stiffener',
      ],
    ),
    vendor: 'Kigamboni Print Shop',
    category: ['Stationery', 'Letters and cards'],
    collections,
    tags: ['paper', 'linocut', 'set', 'under-30'],
    attributes: { material: 'Card', origin: 'Tanzania', pieces: 9, paperGsm: 300, handmade: true },
    optionNames: [],
    variants: single('PAP-CARDS9', { price: 1350n, grams: 95, stock: [38], barcodesFrom: 6071 }),
    pictures: [
      flat(
        'cards',
        'Three printed postcards: a sun over hills, a palm and a blue bird',
        at(400, 470, 1.02, cards(['#f0d9b0', '#cfdccb', '#e9c9b5'], ['#b9583f', '#55734f', '#2f4560'])),
      ),
    ],
  }),
  product({
    slug: 'dipped-pen-pot',
    title: 'Dipped pen pot',
    descriptionHtml: prose(
      'A plain, heavy cylinder for pens, brushes and the ruler that never fits anywhere else. It is thrown thick at the foot so that it does not tip when one long brush leans to the side, and it is dipped in glaze like our beakers. Also at home next to the stove with wooden spoons.',
      [
        'Height 13 cm, diameter 10 cm',
        'Glazed inside, cork disc under the foot',
        'Dishwasher safe when the ink has won',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Stationery', 'Desk'],
    collections: ['paper-writing', 'ceramics'],
    tags: ['stoneware', 'desk', 'under-30'],
    attributes: {
      material: 'Stoneware',
      origin: 'South Africa',
      diameterMm: 100,
      heightMm: 130,
      dishwasherSafe: true,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid(
      'PAP-PENPOT',
      [
        [
          { value: 'Bone', code: 'BON' },
          { value: 'Sage', code: 'SAG' },
        ],
      ],
      { price: 2600n, grams: 580, stock: [12, 9], barcodesFrom: 6081 },
    ),
    pictures: [
      onTable(
        'penpot',
        'A bone-coloured pot holding pencils, a brush and a ruler',
        at(395, 860, 1.5, penPot(glazes.bone)),
      ),
      onTable('penpot-sage', 'The pot in sage', at(395, 860, 1.5, penPot(glazes.sage))),
    ],
  }),
  product({
    slug: 'correspondence-box',
    title: 'Correspondence box',
    descriptionHtml: prose(
      'A gift for someone who still writes, or who should begin again. The box holds our letter paper with indigo linings, a bottle of ocean-blue ink, six pencils and nine postcards, in a lidded carton covered with bookcloth. <strong>The box is made to be kept</strong>: it is just the size for the answers.',
      [
        'Contains: letter set, ink 60 ml, six pencils, nine postcards',
        'Box 26 × 19 × 9 cm, tied with cotton ribbon',
        'A card with your words is written by hand at no charge',
      ],
    ),
    vendor: 'Zamalek Bindery',
    category: ['Stationery', 'Letters and cards'],
    collections,
    tags: ['paper', 'set', 'gift'],
    attributes: {
      material: 'Paper, bookcloth, ink',
      origin: 'Egypt',
      pieces: 4,
      heightMm: 90,
      handmade: true,
    },
    optionNames: [],
    variants: [
      {
        sku: 'PAP-BOX',
        options: [],
        priceMinor: 5800n,
        compareAtMinor: 6400n,
        weightGrams: 940,
        stock: 12,
        kit: [
          { sku: 'PAP-LETTER-IND', quantity: 1 },
          { sku: 'PAP-INK-BLU', quantity: 1 },
          { sku: 'PAP-PENCIL6', quantity: 1 },
          { sku: 'PAP-CARDS9', quantity: 1 },
        ],
      },
    ],
    pictures: [
      onTable(
        'box',
        'A dark blue box tied with yellow ribbon, a bottle of ink beside it',
        together(at(390, 800, 1.3, giftBox('#2f4560', '#e7c777')), at(600, 880, 0.62, ink('#2d4f8f'))),
      ),
    ],
  }),
];
