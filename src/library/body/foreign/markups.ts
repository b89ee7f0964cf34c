/** What stands for machinery of another system in a text, by a name of ours. */
export interface Markup {
  /** Signs without which there is none of it in a text: looked for first, for they are found quickly. */
  signs: readonly string[];
  /** Global. What its groups `label` and `title` match is words, and stays. */
  pattern: RegExp;
  /** Whether it never carries words, and is taken out. */
  taken: boolean;
  /** Whether it parts the lines before it from those after. */
  lines?: boolean;
  /** What it is, and where. */
  what: string;
  /** What to do about it. */
  mend: string;
}

const ATTRIBUTE = String.raw`(?:[.#][\p{L}_][\w:.-]*|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+))`;
const LINE = String.raw`(?<=^[ \t>]*)`;
const END = "[ \\t]*$";

// A paragraph of its own, between blank lines.
const ALONE = String.raw`(?<=(?:^|\n[ \t>]*\n)[ \t>]*)`;
const ALONE_TO = String.raw`(?=[ \t]*(?:\n[ \t>]*\n|\n*$))`;

const REMOVE = "remove it: it is taken out";
const WRITE =
  "write what stands for it, remove it, or name it under drop in a rule of read in book.yaml: it is printed as it stands";
const PUT = "write what stands for it, or remove it: it is taken out, and nothing stands in its place";

