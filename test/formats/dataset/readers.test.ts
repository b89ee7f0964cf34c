import { join } from "node:path";
import { ROOT, temporaryFolder } from "../../support/editions.js";
import { describeTriples } from "../../support/triples.js";

const folder = temporaryFolder();

describeTriples("the small library of the tests", join(ROOT, "test/fixtures/jsonld"), join(folder, "small"));
describeTriples("our own library", join(ROOT, "patterns"), join(folder, "own"));
