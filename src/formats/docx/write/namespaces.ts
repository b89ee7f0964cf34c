const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** For parts of text and its styles. */
export const W = { "xmlns:w": MAIN };

export const A = { "xmlns:a": DRAWING };
