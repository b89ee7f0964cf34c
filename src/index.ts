/** What a program of others needs of this one: the types of what it hands over and takes. */
export type { Extension } from "./extensions/extension.js";
export type { Artifact, Context, Format } from "./formats/format.js";
export type { Library } from "./library/library.js";
export type { NumberedPattern, Pattern } from "./library/pattern.js";
export type { Breach, Finding, Rule, Severity } from "./library/rules/rule.js";
