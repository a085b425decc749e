/** What is wrong with what was given, in one line for who gave it. */
export class InputError extends Error {}
