import type { TimedJob } from '#kernel/module.ts';
import { foldDays } from './fold-days.ts';

export const jobs: readonly TimedJob[] = [{ name: 'analytics.fold', everySeconds: 300, run: foldDays }];
