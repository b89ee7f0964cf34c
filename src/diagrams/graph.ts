import type { DiagramGraph } from "../page/drawing.js";

/** What Mermaid's parser keeps of a diagram, as far as it is read here; each kind has some of it. */
interface Database {
  getVertices?(): Map<string, { id: string; text?: string }>;
  getEdges?(): { start: string; end: string; text?: string }[];
  getSubGraphs?(): { title: string; nodes: string[] }[];
  getActors?(): Map<string, { name: string; description?: string }>;
  getMessages?(): { from?: string; to?: string; message?: unknown }[];
}

interface Parser {
  mermaidAPI: { getDiagramFromText(source: string): Promise<{ db: Database }> };
}

/**
 * Reads what a flow chart or a sequence says. Runs in the page that has Mermaid, so it may use nothing from outside the
 * function.
 */
export async function readGraph(source: string): Promise<DiagramGraph | null> {
  const { mermaid } = globalThis as unknown as { mermaid: Parser }; // a script defines it
  const plain = (text: unknown): string =>
    String(text ?? "")
      .replace(/<[^>]*>|\\n/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  if (db.getVertices && db.getEdges) {
    return {
      nodes: [...db.getVertices().values()].map(({ id, text }) => ({ id, label: plain(text) || id })),
      edges: db.getEdges().map(({ start, end, text }) => ({ from: start, to: end, label: plain(text) })),
      groups: (db.getSubGraphs?.() ?? []).map(({ title, nodes }) => ({ title: plain(title), members: nodes })),
    };
  }
  if (!db.getActors || !db.getMessages) return null;
  return {
    nodes: [...db.getActors().values()].map(({ name, description }) => ({
      id: name,
      label: plain(description) || name,
    })),
    edges: db
      .getMessages()
      .flatMap(({ from, to, message }) =>
        from && to && typeof message === "string" ? [{ from, to, label: plain(message) }] : [],
      ),
    groups: [],
  };
}
