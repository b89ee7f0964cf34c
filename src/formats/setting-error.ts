/** A setting that names what is not there, or is not what it should be. The message begins with its key. */
export class SettingError extends Error {}
