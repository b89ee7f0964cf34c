import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";

describe("the rules for reading in a configuration", () => {
  it.each([
    [
      "a place that is none",
      'read:\n  - files: "*.md"\n    fields: { title: "#nope" }\n',
      /^b\.yaml:3:22: read\.0\.fields\.title: “#nope” is no place; expected a place: a\.b/,
    ],
    [
      "an unknown key",
      'read:\n  - files: "*.md"\n    colour: red\n',
      /^b\.yaml:2:5: read\.0: .*colour.*known here: files, as, fields, relations, roles, drop/,
    ],
    ["a kind of file that there is not", 'read:\n  - files: "*.md"\n    as: chapter\n', /^b\.yaml:3:9: read\.0\.as: /],
    [
      "a role that there is not",
      'read:\n  - files: "*.md"\n    roles: { moral: End }\n',
      /^b\.yaml:3:\d+: read\.0\.roles: .*moral.*known here: preface, .*solution/,
    ],
    [
      "a relation that there is not",
      'read:\n  - files: "*.md"\n    relations: { relate: "## Related" }\n',
      /^b\.yaml:3:\d+: read\.0\.relations: .*relate.*known here: generalizes_from, .*related/,
    ],
    [
      "a key of a relation that there is not",
      'read:\n  - files: "*.md"\n    relations: { related: { in: "## Related", weigth: w } }\n',
      /^b\.yaml:3:\d+: read\.0\.relations\.related: .*weigth.*known here: in, target, weight, description/,
    ],
    [
      "a key of a group's name that there is not",
      "order: { names: { calm: { name: Calm, sentense: So. } } }\n",
      /^b\.yaml:1:\d+: order\.names\.calm: .*sentense.*known here: name, sentence/,
    ],
    [
      "a regular expression that is none",
      'read:\n  - files: "*.md"\n    fields: { x: "/(/" }\n',
      /^b\.yaml:3:18: read\.0\.fields\.x: “\/\(\/” is no place/,
    ],
  ])("locate %s", (_, text, message) => {
    expect(() => parseConfig(text, "b.yaml")).toThrow(message);
  });
});
