import type { SectionRole } from "../pattern.js";

/**
 * What sections are called in the forms of the field: those of Alexander, of Coplien, of the Portland form and of
 * InnerSource, in the languages that the interface speaks. Whole headings, in small letters, names parted by bars.
 */
export const ROLE_NAMES: Readonly<Partial<Record<SectionRole, string>>> = {
  overview: `patlet|abstract|in short|tl;dr|what|what is it|überblick|zusammenfassung|kurzfassung|einleitung|einführung
    |resumen|introducción|visión general|descripción general|résumé|aperçu|introduction|vue d’ensemble`,
  principles: "prinzipien|grundsätze|kernprinzipien|principios|principios clave|principes|principes clés",
  practices: "praktiken|prácticas|pratiques",
  context: `when to use it|use when|kontext|zusammenhang|ausgangslage|wann anwenden|contexto|cuándo usarlo|contexte
    |quand l’utiliser`,
  problem: "problem statement|problemstellung|herausforderung|problema|el problema|desafío|problème|le problème|défi",
  forces: "tensions|kräfte|einflusskräfte|spannungen|spannungsfeld|fuerzas|resistencias|tensiones|forces en présence",
  solution: "solutions|therefore|lösung|lösungen|solución|soluciones|la solución|la solution",
  sketch: "sketch|diagram|illustration|skizze|abbildung|esquema|bosquejo|diagrama|esquisse|croquis|schéma",
  implementation: `how|how to|how to do it|how to use it|how it works|umsetzung|durchführung|so geht’s|anleitung
    |implementación|cómo|cómo hacerlo|mise en œuvre|mise en oeuvre|comment|comment faire`,
  rationale: `rationale|why|why it works|reasoning|design rationale|begründung|warum|fundamento|fundamentos|razonamiento|justificación
    |por qué|racional|raisonnement|pourquoi|justification`,
  consequences: `resulting context|trade-offs|tradeoffs|folgen|konsequenzen|auswirkungen|ergebnis
    |resultierender kontext|consecuencias|contexto resultante|resultados|conséquences|contexte résultant|résultats`,
  "known-uses": `known instances|known use|example|in practice|case studies|case study|bekannte anwendungen
    |bekannte verwendungen|beispiele|beispiel|anwendungsbeispiele|instancias conocidas|usos conocidos|ejemplos|ejemplo
    |utilisations connues|instances connues|exemples|exemple`,
  evidence: "belege|nachweise|wirkung|evidencia|evidencias|impacto|preuves|données probantes",
  assessment: "bewertung|evaluación|évaluation",
  "related-patterns": `related|see also|related pattern|related methods|related practices|verwandte muster
    |verwandte pattern|siehe auch|verwandt|patrones relacionados|relacionados|véase también|ver también|motifs liés
    |patrons liés|patterns liés|patrons associés|voir aussi`,
  pitfalls:
    "common mistakes|caveats|fallstricke|stolpersteine|häufige fehler|riesgos|errores comunes|escollos|pièges|erreurs courantes",
  references:
    "sources|further resources|learn more|quellen|literatur|weiterführendes|referencias|fuentes|recursos|bibliografía|références|bibliographie|ressources",
};
