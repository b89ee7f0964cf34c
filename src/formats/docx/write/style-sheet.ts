import { Document, Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { wordStyles } from "../styles/index.js";
import type { Typography } from "../styles/typography.js";
import { beginNumbering, NUMBERING } from "./numbering.js";

/**
 * `word/styles.xml` as the docx package writes it, from a document without text. Handouts share it: writing it costs a
 * fifth of a handout.
 * @param language BCP 47
 */
export async function writeStyleSheet(type: Typography, language: string): Promise<string> {
  const document = new Document({
    styles: wordStyles(type, language),
    numbering: NUMBERING,
    sections: [{ children: [] }],
  });
  beginNumbering(document);
  const sheet = unzipSync(await Packer.toBuffer(document))["word/styles.xml"];
  if (!sheet) throw new Error("the docx package wrote no styles");
  return strFromU8(sheet);
}
