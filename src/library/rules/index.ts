import { atOnce, inTurns } from "../../threads/turn.js";
import type { Library } from "../library.js";
import type { Matter, Pattern } from "../pattern.js";
import { addressIsUnique } from "./address-is-unique.js";
import { addressesAnswer } from "./addresses-answer.js";
import { addressesAreOnTheWeb } from "./addresses-are-on-the-web.js";
import { addressesHaveABase } from "./addresses-have-a-base.js";
import { aliasIsUnique } from "./alias-is-unique.js";
import { askInSteps, describeObservation } from "./ask.js";
import { bodyIsNotEmpty } from "./body-is-not-empty.js";
import { bookSuitsPrinter } from "./book-suits-printer.js";
import { cacheIsSound } from "./cache-is-sound.js";
import { citationsHaveReference } from "./citations-have-reference.js";
import { commentsAreClosed } from "./comments-are-closed.js";
import { controlCharactersAbsent } from "./control-characters-absent.js";
import { coverTextFits } from "./cover-text-fits.js";
import { datesAreInOrder } from "./dates-are-in-order.js";
import { datesAreIso } from "./dates-are-iso.js";
import { diagramsAreDrawn } from "./diagrams-are-drawn.js";
import { diagramsFitPage } from "./diagrams-fit-page.js";
import { diagramsParse } from "./diagrams-parse.js";
import { domainIsPresent } from "./domain-is-present.js";
import { ebookFilesAreSmall } from "./ebook-files-are-small.js";
import { ebookIsOneBook } from "./ebook-is-one-book.js";
import { editionIsDated } from "./edition-is-dated.js";
import { elementsAreKnown } from "./elements-are-known.js";
import { extensionsDoNotFail } from "./extensions-do-not-fail.js";
import { fieldNamesAreWords } from "./field-names-are-words.js";
import { fieldsAreKnown } from "./fields-are-known.js";
import { fieldsHaveTheirType } from "./fields-have-their-type.js";
import { fileCanBeRead } from "./file-can-be-read.js";
import { fileHasWords } from "./file-has-words.js";
import { fileIsInLibrary } from "./file-is-in-library.js";
import { fileIsReadInTime } from "./file-is-read-in-time.js";
import { fileIsSmall } from "./file-is-small.js";
import { fileIsText } from "./file-is-text.js";
import { fontsCoverText } from "./fonts-cover-text.js";
import { footnotesAreCalled } from "./footnotes-are-called.js";
import { footnotesAreDefined } from "./footnotes-are-defined.js";
import { footnotesAreDefinedOnce } from "./footnotes-are-defined-once.js";
import { formulasParse } from "./formulas-parse.js";
import { fragmentsHaveTarget } from "./fragments-have-target.js";
import { framesAreLinks } from "./frames-are-links.js";
import { frontMatterComesFirst } from "./front-matter-comes-first.js";
import { frontMatterIsClosed } from "./front-matter-is-closed.js";
import { frontMatterIsPresent } from "./front-matter-is-present.js";
import { frontMatterIsValid } from "./front-matter-is-valid.js";
import { frontMatterIsYaml } from "./front-matter-is-yaml.js";
import { frontMatterStandsOnce } from "./front-matter-stands-once.js";
import { groupsAreStated } from "./groups-are-stated.js";
import { headingLevelsHaveNoGap } from "./heading-levels-have-no-gap.js";
import { hierarchyHasNoCycle } from "./hierarchy-has-no-cycle.js";
import { hierarchyIsMutual } from "./hierarchy-is-mutual.js";
import { htmlElementsAreKnown } from "./html-elements-are-known.js";
import { htmlIsSafe } from "./html-is-safe.js";
import { idIsPresent } from "./id-is-present.js";
import { idIsTypeid } from "./id-is-typeid.js";
import { idIsUnique } from "./id-is-unique.js";
import { imagesAreLocal } from "./images-are-local.js";
import { imagesAreReadable } from "./images-are-readable.js";
import { imagesAreSafe } from "./images-are-safe.js";
import { imagesAreShownWhole } from "./images-are-shown-whole.js";
import { imagesExist } from "./images-exist.js";
import { imagesHaveAlt } from "./images-have-alt.js";
import { languageHasPatterns } from "./language-has-patterns.js";
import { languageIsKnown } from "./language-is-known.js";
import { languagesHaveWords } from "./languages-have-words.js";
import { licenceIsStated } from "./licence-is-stated.js";
import { linksHaveAddress } from "./links-have-address.js";
import { linksHaveScheme } from "./links-have-scheme.js";
import { linksLeadSomewhere } from "./links-lead-somewhere.js";
import { nestingIsShallow } from "./nesting-is-shallow.js";
import { noForeignMarkup } from "./no-foreign-markup.js";
import { oldSlugIsFree } from "./old-slug-is-free.js";
import { openingsHaveGroup } from "./openings-have-group.js";
import { orderFitsLibrary } from "./order-fits-library.js";
import { packsHavePatterns } from "./packs-have-patterns.js";
import { patternCanBeSet } from "./pattern-can-be-set.js";
import { patternIsSetInTime } from "./pattern-is-set-in-time.js";
import { picturesAreSharpEnough } from "./pictures-are-sharp-enough.js";
import { pluginsHaveNoRemarks } from "./plugins-have-no-remarks.js";
import { pressEditionConforms } from "./press-edition-conforms.js";
import { readingFitsLibrary } from "./reading-fits-library.js";
import { referenceIsInert } from "./reference-is-inert.js";
import { referencePagesAreTaken } from "./reference-pages-are-taken.js";
import { relatedIsMutual } from "./related-is-mutual.js";
import { relatedIsNotHierarchical } from "./related-is-not-hierarchical.js";
import { relationsAreStatedOnce } from "./relations-are-stated-once.js";
import { relationsHaveTarget } from "./relations-have-target.js";
import { relationsPointElsewhere } from "./relations-point-elsewhere.js";
import { rowsAreInTables } from "./rows-are-in-tables.js";
import type { Finding, Rule } from "./rule.js";
import { rulesCanBeAsked } from "./rules-can-be-asked.js";
import { scoresAreInRange } from "./scores-are-in-range.js";
import { sectionsHaveWords } from "./sections-have-words.js";
import { slugIsPresent } from "./slug-is-present.js";
import { slugIsSafe } from "./slug-is-safe.js";
import { slugIsUnique } from "./slug-is-unique.js";
import { spreadsheetEscapesAbsent } from "./spreadsheet-escapes-absent.js";
import { svgOnlyDraws } from "./svg-only-draws.js";
import { tablePipesAreEscaped } from "./table-pipes-are-escaped.js";
import { tableRowsFitHead } from "./table-rows-fit-head.js";
import { templatesTakeEffect } from "./templates-take-effect.js";
import { textIsNotMojibake } from "./text-is-not-mojibake.js";
import { titleIsPlain } from "./title-is-plain.js";
import { titleIsPresent } from "./title-is-present.js";
import { titleIsUnique } from "./title-is-unique.js";
import { translationsHaveOriginal } from "./translations-have-original.js";
import { universalityIsKnown } from "./universality-is-known.js";
import { valuesAreQuoted } from "./values-are-quoted.js";
import { valuesHaveOneSpelling } from "./values-have-one-spelling.js";
import { weightsAreInRange } from "./weights-are-in-range.js";

