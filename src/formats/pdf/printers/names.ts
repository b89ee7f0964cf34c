/** Printers whose figures stand in `templates/printers.yaml`, as `pdf.printer` names them. */
export const PRINTER_NAMES = ["kdp-white", "kdp-cream", "ingramspark", "lulu", "bod", "offset"] as const;

export type PrinterName = (typeof PRINTER_NAMES)[number];

/** Parts of ISO 15930 that a file for the press can be: 7, 1 and 3. */
export const STANDARDS = ["PDF/X-4", "PDF/X-1a:2001", "PDF/X-3:2002"] as const;

export type Standard = (typeof STANDARDS)[number];
