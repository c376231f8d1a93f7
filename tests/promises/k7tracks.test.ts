import { allChecks } from './all.ts';
import { keepPromises } from './promise.ts';

keepPromises('K7', allChecks);
