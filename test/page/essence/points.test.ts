import { describe, expect, it } from "vitest";
import { parseBody } from "../../../src/library/body/parse.js";
import { gatherEssence } from "../../../src/page/essence/index.js";

/** What a card says of a section, by matter; one pattern is told in the one language that is given. */
function cardOf(markdown: string, language = "en"): Record<string, string[]> {
  const { extracts } = gatherEssence(parseBody(markdown, "slipway", "Slipway"), {
    title: "Slipway",
    summary: null,
    language,
  });
  return Object.fromEntries(extracts.map(({ matter, items }) => [matter, items.flat()]));
}

const practices = (text: string, language?: string): string[] =>
  cardOf(`# Practices\n\n${text}`, language).practices ?? [];

describe("a point that tells what to do", () => {
  it.each([
    [
      "en",
      "- **Grease the cradle.** It runs better.\n- **Never launch alone:** tides turn.\n- **Check ropes:** weekly.",
    ],
    [
      "de",
      "- **Den Schlitten fetten.** Er läuft besser.\n- **Legt die Seile bereit:** immer.\n- **Winde prüfen:** im März.",
    ],
    [
      "es",
      "- **Engrasar el carro.** Corre mejor.\n- **Revisad los cabos:** siempre.\n- **No botar en solitario:** nunca.",
    ],
  ])("stands alone (%s)", (language, text) => {
    const heads = [...text.matchAll(/\*\*(.+?):?\*\*/g)].map(([, head]) => head);
    expect(practices(text, language)).toEqual(heads);
  });

  it("loses the number of its step", () => {
    const text = "**Step 1: Grease the cradle.** Well.\n\n**Step Two — Check the ropes.** Twice.";
    expect(practices(text)).toEqual(["Grease the cradle.", "Check the ropes."]);
  });

  it("is said before what holds for some alone", () => {
    const text = "**Grease the cradle.** Well.\n\n**For clubs:** Buy a winch.\n\n**Check the ropes.** Twice.";
    expect(practices(text)).toEqual(["Grease the cradle.", "Check the ropes."]);
  });
});

describe("a point that is a name or an audience", () => {
  it("takes the first clause of its sentence", () => {
    const text = [
      "**For clubs:** Buy a winch together. It lasts.",
      "**In village harbours**, share the old one with the fishers.",
      "**Rope care:** Ropes are washed in plenty of fresh water every autumn, which keeps the salt from stiffening them on the long harbour quay.",
      "**[Council context:]** Lease the slip for twenty years.",
    ];
    expect(practices(text.join("\n\n"))).toEqual([
      "For clubs: Buy a winch together.",
      "In village harbours, share the old one with the fishers.",
      "Rope care: Ropes are washed in plenty of fresh water every autumn.",
      "Council context: Lease the slip for twenty years.",
    ]);
  });

  it("takes the sentence near by that tells what to do", () => {
    const text = "**For clubs:** Winches are dear. Buy one together.\n\n**For towns:** Slips decay. Appoint a keeper.";
    expect(practices(text)).toEqual(["For clubs: Buy one together.", "For towns: Appoint a keeper."]);
  });

  it("takes no sentence that leans on another, points away or only praises", () => {
    const text = [
      "- **Rope care:** This is the most important practice of all. Ropes are washed in fresh water.",
      "- **Cradle care:** As shown in Table 2, cradles rust. Grease keeps the rust from the wheels.",
      `- **Tide care:** ${"Tides are long and long ".repeat(9)}. They turn at noon.`,
    ];
    expect(practices(text.join("\n"))).toEqual([
      "Rope care: Ropes are washed in fresh water.",
      "Cradle care: Grease keeps the rust from the wheels.",
    ]);
  });

  it("takes no sentence that only says the name again or half of a thing", () => {
    const text = [
      "- **Rope care:** The second key practice is rope care. It keeps the salt from the fibres.",
      "- **Order:** Order is at the heart of a slip. Every rope has its own hook.",
      "- **Tide care:** A slip is not just a ramp. Whoever launches reads the tide first.",
    ];
    expect(practices(text.join("\n"))).toEqual([
      "Rope care: It keeps the salt from the fibres.",
      "Order: Every rope has its own hook.",
      "Tide care: Whoever launches reads the tide first.",
    ]);
  });

  it("takes a sentence of its own, not one run together with a list below it", () => {
    const text =
      "- **Rope care:** Ropes suffer from three things:\n  - Salt stiffens every fibre.\n  - Sun bleaches every fibre.\n- **Wheels:** Grease keeps them turning.";
    expect(practices(text)).toEqual(["Rope care: Salt stiffens every fibre.", "Wheels: Grease keeps them turning."]);
  });

  it("among bold words within sentences is a sentence that stands by itself", () => {
    const text =
      "Clubs begin with **a common winch**. Much of this rests on **good rope**. Last comes **a keeper of the slip** whom all trust.";
    expect(practices(text)).toEqual([
      "Clubs begin with a common winch.",
      "Last comes a keeper of the slip whom all trust.",
    ]);
  });

  it("is passed over where nothing is said of it, and so is a list of such", () => {
    expect(practices("Share the boats.\n\n- **Ropes**\n- **Cradles**\n- **Winches**")).toEqual(["Share the boats."]);
  });

  it.each([
    ["de", "- **Für Vereine:** Kauft gemeinsam eine Winde.\n- **Seilpflege:** Seile werden mit Süßwasser gewaschen."],
    ["es", "- **Para clubes:** Comprad juntos un torno.\n- **Cuidado del cabo:** Los cabos se lavan con agua dulce."],
    // Of a language whose words are not known nothing is taken for an instruction.
    [
      "nl",
      "- **Voor clubs:** Koop samen een lier voor de helling.\n- **Onderhoud:** Touwen worden gewassen in zoet water.",
    ],
  ])("is the same in other languages (%s)", (language, text) => {
    const said = text.split("\n").map((line) => line.replace("- ", "").replaceAll("**", ""));
    expect(practices(text, language)).toEqual(said);
  });

  it("stands by its name among principles, where that is more than a noun", () => {
    const text =
      "# Principles\n\n- **The tide before the clock**\n- **Care:** Whoever launches sweeps the slip.\n- **Order**";
    expect(cardOf(text).principles).toEqual(["The tide before the clock", "Care: Whoever launches sweeps the slip."]);
  });
});

