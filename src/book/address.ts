import { z } from "zod";

/** An address on the web, as the configuration gives it. */
export const address = z.url({ protocol: /^https?$/ });
