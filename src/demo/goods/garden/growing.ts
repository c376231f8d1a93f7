import { green } from '../../drawing/families.ts';
import { handTools, seedPacket, wateringCan } from '../../drawing/garden.ts';
import { flowerPot } from '../../drawing/pots.ts';
import { bush } from '../../drawing/plants.ts';
import { at, together } from '../../drawing/sheet.ts';
import { grid, product, prose, studio } from '../../make.ts';
import type { DemoProduct } from '../../types.ts';

const { onTable, flat } = studio(green, 'garden');
const collections = ['garden'] as const;

/** Pots, cans, tools and seeds. */
export const growing: readonly DemoProduct[] = [
  product({
    slug: 'terracotta-pot-with-saucer',
    title: 'Terracotta pot with saucer',
    descriptionHtml: prose(
      'A flower pot as it should be: thick-walled, unglazed, with a heavy rim to lift it by. The clay breathes, so roots get air and the plant tells you early when it is thirsty. Fired hotter than usual, the pot survives a frosty night as long as it does not stand in water.',
      [
        'Diameter 12, 16, 21 or 28 cm at the rim',
        'One drain hole; the saucer is glazed inside and does not sweat',
        'White bloom on the outside is lime and can be brushed off',
      ],
    ),
    vendor: 'Entoto Clay',
    category: ['Garden', 'Pots'],
    collections,
    tags: ['terracotta', 'outdoor', 'pot'],
    attributes: {
      material: 'Terracotta',
      origin: 'Ethiopia',
      diameterMm: 210,
      frostProof: true,
      outdoor: true,
      handmade: true,
    },
    optionNames: ['Diameter'],
    variants: grid(
      'GAR-POT',
      [
        [
          { value: '12 cm', code: '12' },
          { value: '16 cm', code: '16', plus: 400n, heavier: 500 },
          { value: '21 cm', code: '21', plus: 1100n, heavier: 1400 },
          { value: '28 cm', code: '28', plus: 2400n, heavier: 3300 },
        ],
      ],
      { price: 900n, grams: 620, stock: [44, 38, 21, 3], barcodesFrom: 7001 },
    ),
    pictures: [
      onTable(
        'pot',
        'A terracotta pot on its saucer with a pointed-leaf plant',
        at(400, 880, 1.5, flowerPot('#b8653f', 1, bush(13, 250, 34, '#5d7a4a', 170))),
      ),
      onTable(
        'pot-sizes',
        'Three empty pots in three sizes',
        together(
          at(530, 750, 1.35, flowerPot('#b8653f')),
          at(265, 800, 1.05, flowerPot('#b8653f')),
          at(465, 900, 0.78, flowerPot('#b8653f')),
        ),
      ),
    ],
  }),
  product({
    slug: 'long-reach-watering-can',
    title: 'Long-reach watering can',
    descriptionHtml: prose(
      'A watering can whose spout is long enough for the back row and whose two handles let you carry with one hand and pour with the other. Sheet steel, folded and soldered, then dipped in enamel. The brass rose unscrews and gives a fine, upward-falling rain that does not wash seedlings out.',
      [
        'Holds 5 litres, weighs 1.1 kg empty',
        'The spout ends above the water line, so it does not slop when carried',
        'Empty it before frost',
      ],
    ),
    vendor: 'Athi Enamel Works',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['enamel', 'brass', 'outdoor'],
    attributes: {
      material: 'Enamelled steel, brass',
      origin: 'Kenya',
      capacityLitres: 5,
      heightMm: 340,
      outdoor: true,
      handmade: false,
    },
    optionNames: ['Colour'],
    variants: grid(
      'GAR-CAN',
      [
        [
          { value: 'Bottle green', code: 'GRN' },
          { value: 'Ochre', code: 'OCH' },
          { value: 'Brick', code: 'BRK' },
        ],
      ],
      { price: 4900n, grams: 1100, stock: [13, 8, 6], barcodesFrom: 7011, was: { 'GAR-CAN-OCH': 5900n } },
    ),
    pictures: [
      onTable(
        'can',
        'A bottle-green watering can with a brass rose and two handles',
        at(440, 850, 1.22, wateringCan('#4f7166', '#b98f45')),
      ),
      onTable(
        'can-ochre',
        'The watering can in ochre',
        at(440, 850, 1.22, wateringCan('#cf9440', '#b98f45')),
      ),
      onTable(
        'can-brick',
        'The watering can in brick red',
        at(440, 850, 1.22, wateringCan('#a9503a', '#b98f45')),
      ),
    ],
  }),
  product({
    slug: 'hand-trowel-and-fork',
    title: 'Hand trowel and fork',
    descriptionHtml: prose(
      'A trowel and a fork forged from old leaf springs by a smith in Jos, who makes hoes for half the plateau. Spring steel takes a thin edge and springs back from stones. The handles are turned from ash-like celtis wood, shaped for a closed fist and hung on leather.',
      [
        'Length 32 cm',
        'Sold singly or as a pair',
        'Wipe with an oily rag before winter; the edge can be filed',
        'Loose handles are refitted free of charge',
      ],
    ),
    vendor: 'Plateau Forge',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['forged', 'recycled', 'gift'],
    attributes: {
      material: 'Spring steel, celtis wood',
      origin: 'Nigeria',
      lengthMm: 320,
      repairable: true,
      handmade: true,
    },
    optionNames: ['Tool'],
    variants: grid(
      'GAR-HAND',
      [
        [
          { value: 'Trowel', code: 'TRO' },
          { value: 'Fork', code: 'FRK', plus: 200n, heavier: 20 },
          { value: 'Pair', code: 'PR', plus: 1900n, heavier: 340 },
        ],
      ],
      { price: 2300n, grams: 320, stock: [16, 12, 9], barcodesFrom: 7021 },
    ),
    pictures: [
      flat(
        'tools',
        'A hand trowel and a hand fork with wooden handles and leather loops',
        at(400, 455, 1.28, handTools('#b98a55', '#9aa3a3', '#5a3020')),
      ),
    ],
  }),
  product({
    slug: 'kitchen-garden-seeds',
    title: 'Kitchen garden seeds',
    descriptionHtml: prose(
      'Open-pollinated seeds from a farm that has saved its own since 1974, so you can save yours too. Each packet tells when to sow north and south of the equator. Choose between a sweet plum tomato, a small-leaved basil, a branching sunflower and a chilli that is hot but has manners.',
      [
        'Tomato 40, basil 200, sunflower 30, chilli 25 seeds',
        'Germination tested in the year of sale, printed on the back',
        'Not shipped outside the EU and the African Union',
      ],
    ),
    vendor: 'Ngong Seed Keepers',
    category: ['Garden', 'Seeds'],
    collections,
    tags: ['seeds', 'kitchen', 'under-30'],
    attributes: {
      material: 'Seeds',
      origin: 'Kenya',
      organic: true,
      openPollinated: true,
      bestBeforeMonths: 24,
    },
    optionNames: ['Sort'],
    variants: grid(
      'GAR-SEED',
      [
        [
          { value: 'Plum tomato', code: 'TOM' },
          { value: 'Small-leaved basil', code: 'BAS' },
          { value: 'Sunflower', code: 'SUN' },
          { value: 'Chilli', code: 'CHI' },
        ],
      ],
      { price: 390n, grams: 12, stock: [90, 120, 75, 4], barcodesFrom: 7031 },
    ),
    pictures: [
      flat(
        'seed-tomato',
        'A seed packet with three tomatoes on a vine',
        at(400, 470, 1.3, seedPacket('#e9d3a4', 'tomato', '#b93f2a', '#55734f')),
      ),
      flat(
        'seed-basil',
        'A seed packet with a sprig of basil',
        at(400, 470, 1.3, seedPacket('#e3e0c0', 'basil', '#55734f', '#55734f')),
      ),
      flat(
        'seed-sunflower',
        'A seed packet with a sunflower',
        at(400, 470, 1.3, seedPacket('#d9d3e4', 'flower', '#d9932f', '#55734f')),
      ),
    ],
  }),
];
