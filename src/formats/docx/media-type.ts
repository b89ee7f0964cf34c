/** Of a .docx file (ECMA-376 part 1, 15.2). */
export const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
