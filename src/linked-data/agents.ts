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
  return isGroup(name) ? "Organization" : "Person";
}

// What groups are called in the languages of the interface: as a word of its own, or at the end of a German or Dutch compound.
const GROUP = new RegExp(
  "(?:^|[^\\p{L}])(?:" +
    [
      "alliance|assembly|association|coalition|collective|college|committee|commons|community|company|consortium|contributors",
      "cooperative|co-op|council|department|editors|federation|forum|foundation|founders|fund|group|inc|initiative|institute",
      "lab|labs|llc|ltd|ministry|movement|museum|network|observatory|office|organi[sz]ation|partners|partnership|platform|press",
      "programme|project|school|society|studio|team|trust|union|university|volunteers|workshop",
      "asociación|associação|associazione|collectif|colectivo|coletivo|comunidad|cooperativa|equipo|fondation|fundación|fundação",
      "institut|instituto|istituto|universidad|universidade|università|université|réseau|red de|rede de|rete di",
      "e\\.? ?v|gmbh|ag|s\\.?a|s\\.?r\\.?l|b\\.?v|stichting|fundacja|stowarzyszenie|uniwersytet|جمعية|مؤسسة|جامعة|فريق",
    ].join("|") +
    ")\\.?(?=$|[^\\p{L}])|\\p{L}(?:gruppe|verein|stiftung|genossenschaft|universität|institut|verband|netzwerk|vereniging|netwerk)$",
  "iu",
);

/** Whether somebody is called like a group of people. */
export function isGroup(name: string): boolean {
  return GROUP.test(name);
}
