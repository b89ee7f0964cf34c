// What bodies are called in the languages that the book has words for: as a word of its own, or at the end of a German or
// Dutch compound. Of those that end in many ways only the stem stands here.
const WORDS = [
  "academ\\p{L}*|agenc\\p{L}*|alliance|allianz|assembly|association|asociación|associação|associazione|ag|bank|banco|banque|board",
  "bureau|cent(?:er|re|ro)|zentrum|coalition|collective|collectif|colectivo|coletivo|college|commission|comisión|commons",
  "committee|comité|community|comunidad|company|confederation|conference|congress|consortium|contributors|cooperativ[ae]|co-?op",
  "corporation|council|consejo|conseil|department|editors|equipo|federation|federación|fédération|forum|foro|foundation|founders",
  "fund|fundación|fundacja|fondation|fundação|fondazione|gesellschaft|government|group|grupo|groupe|guild|gmbh|inc|industr\\p{L}*",
  "initiative|institut\\p{L}*|istituto|instytut|international|laborator\\p{L}*|labs?|league|llc|ltd|ministr\\p{L}*|ministère",
  "movement|movimiento|mouvement|museum|nations|network|observatory|office|organi[sz]a\\p{L}*|parliament|partners|partnership",
  "party|platform|press|program|programme|project|proyecto|projet|réseau|red de|rede de|rete di|school|society|sociedad|société",
  "states|stichting|stowarzyszenie|studio|team|trust|uni[oó]n|universi\\p{L}*|université|uniwersytet|verein|volunteers|workshop",
  "e\\.? ?v|s\\.?a|s\\.?r\\.?l|b\\.?v|جمعية|مؤسسة|جامعة|فريق",
];
const ENDINGS = "gruppe|verein|stiftung|genossenschaft|universität|institut|verband|netzwerk|vereniging|netwerk";
const BODY = new RegExp(
  `(?<![\\p{L}])(?:${WORDS.join("|")})\\.?(?![\\p{L}])|(?:${ENDINGS})(?:en|s)?(?![\\p{L}])`,
  "iu",
);
// No person has these in a name, nor a figure.
const TIE = /(?<![\p{L}])(?:of|for|the|on|für|pour|para)(?![\p{L}])|[&\d]/u;

/** Whether a name reads as that of a body and not of a person. */
export function isOrganisation(name: string): boolean {
  return BODY.test(name) || TIE.test(name);
}
