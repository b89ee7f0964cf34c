// Names of devices to Windows, whatever ending follows them.
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** The name of a pattern's file, without its ending: its slug, with a sign that no slug has where Windows would refuse it. */
export function toFileName(slug: string): string {
  return DEVICE.test(slug) ? `${slug}_` : slug;
}
