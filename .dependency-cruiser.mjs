import { FORMATS, filesOf, ROOMS } from "./.ci/rooms.mjs";

/** `npx depcruise src`: no circle, and no arrow that is not in the picture (see CONTRIBUTING.md). */
export default {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment: "Two files that need each other share an idea: give it a file on which both look down.",
      from: {},
      to: { circular: true },
    },
    ...Object.entries(ROOMS).map(([room, below]) => ({
      name: `${room}-looks-down`,
      severity: "error",
      comment: `${room} may import ${below.join(", ") || "no other room"}.`,
      from: { path: filesOf(room) },
      to: { path: "^src/", pathNot: [room, ...below].map(filesOf) },
    })),
    ...FORMATS.map((format) => ({
      name: `${format}-stands-alone`,
      severity: "error",
      comment: "Formats do not import one another: what several need stands in page, in linked-data or beside their folders.",
      from: { path: `^src/formats/${format}/` },
      to: { path: "^src/formats/[^/]+/", pathNot: `^src/formats/${format}/` },
    })),
    {
      name: "every-room-is-known",
      severity: "error",
      comment: "Name the room in .ci/rooms.mjs, with what it may import.",
      from: { path: "^src/", pathNot: Object.keys(ROOMS).map(filesOf) },
      to: {},
    },
    {
      name: "src-stands-alone",
      severity: "error",
      comment: "The program imports no test and no tool of ours.",
      from: { path: "^src/" },
      to: { path: "^(test|bench|\\.ci)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Imports of types too: a type may be the idea that two rooms share.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