/** Every rule of ours, in the order of the README. Those of extensions come after them. */
export const RULES: readonly Rule[] = [
  fileIsInLibrary,
  fileIsText,
  fileIsSmall,
  fileIsReadInTime,
  fileCanBeRead,
  patternIsSetInTime,
  patternCanBeSet,
  nestingIsShallow,
  fileHasWords,
  frontMatterIsPresent,
  frontMatterIsClosed,
  frontMatterIsYaml,
  frontMatterIsValid,
  frontMatterComesFirst,
  frontMatterStandsOnce,
  valuesAreQuoted,
  fieldsAreKnown,
  fieldNamesAreWords,
  fieldsHaveTheirType,
  idIsPresent,
  idIsTypeid,
  idIsUnique,
  slugIsPresent,
  slugIsSafe,
  slugIsUnique,
  oldSlugIsFree,
  addressIsUnique,
  addressesAreOnTheWeb,
  titleIsPresent,
  titleIsPlain,
  titleIsUnique,
  aliasIsUnique,
  languageIsKnown,
  languageHasPatterns,
  translationsHaveOriginal,
  universalityIsKnown,
  domainIsPresent,
  groupsAreStated,
  valuesHaveOneSpelling,
  openingsHaveGroup,
  orderFitsLibrary,
  languagesHaveWords,
  scoresAreInRange,
  datesAreIso,
  datesAreInOrder,
  licenceIsStated,
  relationsHaveTarget,
  relationsPointElsewhere,
  relationsAreStatedOnce,
  weightsAreInRange,
  hierarchyIsMutual,
  relatedIsMutual,
  relatedIsNotHierarchical,
  hierarchyHasNoCycle,
  controlCharactersAbsent,
  spreadsheetEscapesAbsent,
  textIsNotMojibake,
  htmlIsSafe,
  framesAreLinks,
  htmlElementsAreKnown,
  noForeignMarkup,
  commentsAreClosed,
  headingLevelsHaveNoGap,
  bodyIsNotEmpty,
  sectionsHaveWords,
  tableRowsFitHead,
  tablePipesAreEscaped,
  rowsAreInTables,
  citationsHaveReference,
  footnotesAreDefined,
  footnotesAreCalled,
  footnotesAreDefinedOnce,
  fragmentsHaveTarget,
  linksHaveAddress,
  linksLeadSomewhere,
  linksHaveScheme,
  addressesAnswer,
  imagesExist,
  imagesAreLocal,
  imagesAreSafe,
  imagesAreReadable,
  imagesAreShownWhole,
  svgOnlyDraws,
  imagesHaveAlt,
  formulasParse,
  diagramsParse,
  diagramsAreDrawn,
  diagramsFitPage,
  elementsAreKnown,
  templatesTakeEffect,
  fontsCoverText,
  coverTextFits,
  ebookFilesAreSmall,
  ebookIsOneBook,
  editionIsDated,
  addressesHaveABase,
  rulesCanBeAsked,
  extensionsDoNotFail,
  pluginsHaveNoRemarks,
  cacheIsSound,
  packsHavePatterns,
  readingFitsLibrary,
  referenceIsInert,
  referencePagesAreTaken,
  picturesAreSharpEnough,
  pressEditionConforms,
  bookSuitsPrinter,
];

