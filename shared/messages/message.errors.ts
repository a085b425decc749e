/** This area's own failures; the general ones are in kernel/failure.ts. */
export type MessageFailure = never;
