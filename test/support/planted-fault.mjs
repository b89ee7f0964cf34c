import { register } from "node:module";

/*
 * Loaded before the program: the function FUNCTION of the module that ends in FILE fails wherever WORD is in what it is
 * given, or never ends where a fourth says so. All come from the environment as PLANTED_FAULT, parted by spaces.
 */
const [file, name, word, end] = (process.env.PLANTED_FAULT ?? "").split(" ");

const hooks = `
  export async function load(url, context, next) {
    const loaded = await next(url, context);
    if (!url.endsWith(${JSON.stringify(`/${file}`)})) return loaded;
    const source = String(loaded.source);
    const at = source.search(/\\bfunction\\*? ${name}\\(/);
    const begin = source.indexOf(") {", at) + 3;
    if (at < 0) throw new Error("there is no function ${name} in ${file}");
    const fault = ${JSON.stringify(`
      for (const given of arguments) {
        let text = "";
        try { text = JSON.stringify(given) ?? ""; } catch {}
        if (text.includes(${JSON.stringify(word)})) ${end === "endless" ? "for (;;) try { for (;;); } catch {}" : 'throw new TypeError("planted is not a function");'}
      }
    `)};
    return { ...loaded, source: source.slice(0, begin) + fault + source.slice(begin) };
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
