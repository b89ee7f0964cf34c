import { present } from "../../../library/present.js";
import type { Navigation, NavigationPoint, PagePoint } from "./navigation.js";

/** What one file says of the contents, and what it does without. */
export interface Reduction {
  navigation: Navigation;
  /** In words: `one in 5 printed pages is listed`. */
  lacks: string[];
}

/** A file of the package that does without something, so that it is not too large. */
export interface Shortfall {
  /** Relative to the package document. */
  file: string;
  lacks: string[];
}

// As rulers are marked; who looks for a page between two turns a few.
const STEPS = [1, 2, 5, 10];
const WIDER = [20, 50, 100, 200, 500, 1000];

/**
 * The contents and pages of the navigation document, whole first and then with less and less, for the first that fits into a
 * file. The reader can miss a printed page among ten more easily than a pattern; where patterns have to go, the contents
 * that are read as a page still have them all, and so have the pages of the chapters.
 */
export function* reduceNavigation(navigation: Navigation): Generator<Reduction> {
  for (const step of STEPS) yield thin({ navigation, lacks: [] }, step);
  for (const step of [...STEPS, ...WIDER]) yield thin(withoutPatterns(navigation), step);
}

/** The same for old reading systems: the whole, then no printed pages, then no patterns either. */
export function* reduceNcx(navigation: Navigation): Generator<Reduction> {
  yield { navigation, lacks: [] };
  const lacks = navigation.pages.length > 0 ? ["no printed page is listed"] : [];
  const unpaged = { ...navigation, pages: [] };
  yield { navigation: countAgain(unpaged), lacks };
  const short = withoutPatterns(unpaged);
  yield { navigation: countAgain(short.navigation), lacks: [...lacks, ...short.lacks] };
}

function thin({ navigation, lacks }: Reduction, step: number): Reduction {
  if (step === 1 || navigation.pages.length === 0) return { navigation, lacks };
  const pages = navigation.pages.filter((page) => isListed(page, step));
  return { navigation: { ...navigation, pages }, lacks: [...lacks, `one in ${step} printed pages is listed`] };
}

/** Roman numerals, and the page that a volume begins with, stay. */
function isListed({ label }: PagePoint, step: number): boolean {
  return /\D/.test(label) || label === "1" || Number(label) % step === 0;
}

function withoutPatterns(navigation: Navigation): Reduction {
  const depth = navigation.depth - 1;
  return {
    navigation: { ...navigation, depth, points: cutOff(navigation.points, depth) },
    lacks: ["no pattern is listed, but parts and chapters are"],
  };
}

function cutOff(points: readonly NavigationPoint[], levels: number): NavigationPoint[] {
  return points.map((point) => ({ ...point, children: levels > 1 ? cutOff(point.children, levels - 1) : [] }));
}

/** The order of what is left, from 1 and without gaps. */
function countAgain(navigation: Navigation): Navigation {
  const orders = new Set<number>();
  const collect = ({ order, children }: NavigationPoint): void => {
    orders.add(order);
    for (const child of children) collect(child);
  };
  for (const point of navigation.points) collect(point);
  const counted = new Map([...orders].sort((a, b) => a - b).map((order, at) => [order, at + 1]));
  const count = (point: NavigationPoint): NavigationPoint => ({
    ...point,
    order: present(counted.get(point.order), "the order of", point.href),
    children: point.children.map(count),
  });
  return { ...navigation, points: navigation.points.map(count) };
}