describe("what goes wrong", () => {
  const steps = "1. **Grease the cradle.** Well.\n2. **Check the ropes.** Twice.\n\n";

  it.each([
    ["a heading", "en", "### Common Pitfalls\n\n- **Rust:** Wheels seize in spring.\n- **Haste:** Boats slip."],
    ["a bold line", "en", "**Risks:**\n\n- **Rust:** Wheels seize in spring.\n- **Haste:** Boats slip."],
    [
      "a line with a colon",
      "en",
      "When not to use it:\n\n- **Rust:** Wheels seize in spring.\n- **Haste:** Boats slip.",
    ],
    [
      "a heading",
      "de",
      "### Fallstricke\n\n- **Rost:** Räder sitzen im Frühjahr fest.\n- **Eile:** Boote rutschen ab.",
    ],
    [
      "a heading",
      "es",
      "### Errores comunes\n\n- **Óxido:** Las ruedas se traban pronto.\n- **Prisa:** El bote resbala.",
    ],
  ])("is never an instruction, and named so: %s (%s)", (_, language, text) => {
    const [own] =
      {
        en: [steps],
        de: ["1. **Den Schlitten fetten.**\n2. **Winde prüfen.**\n\n"],
        es: ["1. **Engrasar el carro.**\n2. **Revisar los cabos.**\n\n"],
      }[language] ?? [];
    // Roles are told by English titles.
    const { principles, practices: found, beware, ...rest } = cardOf(`# Practices\n\n${own}${text}`, language);
    expect(found).toHaveLength(2);
    expect(beware).toEqual([expect.stringMatching(/^(Rust: Wheels|Rost: Räder|Óxido: Las ruedas)/)]);
    expect(JSON.stringify(rest)).toBe("{}");
  });

  it("ends at the next heading, bold line, or paragraph behind its list", () => {
    const wrong = "**Common Challenges:**\n\n- **Rust:** Wheels seize.\n- **Haste:** Boats slip.\n\n";
    expect(practices(`${wrong}**Grease the cradle.** Well.\n\n**Check the ropes.** Twice.`)).toEqual([
      "Grease the cradle.",
      "Check the ropes.",
    ]);
    expect(
      practices(`### Anti-patterns\n\n${wrong}### Grease the cradle\n\nWell.\n\n### Check the ropes\n\nTwice.`),
    ).toEqual(["Grease the cradle", "Check the ropes"]);
  });

  it("is told without the head that the label of the card says already, be it one thing or several", () => {
    const several = "- **Common challenges:** Rust comes every winter. Haste is worse.";
    expect(cardOf(`# Practices\n\n${steps}${several}`).beware).toEqual(["Rust comes every winter."]);
    const listed = "### Common challenges\n\n- **Rust:** Wheels seize in spring.";
    expect(cardOf(`# Practices\n\n${steps}${listed}`).beware).toEqual(["Rust: Wheels seize in spring."]);
  });

  it("is not what tells to meet it", () => {
    const text = "- **Manage the risks:** Wheels seize.\n- **Name common mistakes:** Boats slip.";
    expect(practices(text)).toEqual(["Manage the risks", "Name common mistakes"]);
  });

  it("is told apart item by item", () => {
    const text = `${steps}3. **Prerequisites:** A slip and a winch are there.\n4. **Common challenges:** Rust comes every winter.`;
    expect(practices(text)).toEqual(["Grease the cradle.", "Check the ropes."]);
  });

  it.each([
    ["en", "### Prerequisites\n\n- a slip\n- a winch\n\n### Key considerations\n\n- **Tide:** High water is short."],
    ["en", "### Success factors\n\n- **Patience:** It takes a year.\n- **Money:** It costs a little."],
  ])("is neither what is needed before nor how success shows (%s)", (_, aside) => {
    const card = cardOf(`# Practices\n\n${steps}${aside}`);
    expect(card).toEqual({ practices: ["Grease the cradle.", "Check the ropes."] });
  });
});
