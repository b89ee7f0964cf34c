// What bodies are called, in the languages that the book has words for; of those that end in many ways only the stem.
const BODY = new RegExp(
  `(?<![\\p{L}])(?:${[
    "academ\\p{L}*|agenc\\p{L}*|alliance|allianz|association\\p{L}*|asocia\\p{L}*|associa\\p{L}*|bank|banco|banque|board",
    "bureau|center|centre|centro|zentrum|coalition|collective|colectivo|collectif|college|commission|comisión|commons",
    "committee|comité|community|company|confederation|conference|congress|consortium|cooperative\\p{L}*|coop|co-op",
    "corporation|council|consejo|conseil|department|federation|federación|fédération|forum|foro|foundation|fundación",
    "fondation|fundação|fondazione|stichting|stiftung|gesellschaft|genossenschaft\\p{L}*|government|group|grupo|groupe",
    "gruppe|guild|gmbh|inc|institut\\p{L}*|initiative|instytut|international|laborator\\p{L}*|lab|labs|league|ltd|ministr\\p{L}*",
    "ministère|movement|movimiento|mouvement|museum|nations|network|netzwerk|réseau|red|office|organi[sz]a\\p{L}*|parliament",
    "partnership|party|press|program|programme|project|proyecto|projet|school|society|sociedad|société|states|team|trust",
    "union|unión|università|universidad\\p{L}*|universidade|université|universität|universit\\p{L}*|verband|verein|workshop",
  ].join("|")})(?![\\p{L}])`,
  "iu",
);
// No person has these in a name.
const TIE = /(?<![\p{L}])(?:of|for|the|on|für|des|pour|les|para|los|las)(?![\p{L}])|[&\d]/u;

/** Whether a name reads as that of a body, which an index does not invert. */
export function isOrganisation(name: string): boolean {
  return BODY.test(name) || TIE.test(name);
}
