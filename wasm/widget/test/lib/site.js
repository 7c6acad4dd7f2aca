// Test pages with the built package. "/strict" has the policy that the calculator promises to work under, "/nowasm" the
// same without leave for WebAssembly, "/noworker" without leave for workers, "/open" has none and carries axe. The query
// says what is on them: attrs (once per calculator), in (fallback content), scheme (light, dark), fault (see probe).
// "/frame" shows one of them in a frame of a width.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve, strict } from "./server.js";

const here = dirname(fileURLToPath(import.meta.url));
export const widget = join(here, "../..");
export const root = join(widget, "../..");

const css =
	"body{font-family:system-ui,sans-serif;margin:0;color:#1b2530;background:#fff}main{max-width:82rem;margin:0 auto;padding:1.5rem 1rem}" +
	"h1{font-size:2rem;line-height:1.2}";

/** What runs on every page before the calculator: it writes down what goes wrong, and breaks the engine when it is told to. */
const probe = `
	window.seen = { violations: [], errors: [], events: [], problems: [], instances: 0, poisoned: 0 };
	document.addEventListener("securitypolicyviolation", (e) => seen.violations.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample));
	addEventListener("error", (e) => seen.errors.push(String(e.message)));
	addEventListener("unhandledrejection", (e) => seen.errors.push(String(e.reason && e.reason.stack || e.reason)));
	for (const name of ["zio-ready", "zio-result", "zio-problem"]) document.addEventListener(name, (e) => {
		seen.events.push(name);
		if (name === "zio-problem") seen.problems = e.detail.problems;
	});
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(${JSON.stringify(css)});
	document.adoptedStyleSheets.push(sheet);
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = async (...args) => {
		const made = await instantiate.apply(WebAssembly, args);
		const x = made.exports;
		let poisoned = false; // whether this one failed: then it must never be asked again
		let wild = false;
		seen.instances++;
		if (window.zioFault === "memory") {
			// All that a module can get is taken, so that the next thing it wants is one too many.
			for (const pages of [32768, 16384, 4096, 256, 16, 1]) try { while (x.memory.grow(pages) >= 0); } catch { /* less, then */ }
			poisoned = true;
		}
		return { exports: { ...x,
			zio_call(length) {
				const fault = window.zioFault;
				if (fault) poisoned = true;
				else if (poisoned) seen.poisoned++;
				if (fault === "trap") throw new WebAssembly.RuntimeError("unreachable");
				x.zio_call(length);
				const at = x.zio_out() >>> 0;
				const reply = new Uint8Array(x.memory.buffer, at, x.zio_len() >>> 0);
				if (fault === "garbage") reply.fill(0xff);
				if (fault === "number") reply.fill(0x31);
				wild = fault === "wild";
			},
			zio_out: () => (wild ? 0xfffffff0 : x.zio_out()),
			zio_len: () => (window.zioFault === "short" ? x.zio_len() - 7 : x.zio_len()),
		} };
	};
`;

const body = (url, script, extra) => {
	const lang = url.searchParams.get("lang") ?? "nl";
	const scheme = url.searchParams.get("scheme"); // what the page says of light and dark
	const calculators = url.searchParams.getAll("attrs").map((attrs) => `<zio-calculator ${attrs}>${url.searchParams.get("in") ?? ""}</zio-calculator>`);
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Rekenhulp</title>
		${scheme ? `<meta name="color-scheme" content="${scheme}"><style>body.body { color: CanvasText; background: Canvas; }</style>` : ""}
		<script src="/probe.js"></script>`;
	return `<!doctype html><html lang="${lang}"><head>${head}${extra}${script}</head>
		<body class="body"><main><h1>Wie betaalt wat?</h1>${calculators.join("\n")}</main></body></html>`;
};

/** @param {object} [pages] more pages */
export async function site(pages = {}) {
	const script = '<script type="module" src="/dist/zio-calculator.js"></script>';
	const text = (type, content) => () => ({ headers: { "Content-Type": type }, body: content });
	const withPolicy = (policy) => (url) => ({
		headers: { "Content-Security-Policy": policy },
		body: body(url, url.searchParams.has("noscript") ? "" : script, ""),
	});
	const server = await serve(
		{ "/dist/": join(widget, "dist"), "/broken/": join(widget, "dist") },
		{
			"/strict": withPolicy(strict),
			"/nowasm": withPolicy(strict.replace(" 'wasm-unsafe-eval'", "")),
			"/noworker": withPolicy(strict + "; worker-src 'none'"),
			"/open": (url) => ({ body: body(url, script, '<script src="/axe.js"></script>') }),
			"/open-nowasm": (url) => ({
				headers: { "Content-Security-Policy": "script-src 'self'" },
				body: body(url, script, '<script src="/axe.js"></script>'),
			}),
			"/frame": ({ searchParams: asked }) => ({
				body: `<!doctype html><html lang="nl"><title>Gemeente</title><style>body{margin:0}</style>
					<iframe title="Rekenhulp" width="${asked.get("width")}" height="${asked.get("height") ?? 800}"
						src="${asked.get("page").replaceAll('"', "%22")}"></iframe>`,
			}),
			"/probe.js": text("text/javascript", probe),
			"/axe.js": text("text/javascript", readFileSync(join(widget, "node_modules/axe-core/axe.min.js"), "utf8")),
			"/favicon.ico": text("image/png", ""),
			...pages,
		},
	);
	server.at = (path, attrs = "", more = {}) =>
		server.url + path + "?" + new URLSearchParams([...[attrs].flat().map((a) => ["attrs", a]), ...Object.entries(more)]);
	return server;
}

/** The answer of a calculator, once the form and the result follow it; runs in the page. */
export const answered = (n = 0) => {
	const root = document.querySelectorAll("zio-calculator")[n].shadowRoot;
	return root.querySelector(".part-result > *") && root.querySelector(".answer > p")?.textContent;
};

/** Runs axe on the page, without some of its rules, and gives what it finds, in words; runs in the page. */
export const audit = async (without = []) => {
	const { violations } = await axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
		rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
	});
	return violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.flat().join(" ") + " " + n.failureSummary.replace(/\s+/g, " ").slice(0, 300)));
};
