import { mist } from '../../drawing/families.ts';
import { board, honeyJar, mortar, spoons } from '../../drawing/kitchen.ts';
import { dripper, mug } from '../../drawing/coffee.ts';
import { at } from '../../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';
import { glazes } from '../colours.ts';

const { onTable, flat } = studio(mist, 'kitchen');
const { bone, sage } = glazes;
const collections = ['kitchen-coffee'] as const;

/** Mugs, boards, tools and honey. */
export const kitchenTools: readonly DemoProduct[] = [
  product({
    slug: 'enamel-mug',
    title: 'Enamel mug, 350 ml',
    descriptionHtml: prose(
      'The mug of every construction site, school trip and station kitchen, made in a factory outside Nairobi since before independence. Two coats of enamel on sheet steel, a black rolled rim, a handle for a gloved hand. Drop it and the enamel may chip; the mug goes on for decades after.',
      [
        'Holds 350 ml',
        'For gas, electric hob and open fire, not for microwaves',
        'Dishwasher safe',
        'Chips are harmless; dry them so that they do not rust',
      ],
    ),
    vendor: 'Athi Enamel Works',
    category: ['Table', 'Cups and beakers'],
    collections,
    tags: ['enamel', 'outdoor', 'under-30'],
    attributes: {
      material: 'Enamelled steel',
      origin: 'Kenya',
      capacityMl: 350,
      diameterMm: 85,
      dishwasherSafe: true,
      microwaveSafe: false,
      handmade: false,
    },
    optionNames: ['Colour'],
    variants: grid(
      'KIT-MUG',
      [
        [
          { value: 'Lake', code: 'LAK' },
          { value: 'Ochre', code: 'OCH' },
          { value: 'Brick', code: 'BRK' },
          { value: 'White', code: 'WHT' },
        ],
      ],
      { price: 990n, grams: 165, stock: [60, 0, 42, 55], barcodesFrom: 4041 },
    ),
    pictures: [
      onTable('mug', 'A blue-green enamel mug with a dark rim', at(375, 830, 1.75, mug('#3f6b73'))),
      onTable('mug-ochre', 'The mug in ochre', at(375, 830, 1.75, mug('#d19a3d'))),
      onTable('mug-brick', 'The mug in brick red', at(375, 830, 1.75, mug('#a9472f'))),
    ],
  }),
  product({
    slug: 'filter-dripper',
    title: 'Filter dripper with jug',
    descriptionHtml: prose(
      'A ribbed ceramic cone on a glass jug, for one to four cups of filter coffee. The ribs keep the paper off the wall so that the water runs evenly, and the cone is heavy, which holds the heat while it drips. The jug is borosilicate glass with a drawn handle.',
      [
        'Takes ordinary size 02 papers; forty are in the box',
        'Jug holds 600 ml and stands on a low flame with a diffuser',
        'Both parts are dishwasher safe and sold together; spare jugs on request',
      ],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Kitchen', 'Coffee'],
    collections,
    tags: ['stoneware', 'glass', 'coffee'],
    attributes: {
      material: 'Stoneware, borosilicate glass',
      origin: 'South Africa',
      capacityMl: 600,
      heightMm: 240,
      dishwasherSafe: true,
      handmade: true,
    },
    optionNames: ['Glaze'],
    variants: grid(
      'KIT-DRIP',
      [
        [
          { value: 'Bone', code: 'BON' },
          { value: 'Sage', code: 'SAG' },
        ],
      ],
      { price: 5400n, grams: 870, stock: [10, 7], barcodesFrom: 4051 },
    ),
    pictures: [
      onTable(
        'dripper',
        'A bone ceramic dripper with paper filter on a glass jug of coffee',
        at(390, 870, 1.6, dripper(bone)),
      ),
      onTable('dripper-sage', 'The dripper in sage', at(390, 870, 1.6, dripper(sage))),
    ],
  }),
  product({
    slug: 'wild-olive-board',
    title: 'Wild olive serving board',
    descriptionHtml: prose(
      'A board cut from one plank of wild olive, a dense wood with a grain like weather maps. The trees are felled by storm or age; each board is stamped with the number of its log. Good for bread and cheese, and hard enough to cut on if you do not mind the marks.',
      [
        '20 × 38, 24 × 48 or 28 × 60 cm, 2.2 cm thick',
        'Oiled with linseed; oil it again when it looks thirsty',
        'Wash by hand and stand it on edge to dry',
      ],
    ),
    vendor: 'Arusha Joinery',
    category: ['Kitchen', 'Boards and tools'],
    collections,
    tags: ['wood', 'serving', 'gift'],
    attributes: {
      material: 'Wild olive wood',
      origin: 'Tanzania',
      lengthMm: 480,
      widthMm: 240,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'KIT-BOARD',
      [
        [
          { value: 'Small', code: 'S' },
          { value: 'Medium', code: 'M', plus: 1400n, heavier: 620 },
          { value: 'Large', code: 'L', plus: 3200n, heavier: 1500 },
        ],
      ],
      { price: 3200n, grams: 980, stock: [15, 11, 4], barcodesFrom: 4061 },
    ),
    pictures: [
      flat(
        'board',
        'A wooden serving board with strong grain, a hole and a leather thong',
        at(400, 320, 1.08, board('#b98a55', 560, 330)),
      ),
    ],
  }),
  product({
    slug: 'olive-wood-spoons',
    title: 'Wild olive spoons, set of three',
    descriptionHtml: prose(
      'A deep spoon, a slotted turner and a three-pronged server, carved from the offcuts of our boards. Wild olive is dense and slightly oily, so it neither splinters nor takes on the colour of tomato sauce. The handles are slim and long enough for a tall pot.',
      [
        'Length 32 cm',
        'Carved with axe and hook knife, finished with sandpaper and oil',
        'Will not scratch coated pans',
        'Wash by hand; do not leave them standing in water',
      ],
    ),
    vendor: 'Arusha Joinery',
    category: ['Kitchen', 'Boards and tools'],
    collections,
    tags: ['wood', 'set', 'under-30'],
    attributes: {
      material: 'Wild olive wood',
      origin: 'Tanzania',
      lengthMm: 320,
      pieces: 3,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: [],
    variants: single('KIT-SPOONS', { price: 2800n, grams: 240, stock: [28], barcodesFrom: 4071 }),
    pictures: [
      flat(
        'spoons',
        'A wooden spoon, a slotted turner and a server side by side',
        at(400, 350, 1.2, spoons('#b98a55')),
      ),
    ],
  }),
  product({
    slug: 'soapstone-mortar',
    title: 'Soapstone mortar and pestle',
    descriptionHtml: prose(
      'A mortar carved from one block of grey soapstone, left rough inside where it works and polished outside where it is looked at. Soapstone is heavy and stays where it is put. The pestle is of hard mninga wood, because stone on stone leaves grit in the pesto.',
      [
        'Large holds 500 ml, small 200 ml',
        'Rinse with water, no soap',
        'Grind a spoonful of dry rice before first use and throw it away',
      ],
    ),
    vendor: 'Tabaka Stone Carvers',
    category: ['Kitchen', 'Boards and tools'],
    collections,
    tags: ['stone', 'spices'],
    attributes: {
      material: 'Soapstone, mninga wood',
      origin: 'Kenya',
      diameterMm: 150,
      capacityMl: 500,
      dishwasherSafe: false,
      handmade: true,
    },
    optionNames: ['Size'],
    variants: grid(
      'KIT-MORTAR',
      [
        [
          { value: 'Small', code: 'S' },
          { value: 'Large', code: 'L', plus: 1900n, heavier: 1900 },
        ],
      ],
      { price: 2900n, grams: 1300, stock: [9, 6], was: { 'KIT-MORTAR-L': 5600n } },
    ),
    pictures: [
      onTable(
        'mortar',
        'A grey stone mortar with a wooden pestle leaning in it',
        at(395, 840, 1.55, mortar('#8b8f90', '#a1744b')),
      ),
    ],
  }),
  product({
    slug: 'miombo-honey',
    title: 'Miombo forest honey',
    descriptionHtml: prose(
      'Dark honey from bark hives hung high in the miombo woodland, harvested at night with a smoker of green leaves. It is strained through cloth and never heated, so it will crystallise in the cold; stand the jar in warm water to clear it. Malty, with a little smoke.',
      [
        '400 g or 900 g in a returnable glass',
        'Forest certified as organic; residue report on request',
        'Not for children under twelve months',
      ],
    ),
    vendor: 'Lukanga Bee Forest',
    category: ['Kitchen', 'Pantry'],
    collections,
    tags: ['food', 'gift', 'under-30'],
    attributes: { material: 'Honey', origin: 'Zambia', organic: true, bestBeforeMonths: 24 },
    optionNames: ['Weight'],
    variants: grid(
      'KIT-HONEY',
      [
        [
          { value: '400 g', code: '400' },
          { value: '900 g', code: '900', plus: 900n, heavier: 610 },
        ],
      ],
      { price: 890n, grams: 620, stock: [40, 3], barcodesFrom: 4081 },
    ),
    pictures: [
      onTable(
        'honey',
        'A jar of dark honey with a red cloth lid and a wooden dipper in front',
        at(400, 800, 1.65, honeyJar('#c9821f', '#b9583f')),
      ),
    ],
  }),
];
