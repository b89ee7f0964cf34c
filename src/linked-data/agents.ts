import { isOrganisation } from "../library/organisation-names.js";
import type { Iris } from "./iri.js";
import type { Node } from "./node.js";

type Kind = "Person" | "Organization";

/** Somebody who had a part in the library. */
export function describeAgent(name: string, iris: Iris): Node {
  return describe(name, kindOf(name), iris);
}

/** What somebody is in the words of schema.org alone. */
export function nameAgent(name: string): { "@type": Kind; name: string } {
  return { "@type": kindOf(name), name };
}

/** Who publishes: a house, whatever it is called. */
export function describePublisher(name: string, iris: Iris): Node {
  return describe(name, "Organization", iris);
}

function describe(name: string, kind: Kind, iris: Iris): Node {
  return { "@id": iris.agent(name), "@type": ["Agent", kind], name, agentName: name };
}

/** Files name people, and seldom a group: who is called like one is an organisation, all others are persons. */
function kindOf(name: string): Kind {
  return isOrganisation(name) ? "Organization" : "Person";
}
