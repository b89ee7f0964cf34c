/** How the program is called again, as it was called: through npx it is on nobody's PATH. */
export function calledAs({ npm_command, npm_lifecycle_event }: NodeJS.ProcessEnv = process.env): string {
  return npm_command === "exec" || npm_lifecycle_event === "npx" ? "npx pattern-press" : "pattern-press";
}

/** The same words with every command in them as a user would type it. */
export function asCalled(words: string, environment?: NodeJS.ProcessEnv): string {
  return words.replace(
    /(?<!npx )\bpattern-press (?=build|check|verify|explain|diff|init|browser|schema|theme|--help)/g,
    `${calledAs(environment)} `,
  );
}
