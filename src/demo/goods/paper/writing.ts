import { straw } from '../../drawing/families.ts';
import { letterSet, notebook, pencils, sketchbook } from '../../drawing/paper.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';

const { flat } = studio(straw, 'paper');
const collections = ['paper-writing'] as const;

/** Notebooks, letters and pencils. */
export const writingPaper: readonly DemoProduct[] = [
  product({
    slug: 'ledger-notebook',
    title: 'Ledger notebook, A5',
    descriptionHtml: prose(
      'A thread-sewn notebook that lies flat on page one and on page one hundred and sixty. The cover is bookcloth over grey board with a spine in a second colour, as the old ledgers had; the label is for your own title. <strong>Paper of 90 grams that takes ink without showing it on the back.</strong>',
      [
        'A5, 160 pages, sewn in ten sections',
        'Elastic band, ribbon and a pocket in the back cover',
        'Paper made with a third of cotton waste from our weavers',
      ],
    ),
    vendor: 'Zamalek Bindery',
    category: ['Stationery', 'Notebooks'],
    collections,
    tags: ['paper', 'notebook', 'bestseller', 'under-30'],
    attributes: {
      material: 'Paper, bookcloth',
      origin: 'Egypt',
      format: 'A5',
      pages: 160,
      paperGsm: 90,
      handmade: false,
    },
    optionNames: ['Cover', 'Ruling'],
    variants: grid(
      'PAP-LEDGER',
      [
        [
          { value: 'Indigo', code: 'IND' },
          { value: 'Brick', code: 'BRK' },
          { value: 'Moss', code: 'MOS' },
          { value: 'Sand', code: 'SAN' },
        ],
        [
          { value: 'Plain', code: 'PL' },
          { value: 'Lined', code: 'LI' },
          { value: 'Dotted', code: 'DO' },
        ],
      ],
      {
        price: 1680n,
        grams: 310,
        stock: [24, 40, 33, 18, 27, 22, 16, 20, 19, 3, 12, 14],
        barcodesFrom: 6001,
      },
    ),
    pictures: [
      flat(
        'ledger',
        'An indigo notebook with a brick-red spine, a label and a yellow band',
        at(400, 500, 1.28, notebook('#2f4560', '#b9583f', '#e7c777')),
      ),
      flat(
        'ledger-brick',
        'The notebook in brick red',
        at(400, 500, 1.28, notebook('#a9503a', '#2f4560', '#e7c777')),
      ),
      flat(
        'ledger-moss',
        'The notebook in moss green',
        at(400, 500, 1.28, notebook('#66795a', '#3b2a22', '#e9dcc3')),
      ),
    ],
  }),
  product({
    slug: 'wrapped-sketchbook',
    title: 'Wrapped leather sketchbook',
    descriptionHtml: prose(
      'A sketchbook in a soft goatskin wrap, closed by a cord wound three times round a button. The paper block is held by two threads and can be changed when it is full; the leather will then be better than new. Paper with a light tooth, for pencil, pen and a thin wash.',
      [
        'A5 or A4 wide, 96 pages of 150 g',
        'Leather tanned with acacia pods, which leaves its own smell for a while',
        'Refills in both sizes always in stock',
      ],
    ),
    vendor: 'Zamalek Bindery',
    category: ['Stationery', 'Notebooks'],
    collections,
    tags: ['leather', 'drawing', 'gift', 'refillable'],
    attributes: {
      material: 'Goatskin, cotton paper',
      origin: 'Egypt',
      pages: 96,
      paperGsm: 150,
      refillable: true,
      handmade: true,
    },
    optionNames: ['Format'],
    variants: grid(
      'PAP-SKETCH',
      [
        [
          { value: 'A5', code: 'A5' },
          { value: 'A4', code: 'A4', plus: 1700n, heavier: 420 },
        ],
      ],
      { price: 4200n, grams: 460, stock: [13, 7], barcodesFrom: 6021 },
    ),
    pictures: [
      flat(
        'sketch',
        'A brown leather sketchbook wound with a dark cord',
        at(400, 490, 1.3, sketchbook('#8a4f2c', '#3a2015')),
      ),
    ],
  }),
  product({
    slug: 'letter-box-set',
    title: 'Letter paper and envelopes',
    descriptionHtml: prose(
      'Ten sheets with torn edges and ten lined envelopes, made from cotton rags and the water of the Nile. The sheets are lifted from the vat one by one; hold them to the light to see the lines of the mould. A stick of wax and a small brass seal with a leaf are in the box.',
      [
        'Sheets 15 × 22 cm, 120 g; envelopes to fit one folded sheet',
        'Takes fountain pen, brush and block print',
        'Envelopes are gummed with starch; wet and press',
      ],
    ),
    vendor: 'Fayoum Paper Mill',
    category: ['Stationery', 'Letters and cards'],
    collections,
    tags: ['paper', 'handmade-paper', 'gift'],
    attributes: { material: 'Cotton rag paper', origin: 'Egypt', pieces: 20, paperGsm: 120, handmade: true },
    optionNames: ['Lining'],
    variants: grid(
      'PAP-LETTER',
      [
        [
          { value: 'Indigo', code: 'IND' },
          { value: 'Rust', code: 'RST' },
        ],
      ],
      { price: 2400n, grams: 260, stock: [15, 12], barcodesFrom: 6031 },
    ),
    pictures: [
      flat(
        'letter',
        'Torn-edged paper, an open envelope lined in indigo and a sealed one with red wax',
        at(390, 480, 1.08, letterSet('#e9c9b5', '#2f4560', '#a5322d')),
      ),
      flat(
        'letter-rust',
        'The set with rust-coloured linings',
        at(390, 480, 1.08, letterSet('#e6dcc6', '#a9503a', '#2f4560')),
      ),
    ],
  }),
  product({
    slug: 'six-pencils',
    title: 'Six pencils in cedar',
    descriptionHtml: prose(
      'Six graphite pencils in lacquered cedar, each in one of our house colours, all of the same good softness. Cedar sharpens in long curls and smells of school. Round, not hexagonal: they are drawn for the hand, and the tray edge of your desk will have to stop them rolling.',
      [
        'Grade B, lead 2.2 mm, bonded to the wood',
        'Length 17.5 cm, dipped five times in water-based lacquer',
        'Packed in a sleeve of printed paper without plastic',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Stationery', 'Pens and ink'],
    collections,
    tags: ['pencil', 'set', 'under-30'],
    attributes: {
      material: 'Cedar, graphite',
      origin: 'South Africa',
      pieces: 6,
      grade: 'B',
      lengthMm: 175,
      handmade: false,
    },
    optionNames: [],
    variants: single('PAP-PENCIL6', { price: 1200n, grams: 45, stock: [64], barcodesFrom: 6041 }),
    pictures: [
      flat(
        'pencils',
        'Six sharpened pencils side by side in six colours',
        at(400, 500, 1.4, pencils(['#b9583f', '#2f4560', '#d9a441', '#6f8055', '#3a2d28', '#c98aa0'])),
      ),
    ],
  }),
];
