import { describe, expect, it } from "vitest";
import { isOrganisation } from "../../src/library/organisation-names.js";

describe("who is called like a body", () => {
  it.each([
    "Pattern Press founders",
    "Institut für Gemeingüter",
    "Wandergruppe",
    "Genossenschaftsverband",
    "Universidad de Chile",
    "Sociocracy e.V.",
    "Friends of the Lake",
    "World Bank",
    "Transition Network",
    "Cooperativa Sol",
    "Stiftung Wald & Weide",
  ])("is one: %s", (name) => expect(isOrganisation(name)).toBe(true));

  it.each([
    "Ada Well",
    "Teamy Groupman",
    "Jo Laborde",
    "cloudsters",
    "Bartolomé de las Casas",
    "Bessel van der Kolk",
    "Uni Wood",
  ])("is a person: %s", (name) => expect(isOrganisation(name)).toBe(false));
});