/** In the order in which they are looked for: where two match, the first is found. */
export const MARKUPS = {
  "contents-list": {
    signs: ["toc]", "TOC]", "Toc]", "toc_]", "TOC_]", "toc}", "{:toc", "toc >", "toc>"],
    pattern: new RegExp(
      String.raw`${LINE}(?:(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:[ \t]*\.?[\w -]*\btoc\b[^}\n]*\}|@?\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|\{:[ \t]*toc[^}\n]*\}|\{\{<?[ \t]*toc[ \t]*>?\}\})${END}`,
      "gimu",
    ),
    taken: true,
    lines: true,
    what: "a place for a table of contents, which a site makes",
    mend: `${REMOVE}, and every edition has contents of its own`,
  },
  container: {
    signs: [":::"],
    pattern: new RegExp(
      String.raw`${LINE}:{3,}[ \t]*(?<kind>[\w-]+)?(?:\[(?<label>[^\]\n]*)\])?(?:[ \t]*\{(?<attributes>[^}\n]*)\})?(?:[ \t]+(?<title>(?!:)(?![^\n]*[={])[^\n]*?[^\n:]))?(?:[ \t]+:{3,})?${END}`,
      "gmu",
    ),
    taken: true,
    lines: true,
    what: "a fence of a container, of Pandoc, Docusaurus or VitePress",
    mend: "write a callout, `> [!NOTE] Title`, or remove the fences: they are taken out, and the text between them stays",
  },
  hint: {
    signs: ["hint"],
    pattern: new RegExp(
      String.raw`${LINE}\{%-?[ \t]*(?:hint(?:[ \t]+style=["'](?<kind>[\w-]+)["'])?|endhint)[ \t]*-?%\}${END}`,
      "gmu",
    ),
    taken: true,
    lines: true,
    what: "a tag round a hint, of GitBook",
    mend: "write a callout, `> [!NOTE] Title`: the tags are taken out, and the text between them stays",
  },
  directive: {
    signs: [":::"],
    pattern: new RegExp(String.raw`${LINE}:{3,}[ \t]*[\w{][^\n]*$`, "gmu"),
    taken: false,
    what: "a directive",
    mend: WRITE,
  },
  "attribute-list": {
    signs: ["{:", "{#", "{."],
    pattern: new RegExp(
      String.raw`(?<!\\)(?:\{:(?::?[\w-]+:)?(?=[\s.#\w}])(?:[ \t]*(?:${ATTRIBUTE}|[\w-]+))*[ \t]*\}|\{(?=[.#])${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*[ \t]*\})`,
      "gu",
    ),
    taken: true,
    what: "a list of attributes, of kramdown or Pandoc",
    mend: REMOVE,
  },
  "kramdown-extension": {
    signs: ["{::", "{:/"],
    pattern: /(?<!\\)\{(?:::(?:nomarkdown|options)[^}\n]*|:\/[a-z]*)\}/g,
    taken: true,
    what: "an extension of kramdown",
    mend: REMOVE,
  },
  "raw-block": {
    signs: ["raw"],
    pattern: /\{%-?\s*(?:end)?raw\s*-?%\}/g,
    taken: true,
    what: "a Liquid tag round text that is to be printed as it stands",
    mend: REMOVE,
  },
  "template-call": {
    signs: ["{{"],
    // With braces within braces; a call that goes on for longer is none.
    pattern:
      /(?<!\\)\{\{-?[ \t]*[\w.]+\((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}){0,2000}\)(?:[ \t]*\|[ \t]*\w+)*\s*-?\}\}/g,
    taken: true,
    what: "a call of a macro, of Nunjucks or Jinja",
    mend: REMOVE,
  },
  "template-frame": {
    signs: ["{%"],
    pattern:
      /\{%-?[ \t]*(?:(?:from|import|extends|set|assign|block|call|macro|if|elsif|elif|elseif|unless|case|when|for|capture)[ \t][^\n%]*|else|end(?:set|block|call|macro|if|unless|case|for|capture))[ \t]*-?%\}/g,
    taken: true,
    what: "a tag of a template that carries no words, of Nunjucks, Jinja or Liquid",
    mend: REMOVE,
  },
  "tag-line": {
    signs: ["#"],
    pattern: new RegExp(
      // The sign itself first: it is found quickly, and what stands before it is looked at then.
      String.raw`#(?=[\p{L}\p{N}_-])(?<=^[ \t>]*#)(?:[\p{L}\p{N}_-]+\/[\p{L}\p{N}_/-]+|\p{Ll}[\p{L}\p{N}_-]*)(?:[ \t,]+#[\p{L}\p{N}_/-]+)*${END}`,
      "gmu",
    ),
    taken: true,
    lines: true,
    what: "a line of tags, of Obsidian or Logseq",
    mend: "write them under tags in front matter, or remove them: they are taken out",
  },
  "page-break": {
    signs: ["\\newpage", "\\pagebreak", "\\clearpage", "\\cleardoublepage", "pagebreak"],
    pattern: new RegExp(
      String.raw`${LINE}(?:\\{1,2}(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\}|\[\d\])?|\{\{<[ \t]*pagebreak[ \t]*>\}\})${END}`,
      "gmu",
    ),
    taken: true,
    lines: true,
    what: "a page break, of LaTeX or Quarto",
    mend: `${REMOVE}, and every edition breaks its own pages`,
  },
  placeholder: {
    signs: ["{{", "{%"],
    pattern: new RegExp(
      String.raw`${ALONE}(?:\{\{(?![{<%])[^{}\n]*\}\}|\{\{<[^\n]*?>\}\}|\{%-?[ \t]*(?:include|include_relative|render|component)[ \t][^\n]*?%\})${ALONE_TO}`,
      "g",
    ),
    taken: true,
    lines: true,
    what: "a place for words that another program puts there",
    mend: PUT,
  },
  "shortcode-fence": {
    signs: ["{{%", "{{<"],
    pattern: new RegExp(String.raw`${LINE}\{\{(?:%[^\n]*?%|<[ \t]*\/?[\w-]+(?:[ \t][^\n]*?)?>)\}\}${END}`, "gm"),
    taken: true,
    lines: true,
    what: "a tag of a shortcode, of Hugo",
    mend: "write a callout, `> [!NOTE] Title`, or remove the tags: they are taken out, and text between two of them stays",
  },
  "block-name": {
    signs: [" ^", "\n^"],
    pattern: new RegExp(String.raw`(?<=[ \t]|^)\^(?=[\w-]*[A-Za-z])[\w-]{2,}${END}`, "gm"),
    taken: true,
    what: "the name of a block, of Obsidian",
    mend: REMOVE,
  },
  "mdx-import": {
    signs: ["import "],
    pattern:
      /(?<=(?:^|\n[ \t]*\n|;[ \t]*\n|["'][ \t]*\n))import[ \t]+(?:[\w*{][^\n"']*[ \t]from[ \t]+)?(["'])[^"'\n]+\1[ \t]*;?[ \t]*$/gm,
    taken: true,
    what: "an import of MDX",
    mend: REMOVE,
  },
  "mdx-export": {
    signs: ["export "],
    pattern: /(?<=(?:^|\n[ \t]*\n))export[ \t]+(?:default|const|let|var|function)[ \t][^\n]*[={(][^\n]*$/gm,
    taken: false,
    what: "an export of MDX",
    mend: WRITE,
  },
  shortcode: {
    signs: ["{{<", "{{%"],
    // As the address of a link it is one: see `readLiquidLinks`.
    pattern: /(?<!\\)(?!(?<=\]\()\{\{[<%]\s*(?:rel)?ref\s)\{\{(?:<[^\n]*?>|%[^\n]*?%)\}\}/g,
    taken: false,
    what: "a shortcode, of Hugo or Quarto",
    mend: WRITE,
  },
  "filled-in": {
    signs: ["{{"],
    // In TeX two braces follow a sign or a letter, and no blank. As the address of a link it is one.
    pattern: /(?!(?<=\]\()\{\{[<%]\s*(?:rel)?ref\s)(?:(?<![\\{\w^_}])\{\{(?!\{)|(?<![\\{])\{\{(?=\s))[^{}\n]*\}\}\}?/g,
    taken: false,
    what: "a value that a site or a template fills in",
    mend: WRITE,
  },
  "liquid-tag": {
    signs: ["{%"],
    // In an attribute, and as the address of a link, it is one: see `readLiquidAddress`.
    pattern: /(?<!\\|\{|(?:href|src)=["']?)(?!(?<=\]\()\{%-?\s*(?:link|post_url)\s)\{%[^\n]*?%\}/g,
    taken: false,
    what: "a Liquid tag, of Jekyll or another site",
    mend: WRITE,
  },
  template: {
    signs: ["<%"],
    pattern: /<%[^\n]*?%>/g,
    taken: false,
    what: "a tag of a template",
    mend: WRITE,
  },
  admonition: {
    signs: ["!!!", "???"],
    pattern: new RegExp(
      String.raw`${LINE}(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+[\w-]+)*(?:[ \t]+"[^"\n]*")?${END}`,
      "gmu",
    ),
    taken: false,
    what: "an admonition, of MkDocs",
    mend: "write a callout, `> [!WARNING] Title`, and its text behind `>`: it is printed as it stands",
  },
  tab: {
    signs: ['=== "'],
    pattern: new RegExp(String.raw`${LINE}===[!+]?[ \t]+"[^"\n]+"${END}`, "gmu"),
    taken: false,
    what: "a tab, of MkDocs",
    mend: "write a heading: it is printed as it stands",
  },
  highlight: {
    signs: ["=="],
    // Over the lines of one block, and over code in them.
    pattern:
      /(?<![=\p{L}\p{N}!<>])==(?=[^\s=])(?:[^=\n`]|`[^`\n]*`|=(?!=)|\n(?![ \t>]*\n))*(?<!\s)==(?![=\p{L}\p{N}])/gu,
    taken: false,
    what: "a highlight of which a part stands in other markup",
    mend: "put both signs inside the other markup, or outside: the signs are printed as they stand",
  },
  "inline-note": {
    signs: ["^["],
    pattern: /(?<!\\)\^\[[^\]\n]+\]/g,
    taken: false,
    what: "a footnote within the text, of Pandoc or Obsidian",
    mend: "call it by a label, [^label], and put [^label]: before it on a line of its own; it is printed as it stands",
  },
  // Found in the tree: see `dropQueries`.
  query: {
    signs: [],
    pattern: /(?!)/g,
    taken: true,
    what: "a query that Obsidian answers in place of it",
    mend: "write the list that it makes, or remove it: it is taken out, and nothing stands in its place",
  },
  abbreviation: {
    signs: ["*["],
    pattern: new RegExp(String.raw`${LINE}\*\[[^\]\n]+\]:[ \t]+\S[^\n]*$`, "gmu"),
    taken: false,
    what: "an abbreviation, of Markdown Extra",
    mend: "write it out where it is first used, and remove the line: it is printed as it stands",
  },
  definition: {
    signs: ["\n: ", "\n:\t", "\n:   "],
    pattern: /(?<=[^\s][ \t]*\n(?:[ \t]*\n)?)[ ]{0,3}:[ \t]+\S[^\n]*$/gm,
    taken: false,
    what: "a definition, of Markdown Extra",
    mend: "write `**Term**: definition`, or <dl>, <dt> and <dd>: it is printed as it stands",
  },
  citation: {
    signs: ["[@", "[-@"],
    pattern: /(?<!\\)\[-?@[\p{L}\d_][^\]\n]*\](?![([])/gu,
    taken: false,
    what: "a citation, of Pandoc",
    mend: "write [1], and the reference as [1] in a section “References”: it is printed as it stands",
  },
  "another-format": {
    signs: ["#+", ".. ", "::", "== ", "=== "],
    pattern:
      /^(?:#\+[A-Za-z_]+(?::|[ \t])[^\n]*|\.\. [\w-]+::[^\n]*|(?:include|image|video|toc)::[^\s[]*\[[^\]\n]*\]|={2,5} [^\s=][^=\n]*)$/gm,
    taken: false,
    what: "a line of Org, reStructuredText or AsciiDoc",
    mend: "write it in Markdown, or remove it: it is printed as it stands",
  },
} as const satisfies Readonly<Record<string, Markup>>;

export type MarkupName = keyof typeof MARKUPS;
