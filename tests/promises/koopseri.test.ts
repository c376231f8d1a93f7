import { allChecks } from './all.ts';
import { keepPromises } from './promise.ts';

keepPromises('KS', allChecks);
