import { type Actor, isStaff, leads } from '../kernel/actor.ts';

/** Staff plan for all, and a chapter's leads for its own alumni. */
export const mayPlan = (actor: Actor, chapterId: string | undefined) =>
  isStaff(actor) || (chapterId !== undefined && leads(actor, chapterId));
