const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi|ps|dv)(-|$)/i;

/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}