/**
 * Checks the whole library, what could not be read included; findings in order of file and place.
 * @param more rules beside ours
 */
export function check(library: Library, more: readonly Rule[] = []): Finding[] {
  return atOnce(checkInSteps(library, [...RULES, ...more]));
}

/** The same, with a turn for what waits between steps: of a large library all of them take their time. */
export async function checkInTurns(library: Library, more: readonly Rule[]): Promise<Finding[]> {
  return inTurns(checkInSteps(library, [...RULES, ...more]));
}

function* checkInSteps(library: Library, rules: readonly Rule[]): Generator<void, Finding[]> {
  const findings: Finding[][] = [
    library.failed.map(({ path, failure }): Finding => ({ severity: "error", file: path, ...failure })),
    describeObservations(library, rules),
  ];
  yield;
  const texts = asPatterns(library);
  for (const rule of rules) {
    findings.push(yield* askInSteps(rule, library));
    if (rule.ofTexts && texts) findings.push(yield* askInSteps(rule, texts));
    yield;
  }
  return sortFindings(findings.flat());
}

/** The texts of the book in place of the patterns; undefined where there are none. */
function asPatterns(library: Library): Library | undefined {
  if (library.matter.length === 0) return undefined;
  return { ...library, patterns: library.matter.map((text) => ({ ...text, number: 0 })) };
}

/** Findings in order of file, place and rule; those on the library as a whole first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.file ?? "", b.file ?? "") ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What reading noticed, in the words of the rules; in duplicates too, which may be the version to keep. */
function describeObservations({ patterns, duplicates, matter }: Library, all: readonly Rule[]): Finding[] {
  const rules = new Map(all.map((rule) => [rule.id, rule]));
  const twins = duplicates.map((duplicate): Pattern => duplicate.pattern);
  return [...patterns, ...twins, ...matter.map(withoutNames)].flatMap((pattern) =>
    pattern.observations.flatMap((observation) => {
      const rule = rules.get(observation.rule);
      return rule ? describeObservation(rule, observation, pattern) : [];
    }),
  );
}

const NAMES = new Set(["front-matter-is-present", "id-is-present", "slug-is-present"]);

/** A text of the book needs no name: nothing outside of the library asks for it. */
function withoutNames(text: Matter): Pattern {
  return { ...text, observations: text.observations.filter(({ rule }) => !NAMES.has(rule)) };
}
