import { dusk } from '../drawing/families.ts';
import { candles, gourd, paperGlobe, pendant, readingLamp, tableLamp, tinLantern, tripod } from '../drawing/lamps.ts';
import { at } from '../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../make.ts';
import type { DemoProduct } from '../types.ts';

const { onTable, flat, atTable } = studio(dusk, 'lamps');
const collections = ['lamps'] as const;

/** Lamps, lanterns and candles, all drawn lit. */
export const lamps: readonly DemoProduct[] = [
  product({
    slug: 'evening-table-lamp',
    title: 'Evening table lamp',
    descriptionHtml: prose(
      'A round stoneware base and a shade of undyed linen, made for the corner of a sideboard or beside a bed. The linen is stretched over a frame without plastic backing, so the light comes through it and not only out of it. A dimmer sits on the textile cable, a hand’s width from the plug.',
      ['Height 46 cm, shade 32 cm', 'E27 socket, up to 8 W LED, bulb included', 'Plug for the EU; adapters for the UK and South Africa on request'],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Lighting', 'Table lamps'],
    collections: ['lamps', 'ceramics'],
    tags: ['stoneware', 'linen', 'bestseller'],
    attributes: { material: 'Stoneware, linen', origin: 'Zimbabwe', heightMm: 460, diameterMm: 320, socket: 'E27', maxWatt: 8, dimmable: true },
    optionNames: ['Base'],
    variants: grid('LMP-EVENING', [[{ value: 'Terracotta', code: 'TER' }, { value: 'Bone', code: 'BON' }, { value: 'Indigo', code: 'IND' }]], { price: 12900n, grams: 2600, stock: [6, 5, 3], barcodesFrom: 5001, was: { 'LMP-EVENING-IND': 14900n } }),
    pictures: [
      onTable('evening', 'A lit table lamp with a terracotta base and a linen shade', at(400, 880, 1.42, tableLamp('#b8593a', '#efe0c4'))),
      onTable('evening-bone', 'The lamp with a bone base', at(400, 880, 1.42, tableLamp('#e9dcc6', '#efe0c4'))),
      onTable('evening-indigo', 'The lamp with an indigo base', at(400, 880, 1.42, tableLamp('#4a6c90', '#efe0c4'))),
    ],
  }),
  product({
    slug: 'woven-dome-pendant',
    title: 'Woven dome pendant',
    descriptionHtml: prose(
      'A hanging lamp of veta vera grass, woven by the same hands as our market baskets, over a wire form that is taken out afterwards. By day it is a quiet basket upside down; in the evening it throws a net of fine shadows over the ceiling and a clear circle on the table.',
      ['Diameter 40 or 55 cm', 'Two metres of textile cable and a brass-coloured ceiling cup', 'E27 socket, up to 12 W LED; bulb not included', 'Dust with a dry brush'],
    ),
    vendor: 'Tindama Weavers',
    category: ['Lighting', 'Pendants'],
    collections: ['lamps', 'baskets-weaving'],
    tags: ['grass', 'pendant'],
    attributes: { material: 'Veta vera grass', origin: 'Ghana', diameterMm: 550, heightMm: 300, socket: 'E27', maxWatt: 12, dimmable: true },
    optionNames: ['Size'],
    variants: grid('LMP-DOME', [[{ value: '40 cm', code: '40' }, { value: '55 cm', code: '55', plus: 4000n, heavier: 620 }]], { price: 8900n, grams: 980, stock: [8, 4], barcodesFrom: 5011 }),
    pictures: [flat('dome', 'A lit woven dome hanging from a cord, casting a cone of light', at(400, 500, 1.3, pendant('#d9ae68')))],
  }),
  product({
    slug: 'paper-globe',
    title: 'Paper globe lantern',
    descriptionHtml: prose(
      'A round lantern of mulberry paper over split bamboo, folded flat for the journey and opened with a wire. The paper is made by hand from bark that grows back every year; held against the light, you can see the fibres. It gives the softest light in the shop and costs the least.',
      ['Diameter 30, 45 or 60 cm', 'Comes without cable; fits every pendant with an E27 ring', 'For LED bulbs only, up to 10 W', 'Folded thickness 4 cm'],
    ),
    vendor: 'Kigamboni Print Shop',
    category: ['Lighting', 'Pendants'],
    collections: ['lamps', 'paper-writing'],
    tags: ['paper', 'pendant', 'under-30'],
    attributes: { material: 'Mulberry paper, bamboo', origin: 'Tanzania', diameterMm: 450, socket: 'E27', maxWatt: 10, dimmable: true },
    optionNames: ['Diameter'],
    variants: grid('LMP-GLOBE', [[{ value: '30 cm', code: '30' }, { value: '45 cm', code: '45', plus: 600n, heavier: 90 }, { value: '60 cm', code: '60', plus: 1400n, heavier: 210 }]], { price: 1600n, grams: 160, stock: [25, 18, 2], barcodesFrom: 5021 }),
    pictures: [flat('globe', 'A glowing round paper lantern with bamboo ribs', at(400, 470, 1.25, paperGlobe('#f3e8d2')))],
  }),
  product({
    slug: 'calabash-lamp',
    title: 'Pierced calabash lamp',
    descriptionHtml: prose(
      'A dried calabash, emptied, oiled and pierced with some four hundred holes in rings and flowers. Lit from inside, it covers the walls with points of light. Every fruit grows into its own shape, so each lamp is drilled to a pattern that fits it and no two can be the same.',
      ['Height 28 to 34 cm, as the fruit grew', 'LED insert with cable and switch included', 'Harvested once a year; <strong>the next lamps are ready in May</strong>'],
    ),
    vendor: 'Casamance Calabash',
    category: ['Lighting', 'Table lamps'],
    collections,
    tags: ['calabash', 'gift', 'one-of-a-kind'],
    attributes: { material: 'Calabash', origin: 'Senegal', heightMm: 310, maxWatt: 3, dimmable: false, handmade: true },
    optionNames: [],
    variants: single('LMP-CALABASH', { price: 9400n, grams: 760, stock: [0], barcodesFrom: 5031 }),
    pictures: [onTable('calabash', 'A pierced calabash lamp throwing points of light on the wall', at(400, 870, 1.36, gourd('#b3702f')))],
  }),
  product({
    slug: 'tin-lantern',
    title: 'Tin lantern',
    descriptionHtml: prose(
      'A candle lantern cut from oil and paint tins, hammered flat, pierced with a chisel and soldered into shape again. If you take the candle out and look inside, you can often read what the tin once held. The roof lifts off, the bail hangs on any branch.',
      ['Height 26 cm, diameter 14 cm', 'For tea lights and short candles, outdoors and in', 'Bands painted with heat-proof enamel', 'May rust in time if it is left out in rain'],
    ),
    vendor: 'Medina Tinsmiths',
    category: ['Lighting', 'Lanterns and candles'],
    collections: ['lamps', 'garden'],
    tags: ['recycled', 'outdoor', 'candle'],
    attributes: { material: 'Reused tin', origin: 'Senegal', heightMm: 260, diameterMm: 140, outdoor: true, handmade: true },
    optionNames: ['Bands'],
    variants: grid('LMP-TIN', [[{ value: 'Red', code: 'RED' }, { value: 'Ochre', code: 'OCH' }]], { price: 2900n, grams: 520, stock: [14, 11], barcodesFrom: 5041 }),
    pictures: [
      onTable('tin', 'A tin lantern with lozenge openings, red bands and a wire handle, lit from inside', at(400, 860, 1.42, tinLantern('#7d8a8c', '#a5432d'))),
      onTable('tin-ochre', 'The lantern with ochre bands', at(400, 860, 1.42, tinLantern('#7d8a8c', '#c98f35'))),
    ],
  }),
  product({
    slug: 'clerk-reading-lamp',
    title: 'Clerk’s reading lamp',
    descriptionHtml: prose(
      'A jointed lamp for desk and reading chair, after the ones that stood in every railway office. The arm is brass tube with a friction joint that holds where you leave it; the hood turns all the way round. All parts are screwed, none glued, and each of them can be ordered again.',
      ['Reach 52 cm, foot 18 cm and weighted', 'E14 socket, 5 W LED bulb included', 'Switch in the foot, textile cable 1.8 m', 'Powder-coated steel hood'],
    ),
    vendor: 'Athi Enamel Works',
    category: ['Lighting', 'Table lamps'],
    collections: ['lamps', 'paper-writing'],
    tags: ['brass', 'desk', 'repairable'],
    attributes: { material: 'Brass, steel', origin: 'Kenya', heightMm: 520, socket: 'E14', maxWatt: 5, dimmable: false, repairable: true },
    optionNames: ['Colour'],
    variants: grid('LMP-CLERK', [[{ value: 'Sage', code: 'SAG' }, { value: 'Brick', code: 'BRK' }, { value: 'Cream', code: 'CRM' }]], { price: 14900n, grams: 2900, stock: [7, 4, 6], barcodesFrom: 5051, was: { 'LMP-CLERK-BRK': 17900n } }),
    pictures: [
      onTable('clerk', 'A jointed brass reading lamp with a sage hood, lit', at(345, 870, 1.22, readingLamp('#5c7a6c', '#b98f45'))),
      onTable('clerk-brick', 'The lamp with a brick-red hood', at(345, 870, 1.22, readingLamp('#a4493a', '#b98f45'))),
      onTable('clerk-cream', 'The lamp with a cream hood', at(345, 870, 1.22, readingLamp('#d9cdb4', '#b98f45'))),
    ],
  }),
  product({
    slug: 'beeswax-candles',
    title: 'Beeswax candles',
    descriptionHtml: prose(
      'Hand-dipped candles of pure beeswax from the same forests as our honey. Twenty-eight dips make one candle; cut across, it shows rings like a tree. Beeswax burns slowly, hardly drips and smells faintly of honey and nothing else. The wick is plain cotton.',
      ['Each 2.2 × 24 cm, burns for about nine hours', 'Pack of two, six or twelve in brown paper', 'Trim the wick to half a centimetre; the clay holders are sold by our potteries'],
    ),
    vendor: 'Lukanga Bee Forest',
    category: ['Lighting', 'Lanterns and candles'],
    collections,
    tags: ['beeswax', 'candle', 'under-30'],
    attributes: { material: 'Beeswax, cotton', origin: 'Zambia', heightMm: 240, burnHours: 9, handmade: true },
    optionNames: ['Pack'],
    variants: grid('LMP-CANDLE', [[{ value: 'Two', code: '2' }, { value: 'Six', code: '6', plus: 1600n, heavier: 380 }, { value: 'Twelve', code: '12', plus: 3600n, heavier: 950 }]], { price: 950n, grams: 195, stock: [50, 31, 12], barcodesFrom: 5061 }),
    pictures: [onTable('candles', 'Two burning beeswax candles in low clay holders', at(395, 870, 1.4, candles('#d9a441', '#b8593a')))],
  }),
  product({
    slug: 'three-leg-floor-lamp',
    title: 'Three-leg floor lamp',
    descriptionHtml: prose(
      'A floor lamp on three turned legs of mninga, joined under a brass ring so that the lamp folds together like an umbrella for moving house. The drum shade is the linen of our table lamp, one size larger. <strong>We are still testing the joint</strong> and will open sales when it has held a thousand openings.',
      ['Height 142 cm, shade 45 cm', 'E27 socket, up to 12 W LED', 'Foot switch on a textile cable of 2.5 m', 'Fits through a door when folded'],
    ),
    vendor: 'Arusha Joinery',
    category: ['Lighting', 'Floor lamps'],
    collections,
    tags: ['wood', 'linen'],
    attributes: { material: 'Mninga wood, linen, brass', origin: 'Tanzania', heightMm: 1420, diameterMm: 450, socket: 'E27', maxWatt: 12, dimmable: true },
    optionNames: [],
    variants: single('LMP-TRIPOD', { price: 24900n, grams: 5200, stock: [2] }),
    pictures: [atTable(760, 'tripod', 'A floor lamp on three wooden legs with a lit linen drum shade', at(400, 900, 1.22, tripod('#8a5f3c', '#efe0c4')))],
    status: 'draft',
  }),
];
