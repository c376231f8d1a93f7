import { napkins, rug, runner, toteBag } from '../../drawing/cloth.ts';
import { rose } from '../../drawing/families.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { fabrics } from '../colours.ts';

const { onTable, flat, atTable } = studio(rose, 'textiles');
const { harbour, indigo, natural } = fabrics;
const collections = ['textiles'] as const;

/** Bags, rugs and table linen. */
export const tableAndFloorTextiles: readonly DemoProduct[] = [
  product({
    slug: 'sun-tote',
    title: 'Sun tote',
    descriptionHtml: prose(
      'A sturdy shopper with long handles that go over a winter coat. The sun is printed by hand from a carved block, one pull per bag, so the edges are a little dry here and there. The handles are webbing, sewn through to the bottom of the hem; they will outlast the cloth.',
      [
        '38 × 42 cm with a 10 cm base',
        'Handles 65 cm',
        'Carries 12 kg',
        'Wash inside out at 40 °C, iron the print from behind',
      ],
    ),
    vendor: 'Kigamboni Print Shop',
    category: ['Bags and baskets', 'Shoppers'],
    collections,
    tags: ['cotton', 'canvas', 'block-print', 'under-30'],
    attributes: {
      material: 'Cotton canvas',
      origin: 'Tanzania',
      widthMm: 380,
      heightMm: 420,
      loadKg: 12,
      washTemperatureC: 40,
      handmade: true,
    },
    optionNames: ['Colour'],
    variants: grid(
      'TEX-TOTE',
      [
        [
          { value: 'Natural', code: 'NAT' },
          { value: 'Moss', code: 'MOS' },
        ],
      ],
      { price: 2400n, grams: 310, stock: [34, 21], barcodesFrom: 3041 },
    ),
    pictures: [
      flat(
        'tote',
        'A natural canvas shopper with a red printed sun and dark handles',
        at(400, 390, 1.2, toteBag('#e9dcc3', '#b9583f', '#3b2a22')),
      ),
      flat(
        'tote-moss',
        'The shopper in moss with a pale sun',
        at(400, 390, 1.2, toteBag('#6f8068', '#f0e2cc', '#3b2a22')),
      ),
    ],
  }),
  product({
    slug: 'lozenge-flatweave-rug',
    title: 'Lozenge flat-weave rug',
    descriptionHtml: prose(
      'A flat-woven wool rug from the Middle Atlas, thin enough to hang and firm enough to walk on. The weaver keeps no drawing; the lozenges grow from the count of threads, and the spacing shifts by a finger over the length. Both faces look the same, so the rug can be turned once a year.',
      [
        '80 × 150 cm or 120 × 200 cm',
        'Wool weft on a cotton warp, plant and mineral dyes',
        'Use a pad on smooth floors',
        'Shake and air; leave stains to a cleaner of wool rugs',
      ],
    ),
    vendor: 'Azrou Wool Collective',
    category: ['Home', 'Rugs and mats'],
    collections,
    tags: ['wool', 'handwoven', 'floor'],
    attributes: {
      material: 'Wool, cotton',
      origin: 'Morocco',
      lengthMm: 2000,
      widthMm: 1200,
      handmade: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'TEX-RUG',
      [
        [
          { value: '80 × 150 cm', code: '80' },
          { value: '120 × 200 cm', code: '120', plus: 14000n, heavier: 2300 },
        ],
      ],
      { price: 18900n, grams: 2400, stock: [4, 2], was: { 'TEX-RUG-120': 36900n } },
    ),
    pictures: [
      flat(
        'rug',
        'A pale rug with three red and blue lozenges hanging from a rod',
        at(400, 150, 1.08, rug('#e5d3b8', '#a5432d', '#2f4560', 420, 650)),
      ),
    ],
  }),
  product({
    slug: 'table-napkins',
    title: 'Table napkins, set of four',
    descriptionHtml: prose(
      'Four large napkins of washed linen and cotton, hemmed with mitred corners. They are woven with the same striped borders as our towels, so a table can be set from one family. Brass ribbon is only how we pack them; it makes a serviceable napkin clip afterwards.',
      [
        '45 × 45 cm, set of four in one pattern',
        'Half linen, half cotton',
        'Machine wash at 60 °C; iron damp if you iron at all',
        'Softer after every wash',
      ],
    ),
    vendor: 'Harar Cotton House',
    category: ['Table', 'Table linen'],
    collections,
    tags: ['linen', 'set', 'gift'],
    attributes: {
      material: 'Linen, cotton',
      origin: 'Ethiopia',
      widthMm: 450,
      pieces: 4,
      washTemperatureC: 60,
      handmade: true,
    },
    optionNames: ['Pattern'],
    variants: grid(
      'TEX-NAPKIN',
      [
        [
          { value: 'Natural', code: 'NAT' },
          { value: 'Indigo', code: 'IND' },
        ],
      ],
      { price: 3400n, grams: 290, stock: [20, 16], barcodesFrom: 3051 },
    ),
    pictures: [
      onTable(
        'napkins',
        'Four folded natural napkins held by a brass band',
        at(400, 820, 1.5, napkins(natural, '#b98f45')),
      ),
      onTable('napkins-indigo', 'The napkins in indigo', at(400, 820, 1.5, napkins(indigo, '#b98f45'))),
    ],
  }),
  product({
    slug: 'harbour-table-runner',
    title: 'Harbour table runner',
    descriptionHtml: prose(
      'A long runner with one red line down the middle and blue ones along the edges, named after the boats that gave the weaver the idea. It is dense enough to put a hot dish on for a moment and long enough to hang over both ends. The fringe is knotted, not glued.',
      [
        '40 × 150 cm for four, 40 × 220 cm for eight',
        'Cotton, yarn-dyed, so both sides are right sides',
        'Machine wash at 40 °C, pull into shape while damp',
      ],
    ),
    vendor: 'Sahel Loom Works',
    category: ['Table', 'Table linen'],
    collections,
    tags: ['cotton', 'handwoven', 'table'],
    attributes: {
      material: 'Cotton',
      origin: 'Burkina Faso',
      lengthMm: 2200,
      widthMm: 400,
      washTemperatureC: 40,
      handmade: true,
    },
    optionNames: ['Length'],
    variants: grid(
      'TEX-RUNNER',
      [
        [
          { value: '150 cm', code: '150' },
          { value: '220 cm', code: '220', plus: 1200n, heavier: 140 },
        ],
      ],
      { price: 3900n, grams: 300, stock: [10, 7] },
    ),
    pictures: [
      atTable(
        300,
        'runner',
        'A striped runner laid over the end of a table, its fringe hanging down',
        at(400, 590, 1.32, runner(harbour, 330)),
      ),
    ],
  }),
];
