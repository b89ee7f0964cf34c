import { Document, type IXmlableObject, Theme } from "docx";

/** A document whose theme is our house's: the package's own is a fifth of what it writes, and is thrown away. */
export class Draft extends Document {
  override get Theme(): Theme {
    return UNWRITTEN;
  }
}

class Unwritten extends Theme {
  override prepForXml(): IXmlableObject {
    return { "a:theme": {} };
  }
}

const UNWRITTEN = new Unwritten();
