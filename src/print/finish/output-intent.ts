import { type PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { srgbProfile } from "../icc/srgb.js";

/** ISO 19005-3, 6.2.3: what red, green and blue mean in this file: sRGB, as on the web. */
export function declareColours({ context, catalog }: PDFDocument): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({
    Type: PDFName.of("OutputIntent"),
    S: PDFName.of("GTS_PDFA1"),
    OutputConditionIdentifier: PDFString.of("sRGB IEC61966-2.1"),
    RegistryName: PDFString.of("http://www.color.org"),
    Info: PDFString.of("sRGB IEC61966-2.1"),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}
