import type { Role } from '../../../shared/kernel/actor.ts';

/** The kinds of role that the program office gives. */
export type OfficeRole = Exclude<Role['kind'], 'member'>;
