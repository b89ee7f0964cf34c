import type { CardLanguage } from "./language.js";

const DETERMINER =
  "el|la|los|las|un|una|unos|unas|cada|todo|toda|todos|todas|tu|tus|su|sus|vuestro|vuestra|vuestros|vuestras|nuestro|nuestra|nuestros|nuestras|lo|qué|quién|quiénes|cómo|este|esta|estos|estas";
const NO_VERB =
  "para|en|con|sin|de|del|desde|hasta|sobre|entre|por|según|contra|hacia|ante|bajo|tras|durante|a|al|y|o|pero|no|ni|todo|toda|todos|todas|ambos|ambas|el|la|los|las|un|una|qué|quién|cómo|cuándo|dónde|donde|cuando|si|que|como|porque|mientras|también|solo|sólo|más|menos|es|son";
/** Nouns that end as an infinitive does. */
const NO_INFINITIVE =
  "lugar|taller|mujer|poder|deber|hogar|pilar|ejemplar|par|bar|mar|líder|ser|placer|amanecer|saber|popular|familiar|escolar|similar|circular|celular|regular|particular|auxiliar|titular|militar|singular|polar|solar|lunar|estelar|primer|tercer|cualquier|ayer|mejor|mayor";

export const es: CardLanguage = {
  pitfalls:
    /(?<!\p{L})(?:escollos?|trampas?|riesgos?|retos|desafíos|obstáculos|barreras|dificultades|peligros|limitaciones|antipatron(?:es)?|anti-?patr(?:ón|ones)|errores (?:comunes|frecuentes|habituales)|problemas (?:comunes|frecuentes|habituales)|señales de (?:alerta|alarma|advertencia)|qué (?:evitar|puede (?:fallar|salir mal))|lo que hay que evitar|cuándo no|cuidado con|advertencias?)(?!\p{L})/iu,
  asides:
    /^(?:(?:los|las|algunos|algunas|principales)\s+)*(?:requisitos(?: previos)?|prerrequisitos|condiciones previas|consideraciones(?: clave)?|factores (?:clave )?(?:de|del) éxito|indicadores|métricas|señales de éxito|ejemplos?|figuras?|herramientas|recursos|referencias|cronograma|costes?|costos?|roles|funciones|ventajas|beneficios|cuándo (?:usarlo|conviene)|casos(?: de estudio)?|plantillas?|resultados(?: esperados)?)(?!\p{L})[^,]*$/iu,
  ordinal:
    /^(?:(?:paso|etapa|fase|parte|principio)\s+(?:\d+|uno|dos|tres|cuatro|cinco|seis|siete|ocho|[ivx]+)(?!\p{L})\s*(?:[:.)–—-]+\s*|$)|(?:primer|segundo|tercer|cuarto|quinto) paso\s*[:.–—-]+\s*)/iu,
  scope:
    /^(?:(?:para|en|dentro de|entre)\s[^,]*|.*(?:contextos?|entornos?|sector(?:es)?|ámbitos?|administración|empresas|movimientos))$/iu,
  pointing:
    /(?<!\p{L})(?:primera|segunda|tercera|última)\s+(?:columna|fila)(?!\p{L})|(?<!\p{L})(?:columna|fila)\s+(?:de la (?:izquierda|derecha)|siguiente|central)(?!\p{L})|(?<!\p{L})(?:tablas?|figuras?|fig\.|diagramas?|gráficos?|gráficas?|listas?|imagen|imágenes|dibujos?|esquemas?|sección|secciones|capítulos?|anexos?|pasos?|ejemplos?|cuadros?)\s+(?:\d+|siguientes?|anterior(?:es)?|de (?:abajo|arriba)|adjunt[oa]s?)(?!\p{L})|(?<!\p{L})(?:siguientes?|anterior(?:es)?)\s+(?:\p{L}+\s+){0,1}(?:tablas?|figuras?|diagramas?|gráficos?|listas?|imagen|imágenes|secciones|sección|capítulos?|pasos|ejemplos?|principios|prácticas|puntos)(?!\p{L})|(?<!\p{L})est[ae]\s+(?:tabla|figura|diagrama|gráfico|esquema|sección|capítulo)(?!\p{L})|(?<!\p{L})(?:la|el)\s+(?:tabla|figura|diagrama|gráfico|imagen|esquema|sección|capítulo|ejemplo)\s+(?:muestra|enumera|resume|presenta|recoge|ilustra|describe|explica)(?!\p{L})|(?<!\p{L})en (?:la|el) (?:tabla|figura|diagrama|gráfico|esquema)(?!\p{L})|(?<!\p{L})(?:l[oa]s?|el) siguientes?(?!\p{L})(?!\s+(?:día|semana|mes|año|generación|generaciones|reunión|ronda|mañana|noche))|(?<!\p{L})véa[ns]e(?!\p{L})|(?<!\p{L})\(?ver (?:la |el )?(?:tabla|figura|sección|más|abajo|arriba|anexo)|(?<!^)(?<!\p{L})a continuación(?!\p{L})|(?<!\p{L})más (?:abajo|arriba|adelante)(?=[.,;:)])|(?<!\p{L})como (?:se (?:ve|muestra|describe|indica|dijo)|ya se)(?!\p{L})|(?<!\p{L})(?:arriba|abajo) (?:mencionad|descrit|indicad)/iu,
  filler:
    /^(?:esto|este|esta|es|ello)\s(?:es\s)?(?:el|la|uno de los|una de las|un|una)\s(?:\p{L}+\s){0,2}(?:más|primer[oa]?|clave|central|crítico|crítica|fundamental|esencial|importante)|(?:es|son)\s(?:un|una|el|la)\s(?:práctica|principio|elemento|parte|paso|pieza|componente)\s(?:clave|central|crític[oa]|fundamental|esencial|importante|vital)(?:\s[^,;]*)?\.$|(?:es|son)\s(?:esencial|crucial|fundamental|importante|clave|vital)(?:es)?\.$/iu,
  announcing:
    /(?<!\p{L})(?:dos|tres|cuatro|cinco|seis|siete|varios|varias|muchos|muchas)\s(?:direcciones|necesidades|fuerzas|niveles|principios|prácticas|pasos|partes|tipos|formas|preguntas|lados|pilares|fases|etapas|razones|cosas)(?:\s\p{L}+)?\.$|^por un(?:a parte| lado)(?!.*(?:otra parte|otro|otra))/iu,
  commenting:
    /^(?:este|el)\s(?:patrón|documento|capítulo|mecanismo)(?!\p{L})|^(?:esto|eso)\s(?:funciona|cambia|desplaza|no es|no significa)(?!\p{L})|^(?:pensad|piense|imaginad|imagine)(?!\p{L})/iu,
  narrating:
    /(?<!\p{L})(?:era|eran|fue|fueron|había|habían|dijo|dijeron|llegó|llegaron|preguntó|votaron|votó|contó|empezó|escribió|quedó|quedaron|tenía|tenían)(?!\p{L})|^[«“"]|^(?:el|en)\s(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\p{L})/iu,
  norm: /(?<!\p{L})(?:debe|deben|debería|deberían|tiene que|tienen que|hay que|no puede|no pueden|nunca|jamás)(?!\p{L})|^(?:cada|todos|todas|nadie|quien|quienes|ningún|ninguna)(?!\p{L})|[?]$/iu,
  claim:
    /(?<!\p{L})(?:(?:es|son|está|están)\s(?:a menudo|rara vez|muy|difícil|difíciles|importante|importantes|esencial|esenciales)|depende|dependen|suele|suelen|puede (?:ser|resultar)|pueden (?:ser|resultar)|fracasa|fracasan)(?!\p{L})|^(?:no todos|no todas|la mayoría|muchos|muchas|aunque|mientras)(?!\p{L})/iu,
  benefit: /(?<!\p{L})(?:permite|permiten|ayuda|ayudan|mejora|mejoran|facilita|facilitan|puede usarse)(?!\p{L})/iu,
  hollow:
    /(?<!\p{L})(?:es|son) (?:el|la|los|las|un|una|de|del|en|para|y|o|a|como|con) (?:vs\.|contra)\s|\s(?:vs\.|contra) (?:el|la|los|las|un|una|de|del|en|para|y|o|a|como|con)\.?$/iu,
  leaning:
    /^(?:esto|este|esta|estos|estas|eso|ese|esa|ello|ellos|ellas|él|tal|tales|pero|y|o|sin embargo|en cambio|además|asimismo|también|así|luego|entonces|segundo|tercero|otro|otra|por ejemplo|ambos|ambas|cada uno|aquí)(?!\p{L})/iu,
  distant: /(?<!\p{L})(?:ambos|ambas|ellos|ellas|est[aeo]s?|es[ao]s)(?!\p{L})/iu,
  referring:
    /(?<!\p{L})(?:est[aeo]s?|es[ao]s?|ese|ell[ao]s?|ello|aquí|así|él|les|\p{L}*[áéíóú]\p{L}*(?:l[aeo]s?))(?!\p{L})/iu,
  instruction: new RegExp(
    `^(?:(?!\\p{L}*(?:[dt]ad|red|césped|huésped)(?!\\p{L}))\\p{L}{2,}(?:ad|ed|id)(?:l[oa]s?|os)?\\s+\\S|(?!(?:${NO_INFINITIVE})(?!\\p{L}))\\p{L}+(?:ar|er|ir)(?:se|l[oa]s?)?\\s+\\S|(?!(?:${NO_VERB})(?!\\p{L}))\\p{L}+(?:a|e|ad|ed|id|en|an)\\s+(?:${DETERMINER})(?!\\p{L})|no\\s+\\p{L}+)`,
    "iu",
  ),
  statement:
    /\s(?:es|son|era|eran|está|están|debe|deben|puede|pueden|tiene|tienen|hay|requiere|requieren|significa|viene|hace|hacen|necesita|necesitan|queda|quedan|vale|valen|será|serán)(?!\p{L})/iu,
  clauseEnd:
    /,\s(?=(?:que|quien|quienes|cuyo|cuya|donde|mientras|porque|ya que|para que|de modo que|incluid[oa]s?|como|sin|a menudo|aunque|lo que|lo cual)(?!\p{L}))/giu,
};
