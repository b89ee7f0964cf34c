import { type IContext, ImportedXmlComponent, type IXmlableObject, TextRun } from "docx";

/**
 * What the docx package has no class for, as XML, in the place of a run: content controls. In a paragraph the package
 * takes nothing but its own classes.
 */
export class Verbatim extends TextRun {
  readonly #component: ImportedXmlComponent;

  /** @param xml one element, with Word's usual prefixes */
  constructor(xml: string) {
    super({});
    this.#component = ImportedXmlComponent.fromXmlString(xml);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return this.#component.prepForXml(context);
  }
}
