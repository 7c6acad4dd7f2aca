// Test pages. "/strict" has the policy that the calculator promises to work under, "/open" has none and carries axe.
// The query says what is on them: attrs (once per calculator), in (fallback content), body.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mockSystems } from "./mock-systems.js";
import { serve, strict } from "./server.js";

const here = dirname(fileURLToPath(import.meta.url));
export const widget = join(here, "../..");

const probe = `
	window.seen = { violations: [], errors: [], events: [] };
	document.addEventListener("securitypolicyviolation", (e) => seen.violations.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample));
	addEventListener("error", (e) => seen.errors.push(String(e.message)));
	addEventListener("unhandledrejection", (e) => seen.errors.push(String(e.reason && e.reason.stack || e.reason)));
	for (const name of ["zio-ready", "zio-result", "zio-problem"]) document.addEventListener(name, (e) => seen.events.push(name));
`;
const css = "body{font-family:system-ui,sans-serif;margin:0;color:#1b2530;background:#fff}main{max-width:82rem;margin:0 auto;padding:1.5rem 1rem}h1{font-size:2rem;line-height:1.2}";

const body = (url, script, extra) => {
	const lang = url.searchParams.get("lang") ?? "nl";
	const calculators = url.searchParams.getAll("attrs").map((attrs) => `<zio-calculator ${attrs}>${url.searchParams.get("in") ?? ""}</zio-calculator>`);
	return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Rekenhulp</title><link rel="icon" href="/icon.png"><link rel="stylesheet" href="/page.css"><script src="/probe.js"></script>${extra}${script}</head><body><main><h1>Wie betaalt wat?</h1>${calculators.join("\n")}</main></body></html>`;
};

/**
 * @param {"mock"|"dist"} kind the sources with the stand-in engine, or the built package
 * @param {object} [pages] more pages
 */
export async function site(kind, pages = {}) {
	const script = kind === "mock" ? '<script type="module" src="/src/zio-calculator.js"></script>' : '<script type="module" src="/dist/zio-calculator.js"></script>';
	const text = (type, content) => () => ({ headers: { "Content-Type": type }, body: content });
	const mock = { "/src/zio.fallback.js": text("text/javascript", readFileSync(join(here, "mock-engine.js"), "utf8")), ...mockSystems("/src/systems/") };
	const server = await serve(
		{ "/src/": join(widget, "src"), "/dist/": join(widget, "dist") },
		{
			"/strict": (url) => ({ headers: { "Content-Security-Policy": strict }, body: body(url, url.searchParams.has("noscript") ? "" : script, "") }),
			"/nowasm": (url) => ({ headers: { "Content-Security-Policy": strict.replace(" 'wasm-unsafe-eval'", "") }, body: body(url, script, "") }),
			"/open": (url) => ({ body: body(url, script, '<script src="/axe.js"></script>') }),
			"/probe.js": text("text/javascript", probe),
			"/axe.js": text("text/javascript", readFileSync(join(widget, "node_modules/axe-core/axe.min.js"), "utf8")),
			"/page.css": text("text/css", css),
			"/icon.png": text("image/png", ""),
			...(kind === "mock" ? mock : {}),
			...pages,
		},
	);
	server.at = (path, attrs = "", more = {}) => server.url + path + "?" + new URLSearchParams([...[attrs].flat().map((a) => ["attrs", a]), ...Object.entries(more)]);
	return server;
}

/** What is seen of a calculator from outside; runs in the page. */
export const text = (n = 0) => document.querySelectorAll("zio-calculator")[n].shadowRoot.querySelector(".page").innerText;
export const answered = (n = 0) => document.querySelectorAll("zio-calculator")[n].shadowRoot.querySelector(".answer > p")?.textContent;

/** Runs axe on the page and gives what it finds, in words; runs in the page. */
export const audit = async () => {
	const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
	return violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.flat().join(" ") + " " + n.failureSummary.replace(/\s+/g, " ").slice(0, 300)));
};
