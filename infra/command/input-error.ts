/** What is wrong with what was given, in one line for who gave it. */
export class InputError extends Error {}

/** What is wrong with how the command was called. */
export class UsageProblem extends InputError {}

/** What is wrong with a file, said so that its owner finds the place. */
export class FileProblem extends InputError {}
