import { test } from 'node:test';
import { statisticsChecks } from './statistics.ts';

for (const [id, { tries, run }] of Object.entries(statisticsChecks)) test(`${id}: ${tries}`, run);
