import type { Command } from "commander";

const UNKNOWN = /unknown option '(--[^'=]+)[^']*'/;

/** What commander says of a mistake; of an option that another command has, which one has it instead of a near name. */
export function sayWhoseOption(program: Command, message: string): string {
  const [, option] = UNKNOWN.exec(message) ?? [];
  const owners = program.commands
    .filter(({ options }) => options.some(({ long }) => long === option))
    .map((command) => command.name());
  if (option === undefined || owners.length === 0) return message;
  const whose = owners.join(owners.length > 2 ? ", " : " and ");
  return `error: ${option} is an option of ${whose}, not of the command that was given\n`;
}
