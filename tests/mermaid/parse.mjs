// Parses flowcharts with Mermaid itself: a JSON list of them on standard input, on standard output
// a list of what is wrong with each, or how its labels read.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.env.DEALCLI_MERMAID, "package.json"));
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>");
globalThis.window = window;
globalThis.document = window.document;
const entry = join(process.env.DEALCLI_MERMAID, "node_modules/mermaid/dist/mermaid.core.mjs");
const { default: mermaid } = await import(pathToFileURL(entry));
mermaid.initialize({ startOnLoad: false });

// Mermaid keeps entities apart from the text until it draws; a browser reads them then.
const read = (text) =>
  (text ?? "")
    .replaceAll("<br>", "<br/>")
    .replaceAll("<i></i>", "")
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const vertices = [...db.getVertices().values()].map(({ id, text, classes }) => ({
      id,
      text: read(text),
      classes,
    }));
    const edges = db.getEdges().map(({ start, end, text, stroke, type, style }) => ({
      start,
      end,
      text: read(text),
      stroke,
      type,
      style: (style ?? []).join(),
    }));
    answers.push({ vertices, edges });
  } catch (error) {
    answers.push({ error: String(error.message ?? error) });
  }
}
process.stdout.write(JSON.stringify(answers));
