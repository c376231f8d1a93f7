import { openkommerce } from './openkommerce.ts';
import type { Profile } from './profile.ts';

/** Every profile that a tenant can be made with. */
export const profiles: readonly Profile[] = [openkommerce];
