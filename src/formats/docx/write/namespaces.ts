const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** For parts without pictures and links. */
export const W = { "xmlns:w": MAIN };

/** For parts that hold text. */
export const TEXT = {
  "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
  "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
  "mc:Ignorable": "w14",
  "xmlns:w": MAIN,
  "xmlns:r": RELATIONSHIPS,
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  "xmlns:a": DRAWING,
  "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
};

export const A = { "xmlns:a": DRAWING };
