/** The command line asks for something that cannot be; the message says what was expected. Exit status 2. */
export class UsageError extends Error {}
